"""`gridbee listings FILE.csv`: needs, resources, services, projects as they stand; no persons."""

from __future__ import annotations

import csv
import io
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.commands.command import Command
from bot.commands.database import opened
from bot.commands.writing import write
from bot.config.settings import Config
from domain.matching.listing import Listing

COLUMNS = (
    "number",
    "kind",
    "code",
    "words",
    "field",
    "areas",
    "times",
    "capacity",
    "left",
    "state",
    "since",
    "until",
    "whose",
    "need",
    "resource",
)
FORMULA = "=+-@"


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path)


async def run(args: Namespace, config: Config) -> int:
    """Beside a running house too: nothing changes."""
    async with opened(config) as database, database.reader() as reader:
        found = await reader.listings.everything()
    text = table(found, config.zone)
    write(args.file, text.encode("utf-8-sig"))
    print(f"{len(found)} listings written")
    return 0


def table(found: Iterable[Listing], zone: ZoneInfo) -> str:
    """As CSV. What people wrote begins no formula, and the line of an order is not in it."""
    out = io.StringIO()
    rows = csv.writer(out)
    rows.writerow(COLUMNS)
    for one in found:
        rows.writerow([_plain(value) for value in _row(one, zone)])
    return out.getvalue()


def _row(one: Listing, zone: ZoneInfo) -> list[object]:
    """An order's code tells whose it is, so only that of a file is shown."""
    loaded = one.code.partition(":")[2] if not one.is_order else ""
    return [
        one.id,
        "order" if one.is_order else one.kind.value,
        loaded,
        one.words,
        one.category,
        " ".join(one.areas),
        one.times,
        one.capacity,
        one.left,
        one.state.value,
        _day(one.since, zone),
        _day(one.until, zone),
        one.whose,
        one.need_id or "",
        one.resource_id or "",
    ]


def _day(at: datetime, zone: ZoneInfo) -> str:
    return f"{at.astimezone(zone):%Y-%m-%d}"


def _plain(value: object) -> object:
    begins = isinstance(value, str) and value.startswith(tuple(FORMULA))
    return f"'{value}" if begins else value


COMMAND = Command(
    "write needs, resources, services and projects as they stand into a CSV file",
    run,
    arguments,
)

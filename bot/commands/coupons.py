"""`gridbee coupons FILE.csv`: how many coupons of each offer were used in a month; no persons."""

from __future__ import annotations

import csv
import io
import re
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import asdict, fields
from datetime import date
from pathlib import Path

from bot.commands.command import Command
from bot.commands.database import opened
from bot.commands.writing import write
from bot.config.settings import Config
from storage.figures.couponed import Couponed

COLUMNS = tuple(one.name for one in fields(Couponed))
MONTH = re.compile(r"(\d{4})-(\d{2})")
FORMULA = "=+-@"


def month_of(said: str) -> tuple[date, date]:
    """The first and the last day of '2026-11'."""
    hit = MONTH.fullmatch(said)
    if hit is None or not 1 <= int(hit[2]) <= 12:
        raise ArgumentTypeError(f"'{said}' is no month; an example is 2026-11")
    year, month = int(hit[1]), int(hit[2])
    return date(year, month, 1), date(
        year,
        month,
        monthrange(year, month)[1],
    )


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path)
    about = "the month, as 2026-11 (default: this one)"
    parser.add_argument(
        "--month",
        type=month_of,
        default=None,
        help=about,
    )


async def run(args: Namespace, config: Config) -> int:
    """Beside a running house too: nothing changes."""
    async with opened(config) as database, database.reader() as reader:
        this = f"{database.clock().astimezone(config.zone):%Y-%m}"
        first, last = args.month or month_of(this)
        found = await reader.coupon_figures.between(first, last)
    write(args.file, table(found).encode("utf-8-sig"))
    print(f"{sum(one.used for one in found)} used coupons of {first:%Y-%m} written")
    return 0


def table(found: Iterable[Couponed]) -> str:
    """As CSV. What merchants are called begins no formula."""
    out = io.StringIO()
    rows = csv.DictWriter(out, COLUMNS)
    rows.writeheader()
    for one in found:
        rows.writerow({name: _plain(value) for name, value in asdict(one).items()})
    return out.getvalue()


def _plain(value: object) -> object:
    begins = isinstance(value, str) and value.startswith(tuple(FORMULA))
    return f"'{value}" if begins else value


COMMAND = Command(
    "write how many coupons of each offer were used in a month into a CSV file",
    run,
    arguments,
)

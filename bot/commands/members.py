"""`gridbee members FILE.csv`: how many mobile grid members each grid has of each post: no names."""

from __future__ import annotations

import csv
import io
from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from pathlib import Path

from bot.commands.command import Command
from bot.commands.database import opened
from bot.commands.writing import write
from bot.config.settings import Config
from domain.members import MemberTerms
from storage.members.members import Held
from storage.memory.directory import Directory

COLUMNS = ("area", "area_name", "post", "post_name", "members")


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path)


async def run(args: Namespace, config: Config) -> int:
    """Beside a running house too: nothing changes."""
    async with opened(config) as database:
        directory = database.directory
        async with database.unit() as unit:
            counts = await unit.members.counts({*directory.areas, ""})
    text = table(counts, directory, config)
    write(args.file, text.encode("utf-8-sig"))
    print(f"{sum(counts.values())} posts of members counted")
    return 0


def table(
    counts: Mapping[Held, int],
    directory: Directory,
    config: Config,
) -> str:
    """As CSV, the names of posts in the house's language."""
    out = io.StringIO()
    rows = csv.writer(out)
    rows.writerow(COLUMNS)
    given = config.members.terms() if config.members else MemberTerms()
    for (area, code), count in sorted(counts.items()):
        post = given.post(code)
        name = post.name(config.service.language) if post else code
        rows.writerow([area, directory.full_name(area), code, name, count])
    return out.getvalue()


COMMAND = Command("count the mobile grid members into a CSV file", run, arguments)

"""`gridbee roster FILE.csv`: who is on duty, into the database."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.commands.command import Command
from bot.commands.database import held
from bot.config.settings import Config
from bot.loading.turns import read_roster
from domain.values.moment import show_moment
from storage.database import Database


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path)


async def run(args: Namespace, config: Config) -> int:
    """The whole file is checked before anything changes."""
    async with held(config) as database:
        added, replaced = await load(database, args.file, config.zone)
        for line in on_leave(database, args.file, config.zone):
            print(line)
        print(f"{added} shifts loaded, {replaced} replaced")
    return 0


def on_leave(database: Database, path: Path, zone: ZoneInfo) -> list[str]:
    """Whoever is put down while they are on leave: that is said, not refused. Raises LoadError."""
    found = []
    for turn in read_roster(path, database.directory, zone):
        until = turn.person.away_until
        off = turn.person.away_within(turn.starts_at, turn.ends_at)
        if until is not None and off:
            back = show_moment(until, zone)
            who = f"line {turn.line}: {turn.person.name}"
            found.append(f"{who} is on leave until {back}")
    return found


async def load(database: Database, path: Path, zone: ZoneInfo) -> tuple[int, int]:
    """Puts the file's turns in place of the same people's turns that overlap them.

    Returns (added, replaced). Raises LoadError.
    """
    turns = read_roster(path, database.directory, zone)
    async with database.unit() as unit:
        gone = 0
        for turn in turns:
            gone += await unit.duty.clear(
                turn.area, turn.starts_at, turn.ends_at, turn.person.id
            )
        for turn in turns:
            await unit.duty.add(turn.person.id, turn.area, turn.starts_at, turn.ends_at)
        unit.history.audit(None, "roster", added=len(turns), replaced=gone)
    return len(turns), gone


COMMAND = Command(
    "load who is on duty from a CSV file with the columns person,area,from,to",
    run,
    arguments,
)

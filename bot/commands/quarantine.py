"""`gridbee quarantine`: what could not be handled, shown and tried again."""

from __future__ import annotations

import itertools
import json
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Iterator

from bot.channels.table import CHANNELS, maker
from bot.commands.command import Command
from bot.commands.database import opened
from bot.commands.exits import NotThere
from bot.config.settings import Config
from bot.folder import UNREADABLE, hold_folder
from bot.house import House
from bot.loops.unreadable import Line, Unreadable
from domain.messages import Address
from storage.database import Database
from storage.plain_json import as_text

OF_FILE = "u"


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("what", choices=["list", "show", "replay"])
    parser.add_argument("number", type=_number, nargs="?")


def _number(text: str) -> int | str:
    """3, or u3 for what is in the file of last resort. Raises ArgumentTypeError."""
    of_file = text.startswith(OF_FILE)
    digits = text.removeprefix(OF_FILE)
    if not digits.isdecimal():
        raise ArgumentTypeError(f"'{text}' is no number of `gridbee quarantine list`")
    number = int(digits)
    return f"{OF_FILE}{number}" if of_file else number


async def run(args: Namespace, config: Config) -> int:
    number: int | str | None = args.number
    if args.what != "list" and number is None:
        raise NotThere(f"which one? gridbee quarantine {args.what} NUMBER")
    unreadable = Unreadable(config.service.data)
    if isinstance(number, str):
        return _of_file(unreadable, args.what, number)
    if args.what == "replay" and number is not None:
        return await _replayed(config, number)
    async with opened(config) as database:
        await show(database, number, unreadable)
    return 0


def _of_file(unreadable: Unreadable, what: str, number: str) -> int:
    """What is only in the file can be looked at; nothing can make an event of it."""
    if what == "replay":
        raise NotThere(
            f"{number} is only in {UNREADABLE}: see `gridbee quarantine show`"
        )
    lines = dict(zip(_names(), unreadable.lines(), strict=False))
    if number not in lines:
        raise NotThere(f"there is no {number} in {UNREADABLE}")
    _print_line(number, lines[number])
    print(lines[number].raw)
    return 0


def _names() -> Iterator[str]:
    return (f"{OF_FILE}{count}" for count in itertools.count(1))


def _print_line(name: str, line: Line) -> None:
    at = line.at[:16].replace("T", " ")
    print(f"{name}  {at}  {line.channel}  {line.why}  ({UNREADABLE})")


async def _replayed(config: Config, number: int) -> int:
    house = House(config)
    with hold_folder(config.service.data):
        try:
            await house.database.start()
            await replay(house, number)
        finally:
            await house.database.close()
    return 0


async def show(
    database: Database, number: int | None, unreadable: Unreadable | None = None
) -> None:
    """Prints the waiting ones, or one with everything that was received."""
    async with database.unit() as unit:
        rows = await unit.arrivals.quarantined(number)
    if number and not rows:
        raise NotThere(f"there is no number {number} in quarantine")
    lines = unreadable.lines() if unreadable and not number else []
    if not rows and not lines:
        print("nothing in quarantine")
    for row in rows:
        done = " (replayed)" if row.replayed_at else ""
        print(f"{row.id}  {row.at:%Y-%m-%d %H:%M}  {row.channel}  {row.error}{done}")
        if number:
            print(_shown(row.raw))
    for name, line in zip(_names(), lines, strict=False):
        _print_line(name, line)


def _shown(raw: object) -> str:
    """As JSON that can be read, or as it is where it is too deep or too odd for that."""
    try:
        return json.dumps(raw, indent=2, ensure_ascii=False).encode().decode()
    except (RecursionError, TypeError, ValueError):
        return as_text(raw)


async def replay(house: House, number: int) -> None:
    """Handles the event once more; its answers wait in the outbox for the next `gridbee run`."""
    async with house.database.unit() as unit:
        rows = await unit.arrivals.quarantined(number)
        if not rows or rows[0].replayed_at:
            raise NotThere(f"there is no number {number} waiting in quarantine")
        row = rows[0]
        known = row.channel in CHANNELS
        read = maker(row.channel).read_again if known else None
        event = read(row.external_id, row.raw) if read else None
        if event is None:
            raise NotThere(f"number {number} says nothing that could be replayed")
        await unit.arrivals.release(number, Address(row.channel, ""), row.external_id)
    await house.intake.handle([event])
    again = await _waiting(house.database, row.external_id)
    if again:
        print(f"number {number} failed again, now number {again[-1]}")
    else:
        print(f"number {number} is handled")


async def _waiting(database: Database, external_id: str) -> list[int]:
    """The numbers under which this event is in quarantine."""
    async with database.unit() as unit:
        rows = await unit.arrivals.quarantined()
    return [row.id for row in rows if row.external_id == external_id]


COMMAND = Command("events that could not be handled", run, arguments)

"""`gridbee quarantine`: what could not be handled, shown and tried again."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

import orjson

from bot.channels.kept import read_again
from bot.commands.command import Command
from bot.commands.database import opened
from bot.config.settings import Config
from bot.folder import hold_folder
from bot.house import House
from domain.messages import Address
from storage.database import Database


class NotThere(ValueError):
    """There is no such number, or it cannot be replayed."""


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("what", choices=["list", "show", "replay"])
    parser.add_argument("number", type=int, nargs="?")


async def run(args: Namespace, config: Config) -> int:
    if args.what != "list" and args.number is None:
        raise NotThere(f"which one? gridbee quarantine {args.what} NUMBER")
    if args.what == "replay":
        return await _replayed(config, args.number)
    async with opened(config) as database:
        await show(database, args.number)
    return 0


async def _replayed(config: Config, number: int) -> int:
    house = House(config)
    with hold_folder(config.service.data):
        try:
            await house.database.start()
            await replay(house, number)
        finally:
            await house.database.close()
    return 0


async def show(database: Database, number: int | None) -> None:
    """Prints the waiting ones, or one with everything that was received."""
    async with database.unit() as unit:
        rows = await unit.arrivals.quarantined(number)
    if number and not rows:
        raise NotThere(f"there is no number {number} in quarantine")
    if not rows:
        print("nothing in quarantine")
    for row in rows:
        done = " (replayed)" if row.replayed_at else ""
        print(f"{row.id}  {row.at:%Y-%m-%d %H:%M}  {row.channel}  {row.error}{done}")
        if number:
            print(orjson.dumps(row.raw, option=orjson.OPT_INDENT_2).decode())


async def replay(house: House, number: int) -> None:
    """Handles the event once more; its answers wait in the outbox for the next `gridbee run`."""
    async with house.database.unit() as unit:
        rows = await unit.arrivals.quarantined(number)
        if not rows or rows[0].replayed_at:
            raise NotThere(f"there is no number {number} waiting in quarantine")
        row = rows[0]
        event = read_again(row.channel, row.external_id, row.raw)
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

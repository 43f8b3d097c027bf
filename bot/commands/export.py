"""`gridbee export ledger FILE`: the honey bank's ledger as Beancount text."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Awaitable, Callable
from pathlib import Path

from bot.commands.command import Command
from bot.commands.database import opened
from bot.commands.writing import write
from bot.config.settings import Config
from bot.media.key import house_key
from domain.points.accounting import Names, written
from storage.database import Database


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("what", choices=sorted(EXPORTS))
    parser.add_argument("file", type=Path)


async def run(args: Namespace, config: Config) -> int:
    """Beside a running house too: nothing changes."""
    async with opened(config) as database:
        text, told = await EXPORTS[args.what](database, config)
    write(args.file, text.encode("utf-8"))
    print(told)
    return 0


async def ledger(database: Database, config: Config) -> tuple[str, str]:
    """The text, and what is said of it. No names and no words stand in it."""
    async with database.reader() as reader:
        lines, balances = await reader.point_book.all(config.zone)
    names = Names(house_key(config.service.data / "files"))
    today = database.clock().astimezone(config.zone).date()
    text = "\n".join(
        written(
            lines,
            balances,
            today,
            names,
        )
    )
    return f"{text}\n", f"{len(lines)} transfers written"


EXPORTS: dict[str, Callable[[Database, Config], Awaitable[tuple[str, str]]]] = {
    "ledger": ledger,
}
COMMAND = Command(
    "write the honey bank's ledger as a Beancount file",
    run,
    arguments,
)

"""`gridbee poster`: the QR codes of a grid, one for each channel, as pictures to print."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from bot.channels.table import switched_on
from bot.commands.command import Command
from bot.commands.database import opened
from bot.config.mistakes import ConfigError
from bot.config.settings import Config
from bot.workshop.workshop import Workshop
from handlers.people.hello import SCANNED, is_grid


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("area", help="the grid's code")
    parser.add_argument(
        "--to", type=Path, default=Path(), help="the folder for the pictures"
    )


async def run(args: Namespace, config: Config) -> int:
    code = SCANNED + args.area
    async with opened(config) as database:
        if not is_grid(database.directory, code):
            raise ConfigError(f"there is no grid {args.area}: see gridbee load")
    workshop = Workshop()
    try:
        for name, maker in switched_on(config).items():
            if maker.link is None:
                continue
            link = await maker.link(config, code)
            if not link.startswith("http"):
                raise ConfigError(f"{name} has no code for {args.area} now: {link}")
            _, drawn = await workshop.picture("code", b"", name, words=link)
            picture = args.to / f"{args.area}-{name}.png"
            picture.write_bytes(drawn)
            print(f"{picture}  {link}")
    finally:
        workshop.close()
    return 0


COMMAND = Command("draw the QR codes of a grid, to print", run, arguments)

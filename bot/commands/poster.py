"""`gridbee poster`: the QR codes of a grid or a rest station, one for each channel, as pictures to
print.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from bot.commands.codes import draw
from bot.commands.command import Command
from bot.commands.database import opened
from bot.config.mistakes import ConfigError
from bot.config.settings import Config
from bot.workshop.workshop import Workshop
from domain.start_codes import apart
from handlers.people.hello import printed


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "area", nargs="*", help="the code of a grid or a rest station; several will do"
    )
    parser.add_argument(
        "--stations", action="store_true", help="all rest stations, one after another"
    )
    parser.add_argument(
        "--to", type=Path, default=Path(), help="the folder for the pictures"
    )


async def run(args: Namespace, config: Config) -> int:
    codes = await _codes(args, config)
    workshop = Workshop()
    try:
        for code in codes:
            await draw(workshop, config, code, args.to, apart(code)[1])
    finally:
        workshop.close()
    return 0


async def _codes(args: Namespace, config: Config) -> list[str]:
    """What is to be drawn. Raises ConfigError for a code that nothing has."""
    wanted = list(args.area)
    async with opened(config) as database:
        directory = database.directory
    if args.stations:
        wanted += directory.stations
    if not wanted:
        raise ConfigError("of which grid or rest station? name its code, or --stations")
    found = {one: printed(directory, one) for one in wanted}
    unknown = " ".join(one for one, code in found.items() if not code)
    if unknown:
        raise ConfigError(
            f"there is no grid and no station {unknown}: see gridbee load"
        )
    return list(found.values())


COMMAND = Command(
    "draw the QR codes of a grid or a rest station, to print", run, arguments
)

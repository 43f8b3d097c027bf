"""`gridbee load FOLDER`: areas.geojson and offices.csv into the database."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from bot.commands.command import Command
from bot.commands.database import held
from bot.config.settings import Config
from bot.loading.district import load_district


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("folder", type=Path)


async def run(args: Namespace, config: Config) -> int:
    """Checked as a whole before anything changes."""
    async with held(config) as database:
        many = await load_district(database, args.folder)
        offices = len(database.directory.offices)
    if offices:
        print(f"{many - offices} areas and {offices} offices loaded")
    else:
        print(f"{many} areas loaded")
    return 0


COMMAND = Command(
    "load areas.geojson, and offices.csv if it is there, from a folder",
    run,
    arguments,
)

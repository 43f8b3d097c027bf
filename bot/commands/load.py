"""`gridbee load FOLDER`: areas.geojson, offices.csv and places into the database."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path

from bot.commands.command import Command
from bot.commands.database import held
from bot.config.settings import Config
from bot.loading.district import Loaded, load_district


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("folder", type=Path)


async def run(args: Namespace, config: Config) -> int:
    """Checked as a whole before anything changes."""
    async with held(config) as database:
        loaded = await load_district(database, args.folder)
    print(" and ".join(_counted(loaded)), "loaded")
    if loaded.outside:
        print(f"{loaded.outside} of the places lie in no area and are not found")
    return 0


def _counted(loaded: Loaded) -> Iterator[str]:
    yield f"{loaded.areas} areas"
    if loaded.offices:
        yield f"{loaded.offices} offices"
    if loaded.places is not None:
        yield f"{loaded.places} places"


COMMAND = Command(
    "load areas.geojson, and offices.csv, places.csv, places.geojson if they are there",
    run,
    arguments,
)

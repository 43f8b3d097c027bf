"""`gridbee load FOLDER`: areas.geojson, offices.csv, places and rest stations into the database;
`gridbee load gifts FILE` one table that is changed more often.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path

from bot.commands.command import Command
from bot.commands.database import held
from bot.config.counted import counted
from bot.config.settings import Config
from bot.loading.areas import AREAS
from bot.loading.district import Loaded, load_district, load_stations
from bot.loading.gifts import load_gifts
from bot.loading.kept import Kept
from bot.loading.listings import load_listings
from bot.loading.merchants import load_merchants
from bot.loading.stations import FILES
from bot.loading.table import LoadError
from domain.matching.listing import ListingKind
from storage.database import Database

LISTINGS = {
    "services": ListingKind.SERVICE,
    "resources": ListingKind.RESOURCE,
}
UNSEEN = "nobody sees them until [{section}] is in the configuration"
SECTIONS = {
    "gifts": "points",
    "services": "matching",
    "resources": "matching",
}
"""Without which what was loaded is shown to nobody."""

TABLES: dict[str, Callable[[Database, Path], Awaitable[int]]] = {
    "gifts": load_gifts,
    "merchants": load_merchants,
}


def arguments(parser: ArgumentParser) -> None:
    names = ", ".join((*TABLES, *LISTINGS))
    about = f"a folder, or one of these with its file: {names}"
    parser.add_argument("folder", type=Path, help=about)
    parser.add_argument("file", type=Path, nargs="?")
    parser.add_argument(
        "--overwrite",
        action="store_true",
        help="take stations as the file has them, also where their keepers changed them",
    )


async def run(args: Namespace, config: Config) -> int:
    """Checked as a whole before anything changes. A folder of stations alone leaves the areas."""
    async with held(config) as database:
        if args.file is None:
            _check(args.folder)
        else:
            return await _table(database, str(args.folder), args.file, config)
        if not (args.folder / AREAS).exists() and _has_stations(args.folder):
            count, kept = await load_stations(
                database,
                args.folder,
                overwrite=args.overwrite,
            )
            print(count, "stations loaded")
            say_kept(kept)
            return 0
        loaded = await load_district(
            database,
            args.folder,
            overwrite=args.overwrite,
        )
    print(" and ".join(_counted(loaded)), "loaded")
    if loaded.outside:
        print(f"{loaded.outside} of the places lie in no area and are not found")
    say_kept(loaded.kept)
    return 0


def _check(folder: Path) -> None:
    """Raises LoadError for what is no folder."""
    if str(folder) in (*TABLES, *LISTINGS) and not folder.exists():
        raise LoadError(f"which file? gridbee load {folder} FILE.csv")
    if folder.is_file():
        raise LoadError(f"{folder} is a file: name the folder that it lies in")


async def _table(
    database: Database,
    name: str,
    path: Path,
    config: Config,
) -> int:
    """Raises LoadError, also for a table that there is none of."""
    load = TABLES.get(name)
    if load is not None:
        count = await load(database, path)
    elif name in LISTINGS:
        kind, setup = LISTINGS[name], config.setup({})
        count = await load_listings(database, path, kind, setup)
    else:
        raise LoadError(f"'{name}' is none of {' '.join((*TABLES, *LISTINGS))}")
    print(count, name, "loaded")
    section = SECTIONS.get(name, "")
    if section and getattr(config, section) is None:
        print(UNSEEN.format(section=section))
    return 0


def say_kept(kept: Kept) -> None:
    """Prints a line for each station that is not as the file has it."""
    for code, fields in kept.items():
        print(f"{code}: {' and '.join(fields)} kept as its keepers changed them")
    if kept:
        print("To take the file's instead, load it with --overwrite.")


def _has_stations(folder: Path) -> bool:
    return any((folder / name).exists() for name in FILES)


def _counted(loaded: Loaded) -> Iterator[str]:
    yield counted(loaded.areas, "area")
    if loaded.offices:
        yield counted(loaded.offices, "office")
    if loaded.places is not None:
        yield counted(loaded.places, "place")
    if loaded.stations is not None:
        yield counted(loaded.stations, "station")


COMMAND = Command(
    "load areas.geojson, and offices.csv, places and stations (csv, geojson) if they are there",
    run,
    arguments,
)

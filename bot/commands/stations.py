"""`gridbee stations FILE.csv`: the rest stations as they are now, in the form that `load` takes."""

from __future__ import annotations

import csv
import io
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable
from pathlib import Path

from bot.commands.command import Command
from bot.commands.database import opened
from bot.commands.writing import write
from bot.config.counted import counted
from bot.config.settings import Config
from domain.stations.station import Station
from domain.stations.written import written

COLUMNS = (
    "code",
    "name",
    "lat",
    "lon",
    "area",
    "kind",
    "opening_hours",
    "amenities",
    "entry",
    "entry_note",
    "seats",
    "keeper",
    "phone",
    "phone_shown",
)


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path)


async def run(args: Namespace, config: Config) -> int:
    """Beside a running house too: nothing changes."""
    async with opened(config) as database:
        stations = list(database.directory.stations.values())
    write(args.file, table(stations).encode("utf-8-sig"))
    print(f"{counted(len(stations), 'station')} written")
    return 0


def table(stations: Iterable[Station]) -> str:
    """As CSV; photos are not in it."""
    out = io.StringIO()
    rows = csv.DictWriter(out, COLUMNS)
    rows.writeheader()
    for one in stations:
        rows.writerow(_row(one))
    return out.getvalue()


def _row(station: Station) -> dict[str, object]:
    return {
        "code": station.code,
        "name": station.name,
        "lat": station.place.lat,
        "lon": station.place.lon,
        "area": station.area,
        "kind": station.kind,
        "opening_hours": written(station.hours),
        "amenities": " ".join(station.amenities),
        "entry": station.entry,
        "entry_note": station.entry_note,
        "seats": station.seats,
        "keeper": station.keeper,
        "phone": station.phone,
        "phone_shown": "yes" if station.phone_shown else "no",
    }


COMMAND = Command("write the rest stations into a CSV file", run, arguments)

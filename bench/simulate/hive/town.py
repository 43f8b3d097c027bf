"""The sample district with all that the hive has: loaded from the sample's own files."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

from bench.simulate.hive.scale import Scale
from bench.simulate.posts import Post, settle
from bench.simulate.posts import staff as casework_staff
from bench.simulate.town import CHANNEL, CONFIG, GRIDS
from bot.commands.load import LISTINGS
from bot.commands.sample import HIVE, REST
from bot.config import reading
from bot.loading.district import load_stations
from bot.loading.gifts import load_gifts
from bot.loading.listings import load_listings
from bot.loading.merchants import load_merchants
from domain.people import Grant, Role
from handlers.dialog.setup import Setup
from storage.database import Database

KEY = b"a key of the simulation's, 32 b."
HOURS = {"calendars": CONFIG["calendars"]}
DRY = "S2"
"""The street whose budget does not last for the year."""
SECOND = "admin-2"
SECOND_COMES = 75
"""On which day: before it nobody can confirm what the admin gives."""
TIED = 59
"""Of 118 merchants so many have a chat of their own; the others look on while riders press."""


def setup(scale: Scale) -> Setup:
    """As in the casework's year, with every room of the hive on."""
    budget = scale.of(150, least=20)
    rooms: dict[str, Any] = {
        "wishes": {},
        "proofs": {},
        "points": {"budgets": {DRY: budget}},
        "matching": {},
        "members": {},
    }
    made = reading.read(HOURS | rooms).setup({CHANNEL: "test:{code}"})
    return replace(made, most_messages_a_minute=10**9, key=KEY)


def staff() -> list[Post]:
    """A coordinator for three grids each, and those who lead."""
    every = casework_staff(0)
    leads = [one for one in every if one.leads]
    made = []
    for first in range(0, len(GRIDS), 3):
        grants = tuple(Grant(Role.COORDINATOR, one) for one in GRIDS[first:][:3])
        made.append(Post(f"coordinator-{first // 3}", every[first // 3].name, grants))
    return [*made, *leads]


def second_admin() -> Post:
    return Post(SECOND, "second admin", (Grant(Role.ADMIN, "C"),))


async def furnish(
    database: Database, people: list[Post], setup: Setup, folder: Path, many: int
) -> Counter[str]:
    """Everything that an office would load, of the services so `many`. Returns how many of each."""
    await settle(database, people)
    stations, _ = await load_stations(database, REST)
    found = Counter({"stations": stations})
    found["gifts"] = await load_gifts(database, HIVE / "gifts.csv")
    found["merchants"] = await load_merchants(database, HIVE / "merchants.csv")
    for name, kind in LISTINGS.items():
        path = _some(HIVE / f"{name}.csv", folder, many)
        found[name] = await load_listings(database, path, kind, setup)
    return found


def _some(path: Path, folder: Path, many: int) -> Path:
    """The first rows of the file, as one of its own."""
    head, *rows = path.read_text(encoding="utf-8").splitlines()
    made = folder / path.name
    made.write_text("\n".join((head, *rows[:many])) + "\n", encoding="utf-8")
    return made


def shops(database: Database, many: int) -> list[str]:
    """The first so many merchants by code."""
    return sorted(database.directory.merchants)[:many]

"""How long a filing waits for the question "is it one of these?":
`handlers.casework.duplicates.find` among very many open cases.

A temporary SQLite file with 100,000 open cases in the 33 sample grids: everywhere, at 300 busy
spots, and hundreds in each of 25 buildings; one in ten without coordinates, one in three with a
picture. Every look-up has its own Unit, is timed without its commit, and brings words and a picture
of its own. Prints ms. `python -m bench.duplicates [--size 100000] [--rounds 400]`.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import itertools
import statistics
import tempfile
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import insert, text

from bench.likely import Town
from bot.loading.district import load_district
from domain.likeness import DEFAULT_WINDOW, Matter
from domain.states import State
from handlers.casework import duplicates
from handlers.dialog.setup import Setup
from storage.database import Database, utc_now
from storage.recall import load_nearby
from storage.tables.cases import cases as cases_table
from storage.tables.media import media as media_table

CHUNK = 10_000
EXPECTED = 5.0  # ms
SETUP = Setup()


def rows(town: Town, size: int) -> Iterator[dict[str, Any]]:
    """Open cases of the last fourteen weeks, in the order of their filing."""
    now, weeks = utc_now(), timedelta(weeks=14)
    for n in range(1, size + 1):
        filed, (category, place) = now - weeks * (1 - n / size), town.scene(0.1)
        placed = n % 10 > 0
        yield {
            "id": n,
            "number": f"XX00-{n:07d}",
            "kind": "hazard",
            "category": category,
            "urgency": "general",
            "state": State.ASSIGNED.value,
            "words": town.says(category),
            "area": town.directory.locate(place),
            "lat": place.lat if placed else None,
            "lon": place.lon if placed else None,
            "place_words": "",
            "filer_id": n % 5000 + 100,
            "assignee_id": n % 25 + 10,
            "channel": "bench",
            "filed_at": filed,
            "phase_at": filed,
            "due_at": filed + weeks,
            "accept_due": filed,
            "resolve_due": filed,
            "alarms": 0,
            "raised": 0,
            "reopened": 0,
            "answer": "",
        }


def pictures(town: Town, size: int) -> Iterator[dict[str, Any]]:
    for n in range(1, size + 1, 3):
        yield {
            "id": n,
            "case_id": n,
            "channel": "bench",
            "chat": "r",
            "album": "",
            "kind": "photo",
            "ref": "x",
            "name": "",
            "mime": "image/jpeg",
            "size": 1,
            "sha": "0" * 64,
            "status": "stored",
            "tries": 0,
            "made_at": utc_now(),
            "dhash": town.chance.getrandbits(64) - (1 << 63),
        }


async def made(url: str, size: int) -> tuple[Database, Town]:
    database = Database(url)
    await database.start()
    await load_district(database, Path(__file__).parent.parent / "bot" / "sample")
    town = Town(database)
    async with database.unit() as unit:
        for table, source in (
            (cases_table, rows(town, size)),
            (media_table, pictures(town, size)),
        ):
            while chunk := list(itertools.islice(source, CHUNK)):
                await unit.query(insert(table), chunk)
        await unit.query(text("ANALYZE"))
    async with database.engine.connect() as reader:
        # as a start does with rows that are there already
        database.memory.nearby = await load_nearby(reader)
    return database, town


async def look_up(database: Database, matter: Matter) -> tuple[float, int]:
    """One look-up in its own Unit. Returns ms and how many were found."""
    async with database.unit() as unit:
        began = time.perf_counter()
        found = await duplicates.find(unit, matter)
        return (time.perf_counter() - began) * 1000, len(found)


async def common(database: Database) -> tuple[float, int]:
    """/similar over all grids: the 5,000 newest cases. Returns ms and how many groups."""
    async with database.unit() as unit:
        began = time.perf_counter()
        since = unit.now - timedelta(weeks=DEFAULT_WINDOW.weeks)
        cases = await unit.similar.open_of(list(database.directory.areas), since)
        groups = duplicates.common(cases)
        return (time.perf_counter() - began) * 1000, len(groups)


async def measure(size: int, rounds: int) -> bool:
    with tempfile.TemporaryDirectory(prefix="duplicates-") as name:
        database, town = await made(f"sqlite:///{Path(name) / 'gridbee.db'}", size)
        gc.freeze()  # as bot/__main__.py does
        gc.set_threshold(20_000, 10, 20)
        asked = {
            "anywhere": (0.0, True),
            "in a busy building": (1.0, True),
            "without coordinates": (0.3, False),
        }
        print(
            f"{size:,} open cases\n\n"
            "| filed | median | p95 | max | with a hit |\n|---|---|---|---|---|"
        )
        slowest = 0.0
        for what, (busy, placed) in asked.items():
            for _ in range(20):  # warms up caches
                await look_up(database, town.matter(busy, placed))
            found = [
                await look_up(database, town.matter(busy, placed))
                for _ in range(rounds)
            ]
            times, hits = (
                sorted(ms for ms, _ in found),
                sum(count > 0 for _, count in found) / rounds,
            )
            p95 = times[int(rounds * 0.95)]
            print(
                f"| {what} | {statistics.median(times):.2f} | {p95:.2f} "
                f"| {times[-1]:.2f} | {hits:.0%} |",
                flush=True,
            )
            slowest = max(slowest, p95)
        groups = [await common(database) for _ in range(3)]
        print(
            f"\n/similar over 5,000 cases: {min(ms for ms, _ in groups):.0f} ms, "
            f"{groups[0][1]} groups"
        )
        await database.close()
    print(f"p95 under {EXPECTED:.0f} ms: {'yes' if slowest < EXPECTED else 'NO'}")
    return slowest < EXPECTED


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=400)
    options = parser.parse_args()
    return 0 if asyncio.run(measure(options.size, options.rounds)) else 1


if __name__ == "__main__":
    raise SystemExit(main())

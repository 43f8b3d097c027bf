"""How long a filing waits for the question "is it one of these?":
`handlers.casework.duplicates.find` among very many open cases.

A temporary SQLite file with 100,000 open cases in the 33 sample grids: everywhere, at 300 busy
spots, and hundreds in each of 25 buildings; one in ten without coordinates, one in three with a
picture. Every look-up has its own Unit, is timed without its commit, and brings words and a picture
of its own. Prints ms. `python -m bench.duplicates [--size 100000] [--rounds 400]`.
"""

import argparse
import asyncio
import gc
import itertools
import random
import statistics
import tempfile
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import insert, text

from bot.commands import loading
from domain.categories import CATEGORIES
from domain.kinds import Kind
from domain.likeness import Matter
from domain.messages import Place
from domain.states import State
from handlers.casework import duplicates as likeness
from handlers.dialog.setup import Setup
from storage.database import Database, utc_now
from storage.recall import load_nearby
from storage.tables.cases import cases
from storage.tables.media import media

CHUNK = 10_000
EXPECTED = 5.0  # ms
SETUP = Setup()
SOUTH, NORTH, WEST, EAST = 24.44, 24.53, 118.08, 118.20  # bot/sample
HAZARDS = [category.code for category in CATEGORIES if category.kind is Kind.HAZARD]
WEIGHTS = (30, 6, 10, 10, 6, 12, 10, 10, 6)  # road … hazard_other
INDOORS = ("building", "charging", "fire")
SAYINGS = {
    "road": (
        "路面有个大坑",
        "井盖松了，压上去响",
        "辅路积水很深",
        "路面结冰很滑",
        "护栏倒在非机动车道上",
    ),
    "fire": ("消防通道被堵住", "灭火器过期了", "消火栓没有水"),
    "charging": ("充电桩坏了充不进去", "有人飞线充电", "换电柜仓门打不开"),
    "light": ("路灯不亮", "这里没有灯，太黑", "路灯一直闪"),
    "utility": ("水管爆了一直漏水", "有煤气味", "电线垂下来了"),
    "traffic": ("红绿灯不亮", "很多车逆行", "路口违停太多"),
    "building": ("电梯坏了", "玻璃快掉下来", "墙皮脱落", "广告牌松了"),
    "rubbish": ("垃圾没人清，很臭", "下水道污水冒出来", "老鼠很多"),
    "hazard_other": ("这里很危险", "有隐患，请来看看", "施工围挡没有反光条"),
}


class Town:
    """Where things happen and what is said of them, by chance but the same in every run."""

    def __init__(self, database: Database) -> None:
        self.chance = random.Random(26)
        self.directory = database.directory
        self.spots = [self._anywhere() for _ in range(300)]
        self.buildings = [self._anywhere() for _ in range(25)]

    def _anywhere(self) -> Place:
        return Place(self.chance.uniform(SOUTH, NORTH), self.chance.uniform(WEST, EAST))

    def around(self, place: Place, metres: float) -> Place:
        spread = metres / 111_195
        return Place(
            place.lat + self.chance.gauss(0, spread),
            place.lon + self.chance.gauss(0, spread),
        )

    def scene(self, busy: float) -> tuple[str, Place]:
        """A category and a place: with probability `busy` in one of the buildings."""
        if self.chance.random() < busy:
            return self.chance.choice(INDOORS), self.around(
                self.chance.choice(self.buildings), 15
            )
        category = self.chance.choices(HAZARDS, WEIGHTS)[0]
        if self.chance.random() < 0.3:
            return category, self.around(self.chance.choice(self.spots), 80)
        return category, self._anywhere()

    def says(self, category: str) -> str:
        return f"{self.chance.choice(SAYINGS[category])}，靠近{self.chance.randint(1, 9999)}号"

    def matter(self, busy: float, placed: bool) -> Matter:
        category, place = self.scene(busy)
        area, hashes = self.directory.locate(place), (self.chance.getrandbits(64),)
        where = place if placed else None
        return Matter(
            Kind.HAZARD, category, where, area, self.says(category), utc_now(), hashes
        )


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
    await loading.load(database, Path(__file__).parent.parent / "bot" / "sample")
    town = Town(database)
    async with database.unit() as unit:
        for table, source in (
            (cases, rows(town, size)),
            (media, pictures(town, size)),
        ):
            while chunk := list(itertools.islice(source, CHUNK)):
                await unit.connection.execute(insert(table), chunk)
        await unit.connection.execute(text("ANALYZE"))
    async with database.engine.connect() as reader:
        # as a start does with rows that are there already
        database.memory.nearby = await load_nearby(reader)
    return database, town


async def look_up(database: Database, matter: Matter) -> tuple[float, int]:
    """One look-up in its own Unit. Returns ms and how many were found."""
    async with database.unit() as unit:
        began = time.perf_counter()
        found = await likeness.find(unit, matter)
        return (time.perf_counter() - began) * 1000, len(found)


async def common(database: Database) -> tuple[float, int]:
    """/similar over all grids: the 5,000 newest cases. Returns ms and how many groups."""
    async with database.unit() as unit:
        began = time.perf_counter()
        groups = await likeness.clusters_in(unit, list(database.directory.areas))
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
            f"{size:,} open cases\n\n| filed | median | p95 | max | with a hit |\n|---|---|---|---|---|"
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
                f"| {what} | {statistics.median(times):.2f} | {p95:.2f} | {times[-1]:.2f} | {hits:.0%} |",
                flush=True,
            )
            slowest = max(slowest, p95)
        groups = [await common(database) for _ in range(3)]
        print(
            f"\n/similar over 5,000 cases: {min(ms for ms, _ in groups):.0f} ms, {groups[0][1]} groups"
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

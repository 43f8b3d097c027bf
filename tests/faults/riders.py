"""Riders who file without a pause, each with a watch: what they said, and how long they waited."""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import text

from storage.database import Database
from tests.fakes.telegram.control import ControlClient
from tests.house import jpeg
from tests.telegram.riding import Rider, come

RIDERS = 3
ADMIN, FIGURES = 3001, "现在没办好"
FIRST = 5000
STORED = "SELECT words FROM cases"
PICTURES = (
    "SELECT m.status FROM media m JOIN cases c ON c.id = m.case_id"
    " WHERE m.status != 'stored'"
)
WAITING = "SELECT count(*) FROM outbox WHERE state IN ('waiting', 'later')"
ASIDE = "SELECT count(*) FROM quarantine"


@dataclass
class Counted:
    """What became of what the riders said; a number for each promise."""

    inputs: int = 0
    cases: int = 0
    lost: list[str] = field(default_factory=list)
    twice: list[str] = field(default_factory=list)
    repeated: int = 0  # receipts that came once more
    stuck: list[str] = field(default_factory=list)
    longest: float = 0.0  # seconds that somebody waited for an answer
    recovered: float | None = None  # seconds after the fault until all were answered
    ticks: float | None = None  # and until what only the clock sends had come


class Watch:
    """A control client that notes when somebody began to wait, and until when."""

    def __init__(self, telegram: ControlClient) -> None:
        self._telegram = telegram
        self.waits: list[tuple[float, float]] = []
        self._photos = 0

    def __getattr__(self, name: str) -> Any:
        return getattr(self._telegram, name)

    async def photo(self, number: int, _: bytes, caption: str) -> int:
        """Each a picture of its own, else the second would be stored already."""
        self._photos += 1
        colour = (number * 53 % 256, self._photos * 37 % 256, self._photos * 101 % 256)
        data = jpeg((64, 48), colour)
        return int(await self._telegram.photo(number, data, caption))

    async def wait(self, *given: Any, **more: Any) -> Any:
        begun = time.monotonic()
        found = await self._telegram.wait(*given, **more)
        self.waits.append((begun, time.monotonic()))
        return found


class Calm(Rider):
    """Has no emergencies: "all clear" counts for ten minutes, and a clock may jump over those."""

    async def cries(self, turn: int) -> None:
        await self.wishes(turn)


class Crowd:
    """`async with` nothing: `begin`, then whatever happens to the house, then `end`."""

    def __init__(self, telegram: ControlClient, kind: type[Rider] = Rider) -> None:
        self._telegram = telegram
        self._watches = [Watch(telegram) for _ in range(RIDERS)]
        self.riders = [
            kind(watch, FIRST + number)  # type: ignore[arg-type]
            for number, watch in enumerate(self._watches)
        ]
        self._over = asyncio.Event()
        self._riding: set[asyncio.Task[None]] = set()

    async def begin(self) -> None:
        await come(self._telegram, self.riders)
        for rider in self.riders:
            self._riding.add(asyncio.create_task(rider.rides(self._over)))

    async def answered_since(self, moment: float, within: float) -> float | None:
        """Seconds until each has had an answer to what was said since; None where somebody has
        none in time.
        """
        while time.monotonic() < moment + within:
            firsts = [self._first(watch, moment) for watch in self._watches]
            if all(firsts):
                return max(first or 0 for first in firsts) - moment
            if any(task.done() for task in self._riding):
                return None
            await asyncio.sleep(0.05)
        return None

    def _first(self, watch: Watch, moment: float) -> float | None:
        return next((until for begun, until in watch.waits if begun >= moment), None)

    async def end(self, within: float) -> list[str]:
        """Lets them finish what they are at. Returns who could not."""
        self._over.set()
        done, waiting = await asyncio.wait(self._riding, timeout=within)
        for task in waiting:
            task.cancel()
        failed = [f"{task.exception()!r}"[:150] for task in done if task.exception()]
        return failed + [f"{len(waiting)} still wait"] * bool(waiting)

    async def count(self, url: str) -> Counted:
        """Compares what was said with what is there."""
        counted = Counted(inputs=sum(rider.inputs for rider in self.riders))
        said = [words for rider in self.riders for words in rider.filed]
        there = Counter(await _column(url, STORED))
        counted.cases = len(said)
        counted.lost = [words for words in said if not there[words]]
        counted.lost += await _column(url, PICTURES)
        counted.twice = [words for words, times in there.items() if times > 1]
        counted.repeated = await self._repeated()
        waits = [until - begun for one in self._watches for begun, until in one.waits]
        counted.longest = max(waits, default=0)
        return counted

    async def _repeated(self) -> int:
        more = 0
        for rider in self.riders:
            messages = await self._telegram.messages(rider.number)
            receipts = [one["words"] for one in messages if "编号" in one["words"]]
            more += len(receipts) - len(set(receipts))
        return more


async def clock_goes(telegram: ControlClient, within: float) -> float | None:
    """Seconds until an admin has the figures asked for: only a tick sends those. None where they
    do not come.
    """
    begun = time.monotonic()
    await telegram.says(ADMIN, "/stats")
    try:
        await telegram.wait(ADMIN, 1, FIGURES, timeout=within)
    except AssertionError:
        return None
    return time.monotonic() - begun


async def drained(url: str, telegram: ControlClient, within: float) -> bool:
    """Whether nothing waits any more in time: neither at Telegram, nor letters, nor pictures."""
    ends = time.monotonic() + within
    while time.monotonic() < ends:
        waiting = (await telegram.updates())["unconfirmed"]
        letters = (await _column(url, WAITING))[0]
        if not waiting and not letters and not await _column(url, PICTURES):
            return True
        await asyncio.sleep(0.2)
    return False


async def put_aside(url: str) -> int:
    return int((await _column(url, ASIDE))[0])


async def _column(url: str, query: str) -> list[Any]:
    database = Database(url)
    try:
        async with database.reader() as reader:
            return list((await reader.execute(text(query))).scalars())
    finally:
        await database.close()

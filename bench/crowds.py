"""Riders who call by callbacks, and what they waited for their answers."""

from __future__ import annotations

import asyncio
import statistics
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from bench.doors import Doors

STEPS = 3
PATIENCE = 5.0  # seconds, WeChat's


@dataclass
class Turn:
    """What came of one turn of one door."""

    waits: list[float] = field(default_factory=list)
    late: int = 0
    cpu: float = 0.0

    def figures(self) -> tuple[float, float, float, float]:
        """p50, p95, p99 in ms, and ms of processor for each word."""
        cuts = statistics.quantiles(self.waits, n=100)
        times = tuple(1000 * cuts[at - 1] for at in (50, 95, 99))
        return times[0], times[1], times[2], 1000 * self.cpu / len(self.waits)


@dataclass
class Crowd:
    """Riders who take turns; each is at one of the three steps."""

    says: Callable[[int, int], Awaitable[None]]
    first: int
    many: int
    turn: Turn = field(default_factory=Turn)
    submitted: int = 0
    step: dict[int, int] = field(default_factory=dict)
    busy: set[int] = field(default_factory=set)

    async def rides(self, rate: float, seconds: float) -> None:
        """So many words a second, whatever becomes of them."""
        loop = asyncio.get_running_loop()
        began, words = loop.time(), round(rate * seconds)
        under_way = set()
        for number in range(words):
            await asyncio.sleep(began + number / rate - loop.time())
            rider = self.first + number % self.many
            if rider in self.busy:
                self.turn.late += 1
                continue
            under_way.add(asyncio.create_task(self._rides(rider)))
        await asyncio.gather(*under_way)

    async def _rides(self, rider: int) -> None:
        step, began = self.step.get(rider, 0), time.perf_counter()
        self.busy.add(rider)
        try:
            async with asyncio.timeout(PATIENCE):
                await self.says(rider, step)
            self.turn.waits.append(time.perf_counter() - began)
            self.submitted += step == STEPS - 1
        except TimeoutError:
            self.turn.late += 1
        finally:
            self.step[rider] = (step + 1) % STEPS
            self.busy.discard(rider)


def crowds_at(doors: Doors, rate: float) -> dict[str, Crowd]:
    many = 2 * round(rate)
    return {
        "wechat": Crowd(doors.wechat.says, 100_000, many),
        "webhook": Crowd(doors.webhook.says, 200_000, many),
    }

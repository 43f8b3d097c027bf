"""Sees that the wall clock was set, or that this process stood still: whoever only waits does not
notice either (docs/adr/0027).
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass

import structlog

from storage.lease import boot_time

log = structlog.get_logger()
LOOKED_EVERY = 1.0  # seconds
NOTICED = 5.0  # seconds; NTP slews what is less, or sets it without harm


@dataclass(frozen=True, slots=True)
class Clocks:
    """What three clocks say, in seconds. Only `wall` can be set; only `steady` stands while the
    machine sleeps.
    """

    wall: float
    boot: float
    steady: float


def now() -> Clocks:
    return Clocks(time.time(), boot_time(), time.monotonic())


@dataclass(frozen=True, slots=True)
class Jump:
    """In seconds: by how much the wall clock was set (back: below 0), how long the machine slept,
    how long this process had no turn.
    """

    stepped: float
    slept: float
    stood_still: float

    @property
    def away(self) -> bool:
        """Whether other machines may have given us up meanwhile."""
        return max(self.slept, self.stood_still) > NOTICED

    @property
    def any(self) -> bool:
        return self.away or abs(self.stepped) > NOTICED


def jump_between(before: Clocks, after: Clocks) -> Jump:
    """`before` and `after` are two looks that should be LOOKED_EVERY apart."""
    wall, boot = after.wall - before.wall, after.boot - before.boot
    steady = after.steady - before.steady
    return Jump(wall - boot, boot - steady, steady - LOOKED_EVERY)


async def watch_clocks(
    jumped: Callable[[Jump], None], read: Callable[[], Clocks] = now
) -> None:
    """Calls `jumped`, after it is logged, within a second of the jump or of the return from it."""
    before = read()
    while True:
        await asyncio.sleep(LOOKED_EVERY)
        after = read()
        jump = jump_between(before, after)
        if jump.any:
            log.warning(
                "clock.jumped",
                stepped=round(jump.stepped, 1),
                slept=round(jump.slept, 1),
                stood_still=round(jump.stood_still, 1),
            )
            jumped(jump)
        before = after

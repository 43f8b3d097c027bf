"""One bad item stands before no other: the one way in which every loop does many things.

What has a row counts its tries there and waits as `domain.retry` says; what has none is counted
here.
"""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Hashable, Sequence
from datetime import UTC, datetime
from typing import TypeVar

from bot.loops.errors import doubtful, storage_is_down
from domain import retry
from storage.database import Database

LONG = 24 * 60 * 60  # seconds
MANY = 10_000  # things whose tries are counted here
START = datetime(2000, 1, 1, tzinfo=UTC)  # any: only what is added to it counts

Item = TypeVar("Item")
Work = Callable[[list[Item]], Awaitable[None]]
Failed = Callable[[Item, Exception], Awaitable[None]]


async def apart(
    database: Database, items: Sequence[Item], work: Work[Item], failed: Failed[Item]
) -> None:
    """Does all of them at one go. If that breaks, each is done alone, and only the one at fault
    is handed to `failed`.

    Raises the database's error where it is down: nothing is anybody's fault then.
    """
    try:
        return await work(list(items))
    except Exception as error:
        if await storage_is_down(database, error):
            raise
        if len(items) == 1:
            return await _once_more(database, items[0], work, failed, error)
    await each(database, items, work, failed)


async def each(
    database: Database, items: Sequence[Item], work: Work[Item], failed: Failed[Item]
) -> None:
    """Does them one after the other, as `apart` does one."""
    for item in items:
        await apart(database, [item], work, failed)


async def _once_more(
    database: Database,
    item: Item,
    work: Work[Item],
    failed: Failed[Item],
    error: Exception,
) -> None:
    """Where the database may have been down for a moment, it is tried again first."""
    if doubtful(error):
        try:
            return await work([item])
        except Exception as again:
            if await storage_is_down(database, again):
                raise
            error = again
    await failed(item, error)


class Tries:
    """How often things that have no row failed, and when each may be tried again.

    At most MANY are remembered: the one that failed longest ago is forgotten first. What did not
    fail again for so LONG begins anew.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._failed: OrderedDict[Hashable, tuple[int, float]] = OrderedDict()

    def may(self, key: Hashable) -> bool:
        """Whether it may be tried now."""
        return self.wait(key) == 0

    def failed(self, key: Hashable) -> int:
        """Returns how often by now; it waits as long as a row would."""
        count, until = self._failed.pop(key, (0, 0.0))
        if self._clock() - until > LONG:
            count = 0
        wait = (retry.again_at(START, count) - START).total_seconds()
        self._failed[key] = (count + 1, self._clock() + wait)
        if len(self._failed) > MANY:
            self._failed.popitem(last=False)
        return count + 1

    def wait(self, key: Hashable) -> float:
        """Seconds until it may be tried again."""
        return max(0.0, self._failed.get(key, (0, 0.0))[1] - self._clock())

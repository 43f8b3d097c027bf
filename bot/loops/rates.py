"""How fast somebody may talk."""

from __future__ import annotations

import time
from array import array
from bisect import bisect_left

MINUTE = 60.0  # seconds
MANY = 20_000  # people


class Rates:
    """At most so many messages a minute from one sender.

    In memory: whoever floods us over a restart has earned a fresh minute.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        # of many people few numbers each: a deque is eight times the size
        self._said: dict[str, array[float]] = {}

    def too_fast(self, who: str) -> int:
        """0, or for how many seconds this sender has to wait."""
        now = time.monotonic()
        said = self._said.get(who)
        if said is None:
            said = self._said[who] = array("d")
        del said[: bisect_left(said, now - MINUTE)]
        if len(said) >= self._most:
            return max(1, round(MINUTE - (now - said[0])))
        said.append(now)
        if len(self._said) > MANY:
            self._forget(now)
        return 0

    def _forget(self, now: float) -> None:
        """Those who have been silent for a minute."""
        self._said = {
            who: said
            for who, said in self._said.items()
            if said and now - said[-1] < MINUTE
        }

"""Letters that failed again and again while others arrived: they wait by themselves, so that those
behind them need not. Times are seconds of the loop's clock.
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Callable, Iterator

from domain.messages import Address
from storage.outbox.letters import Letter


class Aside:
    def __init__(self) -> None:
        self._waiting: list[tuple[float, int, Letter]] = []

    def __len__(self) -> int:
        return len(self._waiting)

    def __iter__(self) -> Iterator[Letter]:
        return (letter for _, _, letter in self._waiting)

    def put(self, letter: Letter, until: float) -> None:
        heapq.heappush(self._waiting, (until, letter.id, letter))

    def due(self, now: float) -> Iterator[Letter]:
        """Takes out those whose time has come."""
        while self._waiting and self._waiting[0][0] <= now:
            yield heapq.heappop(self._waiting)[2]

    def soonest(self, now: float) -> float:
        """Seconds until one is due, infinite where none waits."""
        return self._waiting[0][0] - now if self._waiting else math.inf

    def take(self, address: Address) -> list[Letter]:
        """Takes out those to one chat."""
        found = [letter for letter in self if letter.to == address]
        self.keep(lambda letter: letter.to != address)
        return found

    def keep(self, stays: Callable[[Letter], bool]) -> None:
        if self._waiting:
            self._waiting = [entry for entry in self._waiting if stays(entry[2])]
            heapq.heapify(self._waiting)

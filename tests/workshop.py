"""The child for pictures, one for all tests of a process: each house starting its own would cost a
quarter of a second of processor time.
"""

from __future__ import annotations

import atexit

from bot.workshop.worker import Worker
from bot.workshop.workshop import PICTURES, Workshop

SHARED = Worker(PICTURES)
atexit.register(SHARED.end)


class SharedWorkshop(Workshop):
    """A house's workshop whose child outlives it."""

    def __init__(self) -> None:
        super().__init__(SHARED)

    def close(self) -> None:
        """Only what is its own."""
        self._thread.shutdown(wait=False, cancel_futures=True)
        for worker in self._drawing:
            worker.close()

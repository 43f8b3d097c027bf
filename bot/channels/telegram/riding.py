"""Acknowledged presses that go as the answer to the request that brought them: a call less for
each.
"""

from __future__ import annotations


class Riding:
    """Only what says nothing rides: nobody is told whether such an answer arrived."""

    def __init__(self) -> None:
        self._open: dict[str, bool] = {}

    def comes(self, press_ref: str) -> None:
        """A request with this press waits for its answer."""
        self._open[press_ref] = False

    def take(self, press_ref: str) -> bool:
        """Whether the acknowledgement rides: False where no request waits for it."""
        if press_ref not in self._open:
            return False
        self._open[press_ref] = True
        return True

    def leaves(self, press_ref: str) -> bool:
        """Whether the answer has to carry it. From now on nothing rides there any more."""
        return self._open.pop(press_ref, False)

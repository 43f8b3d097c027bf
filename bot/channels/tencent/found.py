"""What several parts of one channel find wrong with it; the setup has the worst of that, as long
as it is so.
"""

from __future__ import annotations

from collections.abc import Callable, MutableMapping, Sequence

from handlers.admin.troubles import OTHER_CLOCK

CLOCK, CALLS, APP = "clock", "calls", "app"
"""Who finds something: what comes in, what we ask, and what is told of the app itself."""
WORST_FIRST = (CLOCK, APP, CALLS)


class Found:
    def __init__(
        self,
        refusals: MutableMapping[str, str],
        channel: str,
        order: Sequence[str] = WORST_FIRST,
    ) -> None:
        self._refusals = refusals
        self._channel = channel
        self._order = order
        self._found: dict[str, str] = {}

    def says(self, who: str, trouble: str) -> None:
        """One part's newest word; '' for nothing wrong."""
        if self._found.get(who, "") == trouble:
            return
        self._found[who] = trouble
        every = (self._found.get(one) for one in self._order)
        worst = next((one for one in every if one), "")
        if worst:
            self._refusals[self._channel] = worst
        else:
            self._refusals.pop(self._channel, None)


def clock_found(says: Callable[[str, str], None], differs: bool) -> None:
    says(CLOCK, OTHER_CLOCK if differs else "")

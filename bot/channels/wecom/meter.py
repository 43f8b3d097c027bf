"""How many messages each member has got: what goes beyond WeCom's limits is dropped there, and
nobody hears of it (developer.work.weixin.qq.com/document/path/90236). A part of it is kept for what
is pressing.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence

Limits = Sequence[tuple[float, int]]
LIMITS: Limits = ((61.0, 30), (3610.0, 1000))
"""Seconds, and messages in them. A little longer than WeCom's own, as its clock starts later."""

KEPT = 6  # of so many messages one


class Meter:
    """Times are seconds of one clock, whichever; they go on. `limits` are seconds and messages in
    them, the longest last.
    """

    def __init__(self, limits: Limits = LIMITS) -> None:
        self._limits = limits
        self._sent: dict[str, deque[float]] = {}

    def count(self, chat: str, at: float) -> None:
        self._sent.setdefault(chat, deque()).append(at)

    def recall(self, sent: Iterable[tuple[str, float]]) -> None:
        """What went before this process began."""
        for chat, at in sorted(sent, key=lambda one: one[1]):
            self.count(chat, at)

    def wait(self, chat: str, many: int, now: float, pressing: bool = True) -> float:
        """In how many seconds so many more may go at once; 0 means now."""
        sent = self._sent.get(chat)
        if not sent:
            return 0.0
        while sent and sent[0] <= now - self._limits[-1][0]:
            sent.popleft()
        if not sent:
            del self._sent[chat]
        waits = []
        for seconds, most in self._limits:
            may = most if pressing else most - most // KEPT
            waits.append(_wait(sent, min(many, may), now, seconds, may))
        return max(waits)


def _wait(
    sent: deque[float], many: int, now: float, seconds: float, most: int
) -> float:
    """Until the message is old enough whose place the last of them takes."""
    back = most - many + 1
    return max(0.0, sent[-back] + seconds - now) if len(sent) >= back else 0.0

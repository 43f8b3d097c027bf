"""The sends of one channel that are under way: so many at once, with some kept for answers.

A send without an answer for half a second hangs: it leaves its slot to another, and costs only
its own chat. A channel that answers nothing any more is tried with a few sends, not with all.
Times are seconds of the loop's clock.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

SLOTS = (256, 192, 32)
"""For answers, notices, announcements: the higher lanes leave the rest to the lower ones. Of
announcements few are under way at a time, as those may be lost by a kill.
"""

MOST = (448, 416, 96)
"""The same, of those that hang too: each has a connection."""

HANGS = 0.5  # seconds without an answer
LEAST = 0.001
SUSPECT = (
    5.0  # seconds that the last send to a chat took, so that the next may hang too
)
MOST_SUSPECTS = 32
SILENT = 5.0  # seconds without any answer, while MANY hang: then the channel hangs
MANY = 16
PROBES = (8, 4, 4)


@dataclass(slots=True)
class Send:
    begun: float
    suspect: bool


class Slots:
    """`well_at` is when something last arrived."""

    def __init__(self) -> None:
        self._fresh: dict[int, Send] = {}
        self._hanging: dict[int, Send] = {}
        self._suspects = 0
        self._answered_at = -math.inf
        self.well_at = -math.inf

    def wait(self, lane: int, now: float) -> float:
        """0 where one may begin; else the seconds until one may, as far as that is known."""
        self._look(now)
        room = (PROBES if self.hangs(now) else SLOTS)[lane] - len(self._fresh)
        if room > 0 and (self.hangs(now) or self.under_way < MOST[lane]):
            return 0.0
        first = next(iter(self._fresh.values()), None)
        return max(first.begun + HANGS - now, LEAST) if first else math.inf

    @property
    def room_for_suspects(self) -> bool:
        return self._suspects < MOST_SUSPECTS

    @property
    def under_way(self) -> int:
        return len(self._fresh) + len(self._hanging)

    def begin(self, number: int, now: float, suspect: bool) -> None:
        """`number` is the letter's."""
        self._fresh[number] = Send(now, suspect)
        self._suspects += suspect

    def end(
        self,
        number: int,
        now: float,
        *,
        answered: bool,
        well: bool,
    ) -> bool:
        """Returns whether its chat is a suspect from now on."""
        send = self._fresh.pop(number, None) or self._hanging.pop(number, None)
        if answered:
            self._answered_at = now
        if well:
            self.well_at = now
        if send is None:
            return False
        self._suspects -= send.suspect
        return now - send.begun >= SUSPECT

    def hangs(self, now: float) -> bool:
        """Whether the channel does, and not some chats."""
        self._look(now)
        if len(self._hanging) < MANY:
            return False
        oldest = next(iter(self._hanging.values())).begun
        return now - max(self._answered_at, oldest) >= SILENT

    def _look(self, now: float) -> None:
        """The oldest come first."""
        while self._fresh:
            number, send = next(iter(self._fresh.items()))
            if now - send.begun < HANGS:
                return
            self._hanging[number] = self._fresh.pop(number)

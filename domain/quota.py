"""How much may be said to somebody who has to speak first: so many messages after each word of
theirs, and a few within a moment after a tap.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from domain.marks import mark
from domain.messages import Address, Matter, Reply

FIRST = (Matter.EMERGENCY, Matter.QUESTION, Matter.RESULT, Matter.NEWS)
"""What goes first where not all can."""
AFTER_WORD = (5, timedelta(hours=48))
AFTER_TAP = (3, timedelta(minutes=1))
"""developers.weixin.qq.com/doc/offiaccount, customer service messages: a word opens 5 in 48 hours;
a click, a follow and a scan 3 in a minute. How they add up is not written: a new word fills up
again, nothing accumulates, and the short one is spent first (ours).
"""


@dataclass(frozen=True, slots=True)
class Quota:
    """`left` messages until `until`; `short_left` of them until `short_until`, after a tap.
    `unwanted`: they refused to be rung outside of all windows.
    """

    left: int
    until: datetime
    short_left: int
    short_until: datetime
    unwanted: bool = False

    def open(self, now: datetime) -> int:
        """How many may go now."""
        long = self.left if now < self.until else 0
        return long + (self.short_left if now < self.short_until else 0)

    def spent(self, now: datetime) -> Quota:
        """After one message; the same where none may go."""
        if now < self.short_until and self.short_left:
            return replace(self, short_left=self.short_left - 1)
        return replace(self, left=max(self.left - 1, 0))

    def shut(self) -> Quota:
        """The other side says that nothing may go."""
        return replace(self, left=0, short_left=0)


def nothing(now: datetime) -> Quota:
    """Of somebody who has not said a word."""
    return Quota(0, now, 0, now)


def after_word(now: datetime, before: Quota) -> Quota:
    many, lasts = AFTER_WORD
    return replace(before, left=many, until=now + lasts)


def after_tap(now: datetime, before: Quota) -> Quota:
    many, lasts = AFTER_TAP
    return replace(before, short_left=many, short_until=now + lasts)


def weight(reply: Reply) -> int:
    """Its place among what waits: the lowest goes first."""
    return FIRST.index(Matter(reply.matter))


@dataclass(frozen=True, slots=True)
class Goes:
    """What goes now to whoever has to speak first: whether words do, in their windows, and which
    matters ring outside of them.
    """

    words: bool = True
    rings: frozenset[str] = frozenset()


def ring(chat: Address, about: object, day: date) -> tuple[str, str]:
    """The row, by channel and external id, of a ring outside of all windows: one a case and day."""
    return f"{chat.channel}-template", mark(chat.chat, str(about), f"{day:%Y%m%d}")

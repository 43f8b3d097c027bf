"""How many messages an account may say to one follower, and how long.

Five within 48 hours after a word of theirs, three within a minute after a click, a follow, a scan
or a tap on an offered line (developers.weixin.qq.com, kf/intro). How the two add up is written
nowhere: here a new word fills up to five, nothing accumulates, the short one is spent first.
"""

from __future__ import annotations

from dataclasses import dataclass

from tests.fakes.wechat.errors import ApiError

AFTER_A_WORD = (48 * 3600.0, 5)
AFTER_A_TAP = (60.0, 3)
"""Seconds and messages."""


@dataclass(slots=True)
class Window:
    until: float = 0.0
    left: int = 0

    def opens(self, now: float, rule: tuple[float, int]) -> None:
        self.until, self.left = now + rule[0], rule[1]


class Windows:
    """Of one follower; times are epoch seconds."""

    def __init__(self) -> None:
        self.word, self.tap = Window(), Window()

    def says(self, now: float) -> None:
        self.word.opens(now, AFTER_A_WORD)

    def taps(self, now: float) -> None:
        self.tap.opens(now, AFTER_A_TAP)

    def close(self) -> None:
        self.word, self.tap = Window(), Window()

    def left(self, now: float) -> int:
        return sum(one.left for one in (self.tap, self.word) if now < one.until)

    def spend(self, now: float) -> None:
        """Raises ApiError 45015 where none is open, 45047 where all that are open are used up."""
        still = [one for one in (self.tap, self.word) if now < one.until]
        if not still:
            raise ApiError(45015)
        for one in still:
            if one.left:
                one.left -= 1
                return
        raise ApiError(45047)

"""What WeChat takes nothing of for a while: it is not asked in vain meanwhile, no rider's quota is
spent on it, and admins hear why.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from bot.channels.tencent.calls import Refused
from bot.channels.wechat.errors import (
    ADDRESS,
    DAY,
    MINUTE,
    NO_RIGHT,
    OURS,
    SECRET,
    STALE_TOKEN,
    TEMPLATE,
)

CHINA = ZoneInfo("Asia/Shanghai")
"""Whose midnight begins a day's calls anew."""
EVERYTHING = ""
FOR_GOOD = datetime.max.replace(tzinfo=UTC)
"""As long as this house runs: nobody grants a right between two calls."""

Ends = Callable[[datetime], datetime]


class Hold(NamedTuple):
    """`whole`: everything that we ask, else this one call. `trouble` is what is said of it, '' for
    what goes by itself.
    """

    ends: Ends
    whole: bool = False
    trouble: str = ""


def _soon(now: datetime) -> datetime:
    return now + OURS


def _never(now: datetime) -> datetime:
    return FOR_GOOD


def midnight(now: datetime) -> datetime:
    tomorrow = now.astimezone(CHINA).date() + timedelta(days=1)
    return datetime.combine(
        tomorrow,
        time(),
        CHINA,
    )


HOLDS: dict[int, Hold] = {
    **dict.fromkeys(
        SECRET,
        Hold(
            _soon,
            whole=True,
            trouble="account",
        ),
    ),
    ADDRESS: Hold(
        _soon,
        whole=True,
        trouble="address",
    ),
    **dict.fromkeys(
        STALE_TOKEN,
        Hold(
            _soon,
            whole=True,
            trouble="access",
        ),
    ),
    **dict.fromkeys(NO_RIGHT, Hold(_never, trouble="rights")),
    DAY: Hold(midnight, trouble="day"),
    MINUTE: Hold(_soon),
}
"""By error code; the worst first."""
WRONG = dict.fromkeys(TEMPLATE, Hold(_soon, trouble="template"))
"""The same of one template alone: the others ring, and it is tried again."""


class Holds:
    """`found` hears what is wrong now, '' for nothing."""

    def __init__(
        self, clock: Callable[[], datetime], found: Callable[[str], None]
    ) -> None:
        self._clock = clock
        self._found = found
        self._held: dict[str, tuple[int, datetime]] = {}

    def check(self, path: str) -> None:
        """Raises Refused where it is known that this call is not taken now."""
        for held in (EVERYTHING, path):
            code, until = self._held.get(held, (0, self._clock()))
            if self._clock() < until:
                raise Refused(code)

    def lacks(self, path: str) -> bool:
        """Whether the account has no right to it."""
        code, _ = self._held.get(path, (0, None))
        return code in NO_RIGHT

    def shut(self, path: str) -> bool:
        """Whether nothing goes by this call for longer than a moment."""
        now = self._clock()
        held = [self._held.get(one, (0, now)) for one in (EVERYTHING, path)]
        return any(now < until and HOLDS[code].trouble for code, until in held)

    def refused(self, path: str, code: int) -> None:
        hold = HOLDS.get(code)
        if hold is not None:
            held = EVERYTHING if hold.whole else path
            self._held[held] = (code, hold.ends(self._clock()))
            self._found(self.trouble)

    def wrong(self, template: str, code: int) -> None:
        """What this template is set up with is not what WeChat knows."""
        if code in WRONG:
            self._held[template] = (code, self._clock())
            self._found(self.trouble)

    def taken(self, path: str) -> None:
        """It is over."""
        held = [one for one in (EVERYTHING, path) if one in self._held]
        for one in held:
            del self._held[one]
        if held:
            self._found(self.trouble)

    @property
    def everything(self) -> bool:
        """Whether nothing at all was taken, last time."""
        return EVERYTHING in self._held

    @property
    def trouble(self) -> str:
        codes = {code for code, _ in self._held.values()}
        known = (HOLDS | WRONG).items()
        found = (hold.trouble for code, hold in known if code in codes)
        return next((one for one in found if one), "")

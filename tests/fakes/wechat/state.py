"""What a fake WeChat remembers: followers, files, codes, calls. No HTTP and no waiting."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from tests.fakes.signal import Signal
from tests.fakes.wechat.errors import ApiError, Json, require
from tests.fakes.wechat.failures import FailurePlan
from tests.fakes.wechat.phone import Shown
from tests.fakes.wechat.tokens import Tokens
from tests.fakes.wechat.windows import Windows

MEDIA_LIFE = 3 * 86400.0  # seconds


@dataclass(slots=True)
class Follower:
    """One person, as the account knows them: no name, no picture (since 2021-12-27)."""

    openid: str
    subscribed: bool = False
    since: int = 0
    scene: str = ""
    blacklisted: bool = False
    refuses_templates: bool = False
    windows: Windows = field(default_factory=Windows)
    phone: list[Shown] = field(default_factory=list)


class Media(NamedTuple):
    """A file of three days; `kind` is image, voice, video or thumb."""

    kind: str
    data: bytes
    until: float
    name: str = ""


class Call(NamedTuple):
    """One call of the bot: path without /cgi-bin/, JSON or the query, errcode (0 = done)."""

    path: str
    params: Json
    errcode: int


def _nobody(openid: str, number: int, arrived: bool) -> None:
    """Who hears whether a template message arrived, before there is a callback."""


class State:
    """Everything one account's WeChat knows."""

    def __init__(self, app_id: str, secret: str, clock: Callable[[], float]) -> None:
        self.clock, self.ahead = clock, 0.0
        self.tokens = Tokens(app_id, secret, self.now)
        self.verified = True
        self.most_in_menu = 6  # msgmenu's maximum is not known
        self.followers: dict[str, Follower] = {}
        self.media: dict[str, Media] = {}
        self.templates: dict[str, str] = {}
        self.tickets: dict[str, str] = {}
        self.codes: dict[str, tuple[str, float]] = {}
        self.menu: Json | None = None
        self.failures = FailurePlan()
        self.counts: Counter[str] = Counter()
        self.calls: deque[Call] = deque(maxlen=2000)
        self.changed = Signal()
        self.sent_templates: dict[tuple[str, str], tuple[float, int]] = {}
        self.told_templates: Callable[[str, int, bool], None] = _nobody
        self._numbers: Counter[str] = Counter()

    def now(self) -> float:
        """Epoch seconds."""
        return self.clock() + self.ahead

    def number(self, of: str) -> int:
        """The next number of a series, from 1."""
        self._numbers[of] += 1
        return self._numbers[of]

    def follower(self, openid: object) -> Follower:
        """Whom the account may speak to. Raises ApiError 40003, 43004 or 43019."""
        found = self.followers.get(str(openid))
        if found is None:
            raise ApiError(40003)
        require(found.subscribed, 43004)
        require(not found.blacklisted, 43019)
        return found

    def keep(self, kind: str, data: bytes, name: str = "") -> str:
        """Keep a file for three days; its media_id, as long as real ones are."""
        media_id = f"Zr{self.number('media'):06d}".ljust(64, "q")
        self.media[media_id] = Media(kind, data, self.now() + MEDIA_LIFE, name)
        return media_id

    def file(self, media_id: object, kind: str | None = None) -> Media:
        """Raises ApiError 40007 for one that is unknown, too old, or of another kind."""
        found = self.media.get(str(media_id))
        if found is None or self.now() >= found.until:
            raise ApiError(40007)
        require(kind in (None, found.kind), 40007)
        return found

    def shows(self, follower: Follower, shown: Shown) -> None:
        follower.phone.append(shown)
        self.changed.notify()

"""What a fake WeCom remembers: members, files, cards and their codes, calls. No HTTP and no
waiting.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from tests.fakes.signal import Signal
from tests.fakes.wecom.errors import ApiError, Json, require
from tests.fakes.wecom.failures import FailurePlan
from tests.fakes.wecom.phone import Card, Shown
from tests.fakes.wecom.tokens import Tokens

MEDIA_LIFE = 3 * 86400.0  # seconds
CODE_LIFE = 72 * 3600.0


@dataclass(slots=True)
class Member:
    """One person of the corp. `userid` as the console has it: it counts in either case.

    `sees` whether the app is for them, `licensed` whether the corp pays for them. `dropped` counts
    what went over a limit, of which nobody is told.
    """

    userid: str
    name: str
    department: tuple[int, ...] = (1,)
    sees: bool = True
    licensed: bool = True
    phone: list[Shown] = field(default_factory=list)
    sent: deque[float] = field(default_factory=deque)
    dropped: int = 0


class Media(NamedTuple):
    kind: str
    data: bytes
    until: float
    name: str


class Call(NamedTuple):
    """One call of the bot: path without /cgi-bin/, JSON or the query, errcode (0 = done)."""

    path: str
    params: Json
    errcode: int


@dataclass(slots=True)
class Code:
    """A response_code: it changes the cards of its task, once."""

    task_id: str
    until: float
    spent: bool = False


class State:
    """Everything that one app of one corp knows."""

    def __init__(
        self, corp_id: str, agent_id: int, secret: str, clock: Callable[[], float]
    ) -> None:
        self.corp_id, self.agent_id = corp_id, agent_id
        self.clock, self.ahead = clock, 0.0
        self.tokens = Tokens(corp_id, secret, self.now)
        self.accounts = 200  # of the corp; ≤ accounts × 200 person-times a day
        self.has_callback = False
        self.members: dict[str, Member] = {}
        self.media: dict[str, Media] = {}
        self.tasks: dict[str, dict[str, Card]] = {}
        self.codes: dict[str, Code] = {}
        self.sent: dict[str, float] = {}
        self.said: dict[str, float] = {}
        self.login_codes: dict[str, tuple[str, float]] = {}
        self.open_ids: dict[str, str] = {}
        self.menu: Json | None = None
        self.day: tuple[int, int] = (0, 0)
        self.failures = FailurePlan()
        self.counts: Counter[str] = Counter()
        self.calls: deque[Call] = deque(maxlen=2000)
        self.changed = Signal()
        self._numbers: Counter[str] = Counter()

    def now(self) -> float:
        """Epoch seconds."""
        return self.clock() + self.ahead

    def number(self, of: str) -> int:
        """The next number of a series, from 1."""
        self._numbers[of] += 1
        return self._numbers[of]

    def member(self, userid: object) -> Member | None:
        return self.members.get(str(userid).lower())

    def own_agent(self, agent_id: object) -> None:
        """Raises ApiError 41011 or 301002."""
        require(isinstance(agent_id, int) or str(agent_id).isdecimal(), 41011)
        require(int(str(agent_id)) == self.agent_id, 301002)

    def keep(self, kind: str, data: bytes, name: str) -> str:
        """Keep a file for three days; its media_id."""
        media_id = f"1Yv-{self.number('media'):06d}".ljust(64, "z")
        self.media[media_id] = Media(kind, data, self.now() + MEDIA_LIFE, name)
        return media_id

    def file(self, media_id: object, kind: str | None = None) -> Media:
        """Raises ApiError 40007: never there, too old, of another kind."""
        found = self.media.get(str(media_id))
        if found is None or found.until <= self.now():
            raise ApiError(40007)
        require(kind in (None, found.kind), 40007, "of another kind")
        return found

    def code(self, task_id: str) -> str:
        """A new response_code for a card."""
        made = f"rc{self.number('code'):06d}".ljust(43, "R")
        self.codes[made] = Code(task_id, self.now() + CODE_LIFE)
        return made

    def spend(self, code: object) -> Code:
        """Raises ApiError for what is unknown, spent or older than 72 hours."""
        found = self.codes.get(str(code))
        if found is None or found.spent or found.until <= self.now():
            raise ApiError(42012)
        found.spent = True
        return found

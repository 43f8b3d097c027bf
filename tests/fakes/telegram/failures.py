"""What goes wrong on purpose: failures planned by a test, and Telegram's own rate limits."""

import math
import time
from collections import defaultdict, deque
from dataclasses import dataclass, field
from typing import Literal, get_args

from tests.fakes.telegram.state import ApiError

Kind = Literal[
    "429",
    "500",
    "502",
    "403",
    "400",
    "accept_then_timeout",
    "cut",
    "cut_before",
    "slow",
    "garbage",
]
KINDS: tuple[str, ...] = get_args(Kind)

#: Refused before the method runs: nothing is delivered.
REFUSALS = frozenset({"429", "500", "502", "403", "400", "cut_before"})


@dataclass(slots=True)
class Failure:
    """One planned failure; `left` counts down with every call that it hits.

    method      a Bot API method, "file" for downloads, None for all but getUpdates, "*" for all
    chat_id     only calls for this chat, when given
    skip        so many matching calls pass unharmed first
    retry_after seconds told with a 429
    seconds     how long "accept_then_timeout" holds the connection
    ms          delay of "slow", milliseconds
    """

    method: str | None
    kind: Kind
    left: int
    chat_id: int | None = None
    skip: int = 0
    retry_after: int = 1
    seconds: float = 30.0
    ms: float = 500.0
    description: str = "Forbidden: bot was blocked by the user"
    hits: int = 0

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(
                f"unknown kind of failure {self.kind!r}, known: {', '.join(KINDS)}"
            )

    def meets(self, method: str, chat_id: int | None) -> bool:
        fits = (
            method != "getUpdates"
            if self.method is None
            else self.method in ("*", method)
        )
        return fits and (self.chat_id is None or self.chat_id == chat_id)

    def error(self) -> ApiError:
        """The answer of a refusal that has a JSON body."""
        if self.kind == "429":
            text = f"Too Many Requests: retry after {self.retry_after}"
            return ApiError(429, text, {"retry_after": self.retry_after})
        return (
            ApiError(int(self.kind), self.description)
            if self.kind in ("403", "400")
            else ApiError(500, "Internal Server Error")
        )


@dataclass(slots=True)
class FailurePlan:
    """The failures still to come, in the order in which they were planned."""

    planned: list[Failure] = field(default_factory=list)

    def add(self, failure: Failure) -> Failure:
        self.planned.append(failure)
        return failure

    def next_for(self, method: str, chat_id: int | None) -> Failure | None:
        """The failure that hits this call, used up by one; None when it goes well."""
        for failure in self.planned:
            if failure.meets(method, chat_id):
                if failure.skip > 0:
                    failure.skip -= 1
                    continue
                failure.left -= 1
                failure.hits += 1
                if failure.left <= 0:
                    self.planned.remove(failure)
                return failure
        return None

    def clear(self) -> None:
        self.planned.clear()


@dataclass(slots=True)
class RateLimits:
    """Telegram's published limits (core.telegram.org/bots/faq): 30 messages/s overall, 20/min in
    one group.

    Refused calls count too, so going on after a 429 lengthens it, as it does in reality. Off until
    `on` is set.
    """

    on: bool = False
    overall: int = 30
    overall_seconds: float = 1.0
    group: int = 20
    group_seconds: float = 60.0
    _overall: deque[float] = field(default_factory=deque)
    _groups: defaultdict[int, deque[float]] = field(
        default_factory=lambda: defaultdict(deque)
    )

    def count(self, chat_id: int, messages: int = 1) -> None:
        """Count messages to a chat; ApiError 429 with whole seconds to wait when there were too
        many.
        """
        if not self.on:
            return
        wait = self._wait(self._overall, self.overall, self.overall_seconds, messages)
        if chat_id < 0:
            wait = max(
                wait,
                self._wait(
                    self._groups[chat_id], self.group, self.group_seconds, messages
                ),
            )
        if wait > 0:
            seconds = math.ceil(wait)
            raise ApiError(
                429,
                f"Too Many Requests: retry after {seconds}",
                {"retry_after": seconds},
            )

    @staticmethod
    def _wait(sent: deque[float], most: int, window: float, messages: int) -> float:
        now = time.monotonic()
        while sent and sent[0] <= now - window:
            sent.popleft()
        sent.extend([now] * messages)
        return 0.0 if len(sent) <= most else max(sent[-most - 1] + window - now, 0.001)

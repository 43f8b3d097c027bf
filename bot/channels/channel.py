"""What every channel is to the rest of the house: it sends letters and fetches what they refer
to.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol

from domain.messages import Can, Event, Media, Reply
from storage.memory.media import Kept
from storage.outbox.letters import Letter
from storage.sent_messages import SentMessage

Offer = Callable[[Sequence[Event]], Awaitable[None]]
"""Hands events to the intake; returns when they are committed."""


@dataclass(frozen=True, slots=True)
class Sent:
    """A message that now stands in the chat; `shape` is "text" or "photo". `new` is false for an
    edit. `left` is what could not go with it now, and is to be said by itself.
    """

    message_id: str
    shape: str = "text"
    new: bool = True
    left: Reply | None = None


class SendError(Exception):
    """A letter did not go, or may not have gone.

    `permanent`: no use trying again. `after`: earliest next try. `uncertain`: it may have arrived
    all the same. `gone`: the chat cannot be reached until it comes back. `moved_to`: the chat has
    this new id. `busy`: the channel itself asked us to slow down, which is no failure of this
    letter. `ours`: we asked ourselves to, and nothing was asked of the channel. `elsewhere`: where
    it stands was said in its place.
    """

    elsewhere = False
    ours = False

    def __init__(
        self,
        log: str,
        *,
        permanent: bool = False,
        after: timedelta | None = None,
        uncertain: bool = False,
        gone: bool = False,
        moved_to: str = "",
        busy: bool = False,
    ) -> None:
        super().__init__(log)
        self.log = log
        self.permanent = permanent
        self.after = after
        self.uncertain = uncertain
        self.gone = gone
        self.moved_to = moved_to
        self.busy = busy

    @property
    def answered(self) -> bool:
        """Whether the other side said anything at all."""
        return not self.uncertain


class Full(SendError):
    """So much as a chat may get for now has gone to it: a part is kept for what is pressing."""

    ours = True


class TurnedAway(RuntimeError):
    """The other side will not have us for as long as we run; the text says so to a person."""


class FetchError(Exception):
    """A file could not be fetched; `permanent` when it never will be."""

    def __init__(self, log: str, *, permanent: bool = False) -> None:
        super().__init__(log)
        self.permanent = permanent


class Channel(Protocol):
    """A way to people. `per_second` and `per_chat` (seconds a message) pace what delivery sends
    through it.
    """

    name: str
    per_second: float
    burst: int

    def pace_of(self, chat: str) -> tuple[float, int]:
        """(seconds between messages, how many may go at once) for one chat."""

    def can(self, chat: str) -> Can:
        """What is shown there."""

    def claims(self, chat: str) -> bool:
        """Whether nobody will ever say that what is sent there now has arrived: it is written down
        before, and not sent again.
        """

    async def page(self, letter: Letter) -> str:
        """A line that leads to what the chat cannot show of it, '' where nothing does."""

    def is_private(self, chat: str) -> bool:
        """Whether one person alone reads there: else it is a group."""

    def silent_for(self) -> float:
        """Seconds since the other side last said anything, though it should have; else 0."""

    async def start(self) -> None: ...

    async def stop(self) -> None: ...

    async def send(
        self, letter: Letter, standing: SentMessage | None, media: Sequence[Kept]
    ) -> list[Sent]:
        """Sends or edits. Raises SendError."""

    async def listens(self, chat: str) -> bool:
        """Whether a group still takes messages; nothing is said there. Raises SendError where that
        cannot be told now.
        """

    async def fetch(self, media: Media) -> bytes:
        """The bytes behind a reference. Raises FetchError."""

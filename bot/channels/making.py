"""What a channel is built of, and what it brings to the house: one row of the table for each."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from starlette.types import ASGIApp, Receive, Scope, Send

from bot.channels.channel import Channel, Offer
from bot.config.fitting import Result
from bot.config.settings import Config
from bot.media.files import Files
from bot.workshop.workshop import Workshop
from domain.messages import Address, Event
from handlers.dialog.setup import Setup
from storage.database import Database
from storage.outbox.letters import Letter

Phones = Sequence[Mapping[str, str]]
"""The demo's: role, token and title of each; empty where the chat runs for real."""


@dataclass(frozen=True)
class Parts:
    """What channels are built of. `pending` says whether something is being said to a chat or
    waits only for its turn; `at_last` tells that a chat can be reached; `hand_over` takes letters
    that were just committed; `phones` makes the demo page.
    """

    config: Config
    database: Database
    setup: Setup
    files: Files
    workshop: Workshop
    offer: Offer
    pending: Callable[[Address], bool]
    at_last: Callable[[Address], None]
    hand_over: Callable[[Iterable[Letter]], None]
    phones: Phones = ()


class Receiver(Protocol):
    """A channel with a loop of its own. It is begun anew when `anew` is set."""

    anew: asyncio.Event

    async def start(self) -> None:
        """Asks who we are, waiting as long as nobody answers. Raises what is fatal."""

    def link(self) -> str:
        """The address that brings a start code, with {code} in it, once it has started."""

    async def run(self) -> None:
        """Until cancelled. Raises what is fatal."""

    def takes_over(self, seconds: float) -> None:
        """For so long a house that was here before may still be receiving."""

    def was_away(self, seconds: float) -> None:
        """The machine stood still: nobody may be at the other end of connections any more."""


class Route(Protocol):
    """A path of the site, as starlette has it: who has none does without starlette."""

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None: ...


@dataclass(frozen=True)
class Door:
    """`routes` are the web site's; `direct` stands before it, by path."""

    channel: Channel
    receiver: Receiver | None = None
    routes: Sequence[Route] = ()
    direct: Mapping[str, ASGIApp] = field(default_factory=dict)


@dataclass(frozen=True)
class Maker:
    """`read_again` makes an event of
    what was kept raw (external id, raw), None where that cannot be read. `asked` says for
    `gridbee check` whether the other side takes us, within so many seconds. `link` is the address
    that brings a start code, None where nobody can be brought. `fatal` is what cannot be mended
    while the house runs.
    """

    make: Callable[[Parts], Door]
    read_again: Callable[[str, object], Event | None]
    link: Callable[[Config, str], Awaitable[str]] | None = None
    asked: Callable[[Config, float], Awaitable[list[Result]]] | None = None
    fatal: tuple[type[Exception], ...] = ()

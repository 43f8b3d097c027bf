"""The robots of all groups as one of the house's channels; a chat is the code of an area."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.channels.channel import FetchError, Sent
from bot.channels.robots.draw import CAN
from bot.channels.robots.send import CHANNEL, Sender
from domain.messages import Can, Media
from storage.database import Database
from storage.memory.media import Kept
from storage.outbox.letters import Letter
from storage.sent_messages import SentMessage


class Robots:
    """One way: nobody is heard, and nothing that was said can be changed."""

    name = CHANNEL
    per_second = 0.0
    burst = 1

    def __init__(self, database: Database, urls: Mapping[str, str]) -> None:
        """Raises ValueError for an address to which nothing can be sent."""
        self._sender = Sender(database, urls)

    def can(self, chat: str) -> Can:
        return CAN

    def claims(self, chat: str) -> bool:
        return False

    def pace_of(self, chat: str) -> tuple[float, int]:
        """The sender counts, by robot and not by chat."""
        return 0.0, 1

    def is_private(self, chat: str) -> bool:
        return False

    def silent_for(self) -> float:
        return 0.0

    async def page(self, letter: Letter) -> str:
        return ""

    async def start(self) -> None: ...

    async def stop(self) -> None:
        await self._sender.close()

    async def send(
        self,
        letter: Letter,
        standing: SentMessage | None,
        media: Sequence[Kept],
    ) -> list[Sent]:
        """Nothing stands there that could be named. Raises SendError."""
        await self._sender.send(letter)
        return []

    async def listens(self, chat: str) -> bool:
        """A robot cannot be asked without saying something."""
        return True

    async def fetch(self, media: Media) -> bytes:
        raise FetchError("a robot brings nothing", permanent=True)

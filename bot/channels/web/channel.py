"""The web chat as one of the house's channels."""

from __future__ import annotations

from collections.abc import Sequence

from bot.channels.channel import FetchError, Sent
from bot.channels.web.hub import Hub
from bot.channels.web.send import Sender
from domain.messages import PAGE, Can, Media
from storage.database import Database
from storage.memory.media import Kept
from storage.outbox.letters import Letter
from storage.sent_messages import SentMessage


class Web:
    name = "web"
    per_second = 0.0
    burst = 1

    def __init__(self, database: Database, hub: Hub) -> None:
        self._sender = Sender(database, hub)
        self._hub = hub

    def pace_of(self, chat: str) -> tuple[float, int]:
        return 0, 1

    def can(self, chat: str) -> Can:
        return PAGE

    def claims(self, chat: str) -> bool:
        return False

    async def page(self, letter: Letter) -> str:
        return ""

    def is_private(self, chat: str) -> bool:
        return True

    def silent_for(self) -> float:
        return 0.0

    async def start(self) -> None:
        return None

    async def stop(self) -> None:
        self._hub.stop()

    async def send(
        self, letter: Letter, standing: SentMessage | None, media: Sequence[Kept]
    ) -> list[Sent]:
        """Raises SendError while a picture is still on its way."""
        return await self._sender.send(
            letter,
            standing,
            media,
        )

    async def listens(self, chat: str) -> bool:
        return True

    async def fetch(self, media: Media) -> bytes:
        raise FetchError("web files come with their message", permanent=True)

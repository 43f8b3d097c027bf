"""What Telegram refuses, read by PTB's own reader: imported with the first refusal, as it brings
files, keyboards and stickers along.
"""

from __future__ import annotations

from typing import Any

from bot.channels.telegram.answers import checked
from bot.http.connection import Answer
from storage.fronts import without_front

with without_front("telegram", "telegram.request"):
    from telegram.request._baserequest import BaseRequest

NEVER = 0.0
"""Nothing is waited for."""


class Refusal(BaseRequest):
    """An answer that is already here, so that PTB can read the error in it."""

    def __init__(self, status: int, body: bytes) -> None:
        self._status = status
        self._body = body

    async def read(self) -> None:
        """Raises the TelegramError that the answer is."""
        await self.retrieve("")

    @property
    def read_timeout(self) -> float:
        return NEVER

    async def initialize(self) -> None:
        """Nothing is opened."""

    async def shutdown(self) -> None:
        """Nothing is open."""

    async def do_request(self, *_: Any, **__: Any) -> Answer:
        return checked(self._status, self._body)

"""One call of the Bot API through PTB's request: JSON in and out, PTB's errors. Its objects cost
a third of a send.
"""

from __future__ import annotations

from typing import Any

from telegram import InputFile
from telegram.request import RequestData
from telegram.request._requestparameter import RequestParameter

from bot.channels.telegram.request import AiohttpRequest


class Api:
    """`base_url` and `base_file_url` end in …/bot and …/file/bot, as PTB wants them."""

    def __init__(self, token: str, base_url: str, base_file_url: str) -> None:
        self._url = f"{base_url}{token}/"
        self._file_url = f"{base_file_url}{token}/"
        self._calls = AiohttpRequest()
        self._polls = AiohttpRequest(connections=1)

    async def call(
        self, method: str, files: dict[str, InputFile] | None = None, **params: Any
    ) -> Any:
        """The `result` of a method. Raises telegram.error.TelegramError and its kinds."""
        made = [RequestParameter(name, value, None) for name, value in params.items()]
        made += [
            RequestParameter(name, None, [file]) for name, file in (files or {}).items()
        ]
        return await self._calls.post(self._url + method, RequestData(made))

    async def updates(
        self, offset: int, seconds: int, kinds: list[str]
    ) -> list[dict[str, Any]]:
        """Long poll. Asking with `offset` tells Telegram that all before it is stored."""
        params = {
            "offset": offset,
            "timeout": seconds,
            "limit": 100,
            "allowed_updates": kinds,
        }
        made = [RequestParameter(name, value, None) for name, value in params.items()]
        result: Any = await self._polls.post(
            self._url + "getUpdates", RequestData(made), read_timeout=seconds + 10
        )
        return list(result)

    async def download(self, file_path: str) -> bytes:
        return await self._calls.retrieve(self._file_url + file_path)

    async def close(self) -> None:
        await self._calls.shutdown()
        await self._polls.shutdown()

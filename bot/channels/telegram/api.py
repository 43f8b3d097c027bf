"""One call of the Bot API: JSON in and out, PTB's errors."""

from __future__ import annotations

from typing import Any

from bot.channels.telegram import loose
from bot.channels.telegram.request import Calls
from bot.http.multipart import Upload

LATE = 3.0  # seconds that an empty answer to a long poll may come after its time


class Api:
    """`base_url` and `base_file_url` end in …/bot and …/file/bot, as PTB wants them."""

    def __init__(
        self,
        token: str,
        base_url: str,
        base_file_url: str,
    ) -> None:
        """Raises ValueError where nothing can be sent to these addresses."""
        self._url = f"{base_url}{token}/"
        self._file_url = f"{base_file_url}{token}/"
        self._calls = Calls()
        self._polls = Calls(connections=1)
        self._calls.prepare(self._url)
        self._calls.prepare(self._file_url)

    async def call(
        self, method: str, files: dict[str, Upload] | None = None, **params: Any
    ) -> Any:
        """The `result` of a method; a parameter that is None is left out.

        Raises telegram.error.TelegramError and its kinds.
        """
        given = {name: value for name, value in params.items() if value is not None}
        return await self._calls.post(
            self._url + method,
            given,
            files,
        )

    async def updates(
        self,
        offset: int,
        seconds: int,
        kinds: list[str],
    ) -> list[Any]:
        """Long poll. Asking with `offset` tells Telegram that all before it is stored."""
        params = {
            "offset": offset,
            "timeout": seconds,
            "limit": 100,
            "allowed_updates": kinds,
        }
        url = self._url + "getUpdates"
        read = loose.updates
        return list(
            await self._polls.post(
                url,
                params,
                wait=seconds + LATE,
                read=read,
            )
        )

    async def download(self, file_path: str) -> bytes:
        return await self._calls.retrieve(self._file_url + file_path)

    def let_go(self) -> None:
        """Closes the connections that stand idle."""
        self._calls.let_go()
        self._polls.let_go()

    async def close(self) -> None:
        await self._calls.shutdown()
        await self._polls.shutdown()

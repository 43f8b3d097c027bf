"""A client for the control API of a fake Telegram that runs as its own process, and a way to start
one.

Use:

    async with standalone(token="1:TEST") as telegram:
        await telegram.user(1001, "Wang")
        await telegram.says(1001, "/start")
        await telegram.wait(1001, n=1)
"""

import asyncio
import base64
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Self

import aiohttp
import orjson

Json = dict[str, Any]
_PACKAGE = __package__ or "tests.fakes.telegram"
_ROOT = Path(__file__).resolve().parents[len(_PACKAGE.split("."))]


class ControlError(AssertionError):
    """The fake could not do what the test asked for."""


class ControlClient:
    """Drives a fake Telegram over HTTP. Ids are Telegram ids, timeouts seconds."""

    def __init__(self, url: str = "http://127.0.0.1:8081") -> None:
        self.url = url.rstrip("/")
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        self._session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=None))
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._session is not None:
            await self._session.close()

    @property
    def base_url(self) -> str:
        return f"{self.url}/bot"

    @property
    def base_file_url(self) -> str:
        return f"{self.url}/file/bot"

    async def call(self, name: str, /, **wish: Any) -> Any:
        """Any control by its name; ControlError with the reason when it is refused."""
        assert self._session is not None, "use `async with ControlClient(...)`"
        body = orjson.dumps(wish, default=_bytes)
        async with self._session.post(
            f"{self.url}/control/{name}", data=body
        ) as response:
            answer = orjson.loads(await response.read())
        if not answer["ok"]:
            raise ControlError(answer["error"])
        return answer["result"]

    # -- people
    # ---

    async def user(self, user_id: int, name: str = "Rider", **details: Any) -> Json:
        return dict(await self.call("user", id=user_id, name=name, **details))

    async def group(self, chat_id: int, title: str = "Grid", **details: Any) -> Json:
        return dict(await self.call("group", id=chat_id, title=title, **details))

    async def act(
        self, user: int, do: str, *args: Any, group: int | None = None, **kwargs: Any
    ) -> Any:
        """Any act of a person by its name in FakeUser: act(1001, "sends_document", b"...",
        name="a.pdf").
        """
        return await self.call(
            "act", user=user, do=do, group=group, args=args, kwargs=kwargs
        )

    async def says(
        self, user: int, text: str, group: int | None = None, **kwargs: Any
    ) -> int:
        return int(await self.act(user, "says", text, group=group, **kwargs))

    async def photo(
        self,
        user: int,
        data: bytes,
        caption: str | None = None,
        group: int | None = None,
    ) -> int:
        return int(await self.act(user, "sends_photo", data, caption, group=group))

    async def location(
        self, user: int, lat: float, lon: float, group: int | None = None
    ) -> int:
        return int(await self.act(user, "sends_location", lat, lon, group=group))

    async def press(
        self,
        user: int,
        label: str,
        message: int | None = None,
        group: int | None = None,
    ) -> str:
        return str(await self.act(user, "presses", label, message, group=group))

    async def group_act(self, group: int, do: str, by: int, *args: Any) -> Any:
        """adds_bot, kicks_bot, promotes_bot, migrates or renames."""
        return await self.call("group_act", group=group, do=do, user=by, args=args)

    # -- what the bot did
    # ---

    async def messages(self, chat: int) -> list[Json]:
        """The bot's visible messages: id, chat, words, labels, keyboard, markup, edits, at
        (epoch s), raw.
        """
        return list(await self.call("messages", chat=chat))

    async def wait(
        self, chat: int, n: int = 1, containing: str = "", timeout: float = 10.0
    ) -> list[Json]:
        """Until the chat has n bot messages (with the words); ControlError after `timeout`."""
        return list(
            await self.call(
                "wait", chat=chat, n=n, containing=containing, timeout=timeout
            )
        )

    async def alerts(self, user: int) -> list[Json]:
        return list(await self.call("alerts", user=user))

    async def counts(self) -> dict[str, int]:
        return dict(await self.call("counts"))

    async def updates(self) -> Json:
        """total, unconfirmed, newest (update_id)."""
        return dict(await self.call("updates"))

    # -- trouble
    # ---

    async def fail(
        self,
        method: str | None = None,
        times: int = 1,
        kind: str = "500",
        **details: Any,
    ) -> None:
        await self.call("fail", method=method, times=times, kind=kind, **details)

    async def heal(self) -> None:
        """Forget all failures planned."""
        await self.call("heal")

    async def settings(self, **settings: Any) -> None:
        """latency_ms, rate_limits, backwards."""
        await self.call("settings", **settings)

    async def push(self, update: Json) -> int:
        return int(await self.call("push", update=update))

    async def repeat(self, update_id: int | None = None) -> int:
        return int(await self.call("repeat", update_id=update_id))


def _bytes(value: Any) -> Any:
    if isinstance(value, bytes):
        return {"base64": base64.b64encode(value).decode()}
    raise TypeError(f"cannot send a {type(value).__name__}")


@asynccontextmanager
async def standalone(
    token: str = "1:TEST", latency_ms: float = 0, port: int = 0
) -> AsyncIterator[ControlClient]:
    """A fake Telegram as its own process, ended with the block; a bot may be killed meanwhile as
    often as you like.
    """
    options = ["--port", str(port), "--token", token, "--latency-ms", str(latency_ms)]
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        f"{_PACKAGE}.server",
        *options,
        cwd=_ROOT,
        stdout=asyncio.subprocess.PIPE,
    )
    assert process.stdout is not None
    try:
        first_line = (await process.stdout.readline()).decode()
        assert "http" in first_line, "the fake Telegram did not start"
        async with ControlClient(first_line.split()[-1]) as client:
            yield client
    finally:
        if process.returncode is None:
            process.terminate()
        await process.wait()

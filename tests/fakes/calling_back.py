"""How WeChat and WeCom both post a word or an event to the bot: up to three times, five seconds
each.
"""

from __future__ import annotations

import asyncio
from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import Any, Generic, NamedTuple, Protocol, TypeVar

import aiohttp

TRIES = 3


class Letter(Protocol):
    """A callback: what stands in the address, and the body."""

    @property
    def query(self) -> dict[str, str]: ...

    @property
    def body(self) -> bytes: ...


class Try(NamedTuple):
    """`status` is 0 where no answer came: `error` says why."""

    status: int
    body: bytes
    seconds: float
    error: str = ""


class Callback(Protocol):
    """One word or event on its way to the bot."""

    fields: dict[str, Any]
    tries: list[Try]
    ended: asyncio.Event


Sent = TypeVar("Sent", bound=Callback)


class Calling(ABC, Generic[Sent]):
    """Posts callbacks to `url`.

    `patience` is how long a try may take and, as nobody says what happens where a connection is
    refused, also how far a try is from the one before: seconds of the machine, not of the fake's
    clock. With a `pause` they are so far from the end of the one before. `repeats_address`:
    whether further tries have the timestamp and nonce of the first, which nobody says either.
    """

    def __init__(self) -> None:
        self.url = ""
        self.patience = 5.0
        self.pause: float | None = None
        self.repeats_address = False
        self.sent: list[Sent] = []
        self._tasks: set[asyncio.Task[None]] = set()
        self._session: aiohttp.ClientSession | None = None
        self._limit: asyncio.Timeout | None = None

    # -- what each of them does in its own way
    # ---

    @abstractmethod
    def letter(self, fields: dict[str, Any]) -> Letter:
        """Sealed as of now."""

    def tried(self) -> None:
        """A try is over; there may be more."""

    @abstractmethod
    def taken(self, callback: Sent, body: bytes) -> None:
        """It was answered with 200."""

    @abstractmethod
    def lost(self, callback: Sent) -> None:
        """It never was."""

    # -- what they have in common
    # ---

    async def start(self) -> None:
        connector = aiohttp.TCPConnector(limit=0)
        self._session = aiohttp.ClientSession(connector=connector)

    async def stop(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._session is not None:
            await self._session.close()

    async def settled(self) -> None:
        """When every callback so far has its outcome."""
        await asyncio.gather(*(callback.ended.wait() for callback in self.sent))

    def gives_up(self) -> None:
        """The try that was begun last has lasted long enough."""
        assert self._limit is not None, "nothing was tried"
        self._limit.reschedule(0)

    async def post(self, letter: Letter) -> Try:
        """One try of any letter, also of a false one."""
        headers = {"Content-Type": "text/xml", "User-Agent": "Mozilla/4.0"}
        return await self.ask("POST", letter.query, letter.body, headers)

    async def ask(
        self,
        verb: str,
        query: Mapping[str, str],
        body: bytes = b"",
        headers: Mapping[str, str] | None = None,
        patience: float | None = None,
    ) -> Try:
        """One request to `url`, within `patience` seconds where it is given."""
        assert self._session is not None, "the server was not started"
        loop = asyncio.get_running_loop()
        began = loop.time()
        try:
            async with asyncio.timeout(patience or self.patience) as self._limit:
                asked = self._session.request(
                    verb, self.url, params=query, data=body or None, headers=headers
                )
                async with asked as response:
                    found = await response.read()
                    return Try(response.status, found, loop.time() - began)
        except (aiohttp.ClientError, TimeoutError, OSError) as broken:
            return Try(0, b"", loop.time() - began, type(broken).__name__)

    def begin(self, callback: Sent) -> Sent:
        """On its way at once; others do not wait for it."""
        assert self.url, "no callback address is set in the console"
        self.sent.append(callback)
        task = asyncio.create_task(self._tries(callback), name="callback")
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return callback

    async def _tries(self, callback: Sent) -> None:
        letter = self.letter(callback.fields)
        for left in reversed(range(TRIES)):
            tried = await self.post(letter)
            callback.tries.append(tried)
            self.tried()
            if tried.status == 200:
                return self.taken(callback, tried.body)
            if left:
                rest = max(0.0, self.patience - tried.seconds)
                await asyncio.sleep(rest if self.pause is None else self.pause)
            if not self.repeats_address:
                letter = self.letter(callback.fields)
        self.lost(callback)

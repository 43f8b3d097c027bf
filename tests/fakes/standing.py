"""What the fake WeChat and the fake WeCom have in common as servers of a test."""

from __future__ import annotations

import asyncio
from abc import ABC, abstractmethod
from collections import Counter, deque
from collections.abc import Callable
from typing import Any, Protocol, Self, TypeVar

from aiohttp import web

from tests.fakes.calling_back import Calling
from tests.fakes.signal import Signal

LAST = 8  # calls that a test is told of that waited in vain
Found = TypeVar("Found")


class State(Protocol):
    """What such a server remembers."""

    ahead: float
    counts: Counter[str]
    calls: deque[Any]
    changed: Signal


class Standing(ABC):
    """On a port of its own, as long as a test lasts."""

    state: State
    sender: Calling[Any]

    def __init__(self) -> None:
        self._runner: web.AppRunner | None = None
        self._port = 0

    @abstractmethod
    def app(self) -> web.Application:
        """Where it answers."""

    async def start(self) -> None:
        self._runner = web.AppRunner(self.app(), access_log=None, shutdown_timeout=0.05)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self._port = self._runner.addresses[0][1]
        await self.sender.start()

    async def stop(self) -> None:
        await self.sender.stop()
        if self._runner is not None:
            await self._runner.cleanup()

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.stop()

    @property
    def url(self) -> str:
        """Instead of the real one's."""
        return f"http://127.0.0.1:{self._port}"

    def passes(self, seconds: float) -> None:
        self.state.ahead += seconds

    @property
    def counts(self) -> dict[str, int]:
        """Calls by path, failed ones too."""
        return self.state.counts

    async def settled(self) -> None:
        """When every callback so far has its outcome."""
        await self.sender.settled()

    async def until(
        self, condition: Callable[[], Found], timeout: float = 5.0
    ) -> Found:
        """Wait until `condition` holds, looked at after every call and every callback; its value.

        AssertionError after `timeout` seconds, with the bot's last calls.
        """
        try:
            async with asyncio.timeout(timeout):
                while True:
                    changed = self.state.changed.next()
                    if value := condition():
                        return value
                    await changed
        except TimeoutError:
            calls = list(self.state.calls)[-LAST:]
            raise AssertionError(
                f"waited {timeout} s in vain; last calls: {calls}"
            ) from None

"""The house as an operator runs it, to which things may be done: a process that is started again
when it ends, with a bad wire on either side and levers below it.
"""

from __future__ import annotations

import asyncio
import base64
import contextlib
import os
import re
import signal
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

from tests.fakes.telegram.control import ControlClient
from tests.fakes.telegram.server import FakeTelegram
from tests.faults.levers import Levers
from tests.faults.proxy import Proxy, proxy_to, to_port, to_socket
from tests.forked import forked, nothing
from tests.postgres_server import Server
from tests.telegram.town import ROOT, TOKEN, Bot

KEY = base64.b64encode(bytes(32)).decode()
CONFIGURED = (
    "per_second = 0\nper_chat_seconds = 0\ngroup_per_minute = 0\n"
    f'[encryption]\nkeys = ["{KEY}"]\n'
)
"""Telegram's paces are off; two houses of one database have one key."""

AGAIN_AFTER = 1.0  # seconds; systemd's RestartSec is 5 in docs/operators.md
SOCKET = ".s.PGSQL.5432"
TOLD = re.compile(r"level='(?:warning|error)' event='([\w.]+)'")


class Patient(Bot):
    """`levers` and the wires may be None where nothing is to be done with them."""

    def __init__(
        self,
        folder: Path,
        telegram: ControlClient,
        api: Proxy,
        levers: Levers | None,
        extra: str,
        url: str,
        near: str = "",
        database: Proxy | None = None,
    ) -> None:
        base = f"http://127.0.0.1:{api.port}"
        super().__init__(folder, f"{base}/bot", f"{base}/file/bot", TOKEN, extra)
        self.telegram = telegram
        self.api = api
        self.levers = levers
        self.url = url  # past the wire, for whoever looks
        self.near = near or url  # as the house has it
        self.wire = database
        self.ends: list[int] = []
        self.again_after = AGAIN_AFTER
        self._keeper: asyncio.Task[None] | None = None

    async def spawn(self) -> None:
        """A fork, with the levers below it."""
        first = self.levers.below if self.levers else nothing
        arguments = ["run", "--config", str(self.config)]
        self.process = await forked(arguments, ROOT, self.errors, first)

    async def begin(self) -> None:
        await self.start()
        self._keeper = asyncio.create_task(self._keep())

    async def _keep(self) -> None:
        """Starts it again whenever it has ended, as a supervisor does."""
        while True:
            assert self.process is not None
            self.ends.append(await self.process.wait())
            await asyncio.sleep(self.again_after)
            await self.spawn()

    async def finish(self) -> int:
        """Stops it for good. Returns its exit code."""
        if self._keeper is not None:
            self._keeper.cancel()
            await asyncio.wait([self._keeper])
        return await self.stop()

    @property
    def pid(self) -> int:
        assert self.process is not None
        return self.process.pid

    def signal(self, number: signal.Signals) -> None:
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, number)

    def events(self) -> list[str]:
        """What it warned of, the most frequent first."""
        return [event for event, _ in Counter(TOLD.findall(self.told())).most_common()]


@asynccontextmanager
async def on_sqlite(
    folder: Path, template: Path, library: Path | None
) -> AsyncIterator[Patient]:
    async with AsyncExitStack() as stack:
        telegram, api = await _line(stack)
        data = folder / "data"
        levers = Levers(library, folder / "levers", data) if library else None
        url = f"sqlite:///{data / 'gridbee.db'}"
        made = Patient(folder, telegram, api, levers, CONFIGURED, url)
        made.seed(template)
        yield await stack.enter_async_context(made)


@asynccontextmanager
async def on_postgres(
    folder: Path, server: Server, name: str, library: Path | None
) -> AsyncIterator[Patient]:
    """`name` is a database that is prepared."""
    async with AsyncExitStack() as stack:
        telegram, api = await _line(stack)
        connect = to_socket(f"{server.folder}/{SOCKET}")
        wire = await stack.enter_async_context(proxy_to(connect, Proxy))
        near = f"postgresql://postgres:@127.0.0.1:{wire.port}/{name}?ssl=disable"
        extra = f'{CONFIGURED}[database]\nurl = "{near}"\n'
        levers = Levers(library, folder / "levers", folder) if library else None
        url = server.url(name)
        made = Patient(folder, telegram, api, levers, extra, url, near, wire)
        made.data.mkdir()
        yield await stack.enter_async_context(made)


async def _line(stack: AsyncExitStack) -> tuple[ControlClient, Proxy]:
    fake = await stack.enter_async_context(FakeTelegram(TOKEN))
    telegram = await stack.enter_async_context(ControlClient(fake.url))
    return telegram, await stack.enter_async_context(
        proxy_to(to_port(fake.port), Proxy)
    )

"""A connection whose other side is silently gone: nobody waits on it for ever."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest
from sqlalchemy import text

from storage.database import Database
from tests.faults.proxy import Proxy, proxy_to, to_socket
from tests.postgres_server import Server
from tests.storage.cut_off import SOCKET

SOON = 0.3  # seconds
AGAIN_WITHIN = 10.0  # seconds: what is cancelled takes two to let go of its connection
QUERY = text("SELECT 1")


@dataclass
class Wired:
    """A database behind a wire."""

    database: Database
    wire: Proxy

    async def asks(self) -> None:
        async with self.database.unit() as unit:
            await unit.query(QUERY)


@pytest.fixture
async def wired(postgres: Server, postgres_url: str) -> AsyncIterator[Wired]:
    name = postgres_url.partition("/gridbee")[2].partition("?")[0]
    async with proxy_to(to_socket(f"{postgres.folder}/{SOCKET}"), Proxy) as wire:
        near = f"postgresql://postgres:@127.0.0.1:{wire.port}/gridbee{name}?ssl=disable"
        made = Wired(Database(near), wire)
        await made.asks()
        yield made
        wire.cut()
        await made.database.close()


async def test_a_statement_that_is_never_answered_fails_and_the_next_does_not(
    wired: Wired, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.database.WRITING", SOON)
    wired.wire.forget()
    with pytest.raises(TimeoutError):
        await wired.asks()
    async with asyncio.timeout(AGAIN_WITHIN):
        await wired.asks()


async def test_what_waits_on_connections_that_are_ended_waits_no_more(
    wired: Wired,
) -> None:
    wired.wire.forget()
    asking = asyncio.create_task(wired.asks())
    await asyncio.wait([asking], timeout=SOON)
    assert not asking.done()
    assert wired.database.connections.end() == 1
    async with asyncio.timeout(AGAIN_WITHIN):
        await asyncio.wait([asking])
        await wired.asks()

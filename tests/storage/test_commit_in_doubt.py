"""A connection to PostgreSQL that ends at the COMMIT: the server says what became of it, so that
nothing is taken for undone that is there.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest
from sqlalchemy.exc import DBAPIError

from domain.messages import Address, Reply
from storage.database import Database
from tests.faults.proxy import Proxy, proxy_to, to_socket
from tests.postgres_server import Server
from tests.storage.cut_off import SOCKET

TO = Address("telegram", "1001")
ANSWERED_WITHIN = 0.2  # seconds


class Hangup(Proxy):
    """Cuts at a COMMIT: "before" it is heard, or "after"."""

    at = ""

    async def pass_on(self, data: bytes, sink: asyncio.StreamWriter) -> None:
        at, commits = self.at, b"COMMIT" in data
        if commits and at == "before":
            self.cut()
            return
        await super().pass_on(data, sink)
        if commits and at == "after":
            # so long that the server has heard it; its answer is held back meanwhile
            self.line.open = False
            await asyncio.sleep(ANSWERED_WITHIN)
            self.cut()
            self.mend()


@dataclass
class Wired:
    database: Database
    wire: Hangup

    async def writes(self) -> int:
        """A letter; how many were handed over to whoever sends them."""
        async with self.database.unit() as unit:
            unit.outbox.add(TO, Reply(text="receipt"))
        self.wire.at = ""
        return len(unit.outbox.handover)

    async def waiting(self) -> int:
        async with self.database.unit() as unit:
            return len(await unit.outbox.waiting())


@pytest.fixture
async def wired(postgres: Server, postgres_url: str) -> AsyncIterator[Wired]:
    name = postgres_url.partition("/gridbee")[2].partition("?")[0]
    async with proxy_to(to_socket(f"{postgres.folder}/{SOCKET}"), Hangup) as wire:
        near = f"postgresql://postgres:@127.0.0.1:{wire.port}/gridbee{name}?ssl=disable"
        made = Wired(Database(near), wire)
        await made.database.start()
        await made.database.hold()
        # the lease's renewals are commits too
        assert made.database._hold._renewing is not None
        made.database._hold._renewing.cancel()
        yield made
        wire.at = ""
        await made.database.close()


async def test_what_was_committed_unanswered_counts_as_committed(wired: Wired) -> None:
    assert await wired.writes() == 1
    wired.wire.at = "after"
    assert await wired.writes() == 1
    assert await wired.waiting() == 2


async def test_what_was_not_committed_is_undone(wired: Wired) -> None:
    wired.wire.at = "before"
    with pytest.raises(DBAPIError):
        await wired.writes()
    wired.wire.at = ""
    assert await wired.waiting() == 0

"""Letters for the tests of the outbox."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from sqlalchemy import select

from domain.messages import Address, Reply
from storage.database import Database
from storage.outbox.letters import ANSWER, Letter
from storage.tables.messages import outbox
from tests.storage.making import HERE

HELLO = Reply("你好")


MINUTE = timedelta(minutes=1)


async def put(
    database: Database,
    to: Address = HERE,
    reply: Reply = HELLO,
    lane: int = ANSWER,
    **more: Any,
) -> Letter:
    async with database.unit() as unit:
        return unit.outbox.add(to, reply, lane, **more)


async def states(database: Database) -> dict[int, str]:
    async with database.reader() as reader:
        return {
            row.id: row.state
            for row in await reader.execute(select(outbox.c.id, outbox.c.state))
        }

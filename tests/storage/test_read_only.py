"""A PostgreSQL that only lets us read for a while, as one to which a failover came too early."""

from __future__ import annotations

from pathlib import Path

import asyncpg
import pytest
from sqlalchemy.exc import DBAPIError

from domain.messages import Address, Event
from tests.house import TestHouse

ONLY_READ = """
DO $$ BEGIN
  EXECUTE format('ALTER DATABASE %I SET default_transaction_read_only = {on}', current_database());
END $$
"""
ENDED = """
SELECT pg_terminate_backend(pid) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid()
"""


async def only_reads(url: str, on: bool) -> None:
    """From now on, for those who are connected too: their connections end."""
    made = await asyncpg.connect(url.replace("postgresql+asyncpg", "postgresql"))
    try:
        await made.execute("SET default_transaction_read_only = off")
        await made.execute(ONLY_READ.format(on="on" if on else "off"))
        await made.execute(ENDED)
    finally:
        await made.close()


async def test_what_is_said_meanwhile_is_not_taken_and_counts_when_it_comes_again(
    postgres_url: str, tmp_path: Path
) -> None:
    async with TestHouse(tmp_path, url=postgres_url) as house:
        where = Address("test", "rider1")
        said = Event("again1", where, where, private=True, name="小王", text="路灯坏了")
        await only_reads(postgres_url, on=True)
        with pytest.raises(DBAPIError):  # its connections have ended
            await house.take(said)
        with pytest.raises(DBAPIError, match="read-only"):
            await house.take(said)
        await only_reads(postgres_url, on=False)
        await house.take(said)
        assert "在哪儿" in house.channel.chats["rider1"][-1].text
        async with house.database.unit() as unit:
            assert await unit.arrivals.quarantined() == []
        assert not list(tmp_path.rglob("unreadable.jsonl"))

"""A house that goes on with what one of 0.2.0 left behind, in a file or in PostgreSQL.

`gridbee-0.2.0.db.gz` was made by the code of 0.2.0 itself: make_gridbee_0_2_0.py.
"""

from __future__ import annotations

import asyncio
import gzip
import itertools
import json
import sqlite3
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from alembic import command
from sqlalchemy import Boolean, Connection, MetaData, insert, text
from sqlalchemy.engine import make_url

from domain.case import Case
from domain.messages import Address
from domain.people import Person
from storage.database import Database
from storage.history import Line
from storage.upgrading import config
from tests.house import Actor, TestHouse
from tests.storage.migrated import Migrated

FILE = Path(__file__).parent / "gridbee-0.2.0.db.gz"
NEXT_DAY = datetime(2026, 11, 24, 4, 0, tzinfo=UTC)


def copied(connection: Connection, file: Path) -> None:
    """The same rows in tables of PostgreSQL as 0.2.0 made them."""
    command.upgrade(config(connection), "0002")
    tables = MetaData()
    tables.reflect(connection)
    old = sqlite3.connect(file)
    old.row_factory = sqlite3.Row
    for table in tables.sorted_tables:
        rows = [dict(row) for row in old.execute(f"SELECT * FROM {table.name}")]
        if rows and table.name != "alembic_version":
            flags = [c.name for c in table.c if isinstance(c.type, Boolean)]
            made = [row | {name: bool(row[name]) for name in flags} for row in rows]
            connection.execute(insert(table), made)
    # the log's ids are counted by the server, which did not hear of those that were brought
    last = "SELECT setval(pg_get_serial_sequence('audit', 'id'), max(id)) FROM audit"
    connection.execute(text(last))
    old.close()


async def of_0_2(url: str) -> None:
    """Puts there what a house of 0.2.0 left."""
    rows = gzip.decompress(FILE.read_bytes())
    if url.startswith("sqlite"):
        Path(make_url(url).database or "").write_bytes(rows)
        return
    database = Database(url)
    with tempfile.NamedTemporaryFile() as file:
        file.write(rows)
        file.flush()
        async with database.engine.begin() as connection:
            await connection.run_sync(copied, Path(file.name))
    await database.close()


class OldHouse(TestHouse):
    """The house of the tests on that file, or on the same rows in PostgreSQL."""

    __test__ = False
    on_template = False

    def __init__(self, folder: Path, migrated: Migrated, url: str = "") -> None:
        super().__init__(folder, url)
        self.migrated = migrated

    async def __aenter__(self) -> OldHouse:
        here = self.url or f"sqlite:///{self.file}"
        await self.migrated.put("of_0_2", here, of_0_2)
        self.clock.now = NEXT_DAY
        self.events, self.channel.ids = itertools.count(10_000), itertools.count(10_000)
        await self.database.start()
        self.office, self.people = Actor(self, "cg", "刘队"), await self._cast()
        await self.delivery.start()
        self._task = asyncio.create_task(self.delivery.run())
        return self

    async def _cast(self) -> dict[str, Person]:
        chats = ("coordinator", "lead", "street", "admin", "cg", "rider", "rider2")
        addresses = [Address("test", chat) for chat in chats]
        async with self.database.unit() as unit:
            found = await unit.people.at_many(addresses)
        return {address.chat: person for address, person in found.items()}

    async def case(self, number: str) -> Case:
        async with self.database.unit() as unit:
            found = await unit.cases.by_number(number)
        assert found is not None
        return found

    async def history(self, number: str) -> list[Line]:
        made = await self.case(number)
        async with self.database.unit() as unit:
            return await unit.history.of(made.id)

    async def orders(self) -> dict[str, dict[str, Any]]:
        """What is still to be drawn, by its kind."""
        async with self.database.unit() as unit:
            refs = [kept.media.ref for kept in await unit.media.wanted(99)]
        specs = [json.loads(ref) for ref in refs if ref.startswith("{")]
        return {spec["draw"]: spec for spec in specs}

"""A statement is one hop to SQLite's thread, and says what SQLAlchemy's own cursors would say."""

from __future__ import annotations

import asyncio
import sqlite3
import threading
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import delete, insert, literal, select, text, update
from sqlalchemy.exc import DBAPIError, OperationalError

from storage import sqlite
from storage.database import Database
from storage.tables.messages import seen
from tests.house import MORNING, Clock
from tests.storage.hops import counted

ROWS = [{"channel": "test", "external_id": str(n), "at": MORNING} for n in range(3)]
IDS = select(seen.c.external_id).order_by(seen.c.external_id)


async def opened(folder: Path) -> Database:
    made = Database(f"sqlite:///{folder}/gridbee.db", Clock())
    await made.start()
    return made


async def ids(database: Database) -> list[str]:
    async with database.unit() as unit:
        return list((await unit.query(IDS)).scalars())


async def test_a_question_with_all_its_rows_is_one_hop(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = await opened(tmp_path)
    async with made.unit() as unit:
        await unit.query(insert(seen), ROWS)
    async with made.unit() as unit:
        hops = counted(monkeypatch)
        assert list((await unit.query(IDS)).scalars()) == ["0", "1", "2"]
        assert len(hops) == 1
    await made.close()


async def test_a_statement_says_how_many_rows_it_changed_and_which(
    database: Database,
) -> None:
    async with database.unit() as unit:
        await unit.query(insert(seen), ROWS)
        changed = await unit.query(update(seen).values(channel="other"))
        assert changed.rowcount == 3
        one = seen.c.external_id == "1"
        gone = await unit.query(delete(seen).where(one).returning(seen.c.at))
        assert gone.scalars().all() == [MORNING]
        assert (await unit.query(delete(seen).where(one))).rowcount == 0
    assert await ids(database) == ["0", "2"]


async def test_a_question_that_cannot_be_answered_undoes_its_unit_and_nothing_else(
    database: Database,
) -> None:
    with pytest.raises(DBAPIError) as told:
        async with database.unit() as unit:
            await unit.query(insert(seen), ROWS)
            await unit.query(select(text("nothing FROM nowhere")))
    assert not told.value.connection_invalidated
    assert await ids(database) == []


async def test_a_statement_to_a_database_that_is_locked_is_told_as_one_that_is_down(
    tmp_path: Path,
) -> None:
    made = await opened(tmp_path)
    async with made.engine.connect() as connection:
        await connection.exec_driver_sql("PRAGMA busy_timeout=0")
    other = sqlite3.connect(tmp_path / "gridbee.db", timeout=0)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(OperationalError, match="locked"):
        async with made.engine.begin():
            pass
    other.close()
    assert await ids(made) == []
    await made.close()


async def test_a_question_that_is_cancelled_leaves_a_database_that_answers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = await opened(tmp_path)
    reached, goes_on = threading.Event(), threading.Event()

    def slowly(*given: Any) -> sqlite.Ran:
        reached.set()
        goes_on.wait(5)
        return sqlite.run(*given)

    async def asking() -> None:
        async with made.unit() as unit:
            await unit.query(insert(seen), ROWS)
            with monkeypatch.context() as slow:
                slow.setattr("storage.sqlite.run", slowly)
                await unit.query(select(literal("asked")))

    task = asyncio.create_task(asking())
    while not reached.is_set():
        await asyncio.sleep(0)
    task.cancel()
    goes_on.set()
    await asyncio.gather(task, return_exceptions=True)
    assert task.cancelled()
    assert await ids(made) == []
    await made.close()

"""What a Unit writes goes out with its commit, and leaves nothing where it fails."""

from __future__ import annotations

import asyncio
import sqlite3
import threading
from pathlib import Path

import pytest
from sqlalchemy import insert, select
from sqlalchemy.exc import IntegrityError, OperationalError

from domain.messages import Address, Reply
from storage.database import Database
from storage.tables.messages import outbox, seen
from storage.unit import Unit
from storage.writes import Batch, run_batch
from tests.house import MORNING, Clock
from tests.storage.hops import counted
from tests.storage.making import HERE, event

SECRET = "老板拖欠工资"


class Fails(Exception):
    """What a Unit fails with here."""


def say(unit: Unit, words: str = "x") -> None:
    unit.outbox.add(Address("test", "r1"), Reply(words))


async def chats(database: Database) -> list[str]:
    async with database.unit() as unit:
        return list((await unit.query(select(outbox.c.chat))).scalars())


async def test_rows_that_were_sent_before_a_question_go_back_with_the_unit(
    database: Database,
) -> None:
    with pytest.raises(Fails):
        async with database.unit() as unit:
            say(unit)
            assert len(list(await unit.query(select(outbox)))) == 1
            raise Fails
    assert await chats(database) == []


async def test_a_row_that_cannot_be_written_takes_all_of_its_unit_back(
    database: Database,
) -> None:
    async with database.unit() as unit:
        unit.arrivals.first_time(event("1"))
    with pytest.raises(IntegrityError) as told:
        async with database.unit() as unit:
            say(unit, SECRET)
            unit.arrivals.first_time(event("1"))
    assert SECRET not in str(told.value)
    assert await chats(database) == []


async def test_a_statement_of_somebody_elses_is_undone_too(database: Database) -> None:
    row = {"channel": "test", "external_id": "9", "at": MORNING}
    with pytest.raises(Fails):
        async with database.unit() as unit:
            await unit.query(insert(seen), row)
            raise Fails
    async with database.unit() as unit:
        assert list(await unit.query(select(seen))) == []


async def test_writes_and_commit_are_one_hop_to_sqlites_thread(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = Database(f"sqlite:///{tmp_path}/gridbee.db", Clock())
    await made.start()
    async with (
        made.unit() as unit
    ):  # the connection is open and its statements compiled
        say(unit)
    hops = counted(monkeypatch)
    async with made.unit() as unit:
        unit.arrivals.first_time(event("2"))
        unit.people.meet(HERE, "李")
        say(unit)
        unit.timers.set("draft", 1, MORNING)
        unit.timers.set("draft", 2, None)
    assert len(hops) == 1
    hops.clear()
    async with made.unit():
        pass
    assert hops == []
    await made.close()


async def test_a_unit_that_only_looks_waits_for_nobody_who_writes(
    tmp_path: Path,
) -> None:
    made = Database(f"sqlite:///{tmp_path}/gridbee.db", Clock())
    await made.start()
    other = sqlite3.connect(tmp_path / "gridbee.db", timeout=0)
    other.execute("BEGIN IMMEDIATE")
    async with made.unit() as unit:
        assert list(await unit.query(select(outbox))) == []
    other.close()
    await made.close()


async def test_a_database_that_is_locked_is_told_as_one_that_is_down(
    tmp_path: Path,
) -> None:
    made = Database(f"sqlite:///{tmp_path}/gridbee.db", Clock())
    await made.start()
    async with made.unit() as unit:
        await unit._session.connection.exec_driver_sql("PRAGMA busy_timeout=0")
    other = sqlite3.connect(tmp_path / "gridbee.db", timeout=0)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(OperationalError):
        async with made.unit() as unit:
            say(unit)
    other.close()
    async with made.unit() as unit:
        say(unit)
    await made.close()


async def test_what_a_cancelled_unit_had_under_way_is_not_committed_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = Database(f"sqlite:///{tmp_path}/gridbee.db", Clock())
    await made.start()
    reached, goes_on = threading.Event(), threading.Event()

    def slowly(driver: sqlite3.Connection, batch: Batch, commit: bool) -> None:
        reached.set()
        goes_on.wait(5)
        run_batch(driver, batch, commit)

    async def flushing() -> None:
        async with made.unit() as unit:
            say(unit, "cancelled")
            await unit.flush()

    with monkeypatch.context() as slow:
        slow.setattr("storage.writes.run_batch", slowly)
        task = asyncio.create_task(flushing())
        while not reached.is_set():
            await asyncio.sleep(0)
        task.cancel()
        for _ in range(20):  # as far as it comes without the driver's thread
            await asyncio.sleep(0)
        goes_on.set()
        await asyncio.gather(task, return_exceptions=True)
    assert task.cancelled()
    async with made.unit() as unit:
        unit.outbox.add(Address("test", "next"), Reply("x"))
    assert await chats(made) == ["next"]
    await made.close()

"""One bad item among many, the mechanism itself: what breaks is told apart from what is down."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy.exc import DBAPIError, OperationalError

from bot.loops import isolating
from bot.loops.errors import storage_is_down
from bot.loops.isolating import Tries, apart
from storage.database import Database
from tests.house import TestHouse


class Broken(Exception):
    """A bug that one item meets."""


class Work:
    """Does numbers; `bad` ones break whatever they are done with, so often."""

    def __init__(self, bad: dict[int, list[Exception]]) -> None:
        self.bad = bad
        self.done: list[int] = []
        self.failed: dict[int, Exception] = {}

    async def __call__(self, numbers: list[int]) -> None:
        for number in numbers:
            if self.bad.get(number):
                raise self.bad[number].pop(0)
        self.done += numbers

    async def fails(self, number: int, error: Exception) -> None:
        self.failed[number] = error


async def test_only_the_one_at_fault_fails(house: TestHouse) -> None:
    work = Work({3: [Broken()] * 9, 5: [Broken()] * 9})
    await apart(house.database, [1, 2, 3, 4, 5, 6], work, work.fails)
    assert work.done == [1, 2, 4, 6] and list(work.failed) == [3, 5]
    lone = Work({7: [Broken()]})
    await apart(house.database, [7], lone, lone.fails)
    assert lone.done == [] and list(lone.failed) == [7]


async def test_a_fault_that_may_be_the_databases_is_tried_once_more(
    house: TestHouse,
) -> None:
    blip, lasting = Work({1: [OSError()]}), Work({1: [OSError()] * 9})
    await apart(house.database, [1], blip, blip.fails)
    await apart(house.database, [1], lasting, lasting.fails)
    assert blip.done == [1] and blip.failed == {}
    assert isinstance(lasting.failed[1], OSError), "the database can write"


async def test_a_database_that_cannot_write_is_nobodys_fault(
    house: TestHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def no() -> bool:
        return False

    monkeypatch.setattr(house.database, "writes", no)
    work = Work({2: [OSError()]})
    with pytest.raises(OSError):
        await apart(house.database, [1, 2], work, work.fails)
    assert work.failed == {}


def wrapped(code: int | None = None, state: str = "") -> OperationalError:
    inner = sqlite3.OperationalError("x")
    if code is not None:
        inner.sqlite_errorcode = code
    inner.sqlstate = state  # type: ignore[attr-defined]
    return OperationalError("x", {}, inner)


async def test_what_only_the_database_can_cause_is_told_by_its_code(
    house: TestHouse,
) -> None:
    down: list[Exception] = [
        wrapped(sqlite3.SQLITE_FULL),
        wrapped(sqlite3.SQLITE_BUSY_SNAPSHOT),
        wrapped(state="53100"),
        wrapped(state="57P03"),
        DBAPIError("x", {}, Exception(), connection_invalidated=True),
    ]
    ours: list[Exception] = [
        wrapped(sqlite3.SQLITE_ERROR),
        wrapped(state="22021"),
        OSError(),
        Broken(),
    ]
    for error in down:
        assert await storage_is_down(house.database, error)
    for error in ours:
        assert not await storage_is_down(house.database, error)


async def test_a_database_that_is_closed_to_writing_does_not_write(
    house: TestHouse, tmp_path: Path
) -> None:
    assert await house.database.writes()
    absent = Database(f"sqlite:///{tmp_path / 'none' / 'x.db'}")
    assert not await absent.writes()
    await absent.close()


def test_tries_without_a_row_wait_longer_each_time_and_are_bounded(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    now = 0.0
    tries = Tries(lambda: now)
    waits = []
    for count in range(1, 13):
        assert tries.may("a") and tries.failed("a") == count
        waits.append(tries.wait("a"))
        now += waits[-1]
    assert waits[:4] == [1, 2, 4, 8] and waits[-1] == 600
    now += isolating.LONG
    assert tries.failed("a") == 13
    now += tries.wait("a") + isolating.LONG + 1
    assert tries.failed("a") == 1 and tries.wait("a") == 1
    tries.failed("b")
    assert not tries.may("b")
    monkeypatch.setattr(isolating, "MANY", 3)
    for key in "cdef":
        tries.failed(key)
    assert [key for key in "acdef" if not tries.may(key)] == ["d", "e", "f"]

"""What one filing writes and asks: ceilings, so that rows and questions do not creep back."""

from __future__ import annotations

import sqlite3
from collections import Counter
from datetime import timedelta
from typing import Any
from unittest.mock import patch

import pytest
from sqlalchemy import Executable, event

from handlers.texts.sentences import label
from storage.session import Session
from storage.writes import Batch, run_batch
from tests.house import TestHouse

# as it was on 2026-11-27: 7 letters and their marks, 9 messages that stand in chats, 5 ids, 2
# offers, …
MOST_ROWS = 49
MOST_STATEMENTS = 39
MOST_QUESTIONS = (
    2  # what was filed within the hour, and how the place was called before
)


async def _file(house: TestHouse) -> None:
    """Five updates: /start, a photo with words, a place, another category, 提交."""
    rider = house.rider
    await rider.says("/start")
    await rider.sends_photo("灭火器旁边的地砖坏了，车子会摔")
    await rider.sends_place("G01")
    await rider.presses("消防")
    await rider.presses(label(rider.language, "button-submit"))


@pytest.mark.parametrize("later", [0, 2], ids=["any hour", "a rider's quiet hour"])
async def test_a_filing_writes_and_asks_no_more_than_it_did(
    house: TestHouse, later: int
) -> None:
    house.clock.now += timedelta(hours=later)
    await _file(house)  # who is new writes more
    counted: Counter[str] = Counter()

    def run(driver: sqlite3.Connection, batch: Batch, commit: bool) -> None:
        counted["statements"] += len(batch)
        counted["rows"] += sum(len(rows) for _, rows in batch)
        run_batch(driver, batch, commit)

    def note(_: Any, __: Any, statement: str, *more: Any) -> None:
        counted["questions"] += statement.lstrip().upper().startswith("SELECT")

    engine = house.database.engine.sync_engine
    event.listen(engine, "before_cursor_execute", note)
    with patch("storage.writes.run_batch", run):
        await _file(house)
    event.remove(engine, "before_cursor_execute", note)
    assert counted["rows"] <= MOST_ROWS
    assert counted["statements"] <= MOST_STATEMENTS
    assert counted["questions"] <= MOST_QUESTIONS


async def _look_after(house: TestHouse) -> None:
    """A filing, which somebody takes and answers."""
    await _file(house)
    coordinator = house.coordinator
    await coordinator.presses(label(coordinator.language, "button-accept"))
    await coordinator.presses(label(coordinator.language, "button-resolve"))
    await coordinator.says("修好了")
    await house.rider.says("/mine")


async def test_what_a_case_asks_is_asked_by_statements_that_were_made_once(
    house: TestHouse,
) -> None:
    asked: list[Executable] = []
    run: Any = Session.run

    async def noted(self: Session, statement: Executable, params: Any = None) -> Any:
        asked.append(statement)
        return await run(self, statement, params)

    with patch.object(Session, "run", noted):
        await _look_after(house)
        first = asked.copy()
        await _look_after(house)
    again = [one for one in asked[len(first) :] if one.is_select]
    assert again
    anew = [one for one in again if not any(one is known for known in first)]
    assert not anew, [str(one) for one in anew]

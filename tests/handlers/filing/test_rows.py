"""What one filing writes and asks: ceilings, so that rows and questions do not creep back."""

from __future__ import annotations

import sqlite3
from collections import Counter
from typing import Any
from unittest.mock import patch

from sqlalchemy import event

from handlers.texts.sentences import label
from storage.writes import Batch, run_batch
from tests.house import TestHouse

# as it was on 2026-11-27: 7 letters and their marks, 9 messages that stand in chats, 5 ids, 2
# offers, …
MOST_ROWS = 49
MOST_STATEMENTS = 39
MOST_QUESTIONS = 3  # what was offered to a chat, once


async def _file(house: TestHouse) -> None:
    """Five updates: /start, a photo with words, a place, another category, 提交."""
    rider = house.rider
    await rider.says("/start")
    await rider.sends_photo("灭火器旁边的地砖坏了，车子会摔")
    await rider.sends_place("G01")
    await rider.presses("消防")
    await rider.presses(label(rider.language, "button-submit"))


async def test_a_filing_writes_and_asks_no_more_than_it_did(house: TestHouse) -> None:
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

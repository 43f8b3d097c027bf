"""A house begins as the template is, whoever had its file before."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from tests.house import TestHouse, template

Rows = dict[str, list[tuple[object, ...]]]


def rows(file: Path) -> Rows:
    with sqlite3.connect(file) as looking:
        told = looking.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        found = {
            name: looking.execute(f'SELECT rowid, * FROM "{name}"').fetchall()
            for (name,) in told.fetchall()
        }
    looking.close()
    return found


async def lived(house: TestHouse) -> None:
    number = await house.files_hazard()
    await house.coordinator.says(f"/take {number}")
    await house.coordinator.says("/away")
    await house.restarts()
    await house.passes(days=3)


async def test_nothing_of_the_house_before_is_left(tmp_path: Path) -> None:
    (tmp_path / "template.db").write_bytes((await template()).file)
    made = rows(tmp_path / "template.db")
    async with TestHouse(tmp_path) as first:
        await lived(first)
        assert rows(first.file) != made
    async with TestHouse(tmp_path) as second:
        assert second.file == first.file
        assert rows(second.file) == made
        await lived(second)
        assert [shown.text for shown in second.rider.sees] == [
            shown.text for shown in first.rider.sees
        ]


async def test_two_at_once_have_a_file_each(tmp_path: Path) -> None:
    async with TestHouse(tmp_path) as one, TestHouse(tmp_path) as other:
        assert one.file != other.file
        await one.files_hazard()
        assert rows(other.file)["cases"] == []


async def test_a_file_with_other_tables_is_not_used_again(tmp_path: Path) -> None:
    async with TestHouse(tmp_path) as first:
        with sqlite3.connect(first.file) as other:
            other.execute("CREATE TABLE more (word TEXT)")
        other.close()
    async with TestHouse(tmp_path) as second:
        assert second.file != first.file
        assert "more" not in rows(second.file)


async def test_a_file_at_which_somebody_still_is_is_not_used_again(
    tmp_path: Path,
) -> None:
    async with TestHouse(tmp_path) as first:
        held = first.database.engine.sync_engine.connect()
    async with TestHouse(tmp_path) as second:
        assert second.file != first.file
        assert await second.files_hazard()
    held.close()

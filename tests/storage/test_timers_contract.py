"""Timers: one per kind and subject, due in order."""

from __future__ import annotations

from datetime import timedelta

from storage.database import Database
from tests.house import Clock


async def test_there_is_at_most_one_timer_per_kind_and_subject(
    database: Database, clock: Clock
) -> None:
    async with database.unit() as unit:
        unit.timers.set("case", 1, clock.now + timedelta(hours=9))
        unit.timers.set("case", 2, clock.now - timedelta(hours=2))
        unit.timers.set("draft", 1, clock.now)
    async with database.unit() as unit:
        unit.timers.set("case", 1, clock.now - timedelta(hours=1))
        assert await unit.timers.due("case", 9) == [
            (2, clock.now - timedelta(hours=2)),
            (1, clock.now - timedelta(hours=1)),
        ]
        assert [subject for subject, _ in await unit.timers.due("case", 1)] == [2]
        assert await unit.timers.subjects("case") == {1, 2}
        unit.timers.set("case", 1, None)
        unit.timers.set("draft", 1, None)
        unit.timers.set("draft", 1, clock.now + timedelta(hours=1))
    async with database.unit() as unit:
        assert await unit.timers.subjects("case") == {2}
        assert await unit.timers.due("draft", 9) == []
    clock.now += timedelta(hours=1)
    async with database.unit() as unit:
        assert await unit.timers.due("draft", 9) == [(1, clock.now)]


async def test_who_comes_round_again_only_after_the_clock_was_put_back_has_no_timer(
    database: Database, clock: Clock
) -> None:
    day = timedelta(days=1)
    async with database.unit() as unit:
        unit.timers.set("digest", 1, clock.now + day)
        unit.timers.set("digest", 2, clock.now + 2 * day)
        assert await unit.timers.subjects("digest", day) == {1}
    clock.now -= timedelta(hours=1)
    async with database.unit() as unit:
        assert await unit.timers.subjects("digest", day) == set()
        assert await unit.timers.subjects("digest") == {1, 2}

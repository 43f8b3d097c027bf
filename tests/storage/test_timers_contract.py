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


async def test_a_timer_that_may_only_come_sooner_puts_none_off(
    database: Database, clock: Clock
) -> None:
    """Known by heart or not: a house that was just opened knows none."""
    now, hour = clock.now, timedelta(hours=1)

    async def due(subject: int) -> list[int]:
        """How many hours after now it stands."""
        async with database.unit() as unit:
            found = {
                hours
                for hours in range(9)
                if subject in await unit.timers.subjects("x", hours * hour)
            }
        return sorted(found)[:1]

    for subject, known in ((1, True), (2, False)):
        async with database.unit() as unit:
            unit.timers.set("x", subject, now + 3 * hour)
        for hours, then in ((5, 3), (2, 2), (4, 2)):
            if not known:
                database.memory.timers.drop([("x", subject)])
            async with database.unit() as unit:
                unit.timers.sooner("x", subject, now + hours * hour)
            assert await due(subject) == [then]
    async with database.unit() as unit:
        unit.timers.sooner("x", 3, now + 6 * hour)
        unit.timers.sooner("x", 3, now + 4 * hour)
        unit.timers.sooner("x", 4, now)
        unit.timers.set("x", 4, None)
        unit.timers.sooner("x", 4, now + hour)
        unit.timers.set("x", 5, now)
        await unit.flush()
        unit.timers.set("x", 5, None)
        unit.timers.sooner("x", 5, now + 2 * hour)
    assert [await due(subject) for subject in (3, 4, 5)] == [[4], [1], [2]]


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

"""Letters whose time has come, and those that quiet hours hold back."""

from __future__ import annotations

from domain.messages import Address
from storage.database import Database
from storage.outbox.letters import ANNOUNCEMENT, NOTICE
from tests.house import Clock
from tests.storage.letters import MINUTE, put, states
from tests.storage.making import HERE


async def test_what_is_for_later_is_released_when_its_time_has_come(
    database: Database, clock: Clock
) -> None:
    later = await put(database, at=clock.now + MINUTE)
    news = [await put(database, lane=ANNOUNCEMENT) for _ in range(3)]
    async with database.unit() as unit:
        assert await unit.outbox.waiting() == []
        assert [letter.id for letter in await unit.outbox.release(2)] == [
            news[0].id,
            news[1].id,
        ]
    clock.now += MINUTE
    async with database.unit() as unit:
        released = await unit.outbox.release(9)
        assert [(letter.id, letter.state) for letter in released] == [
            (later.id, "waiting"),
            (news[2].id, "waiting"),
        ]
        assert await unit.outbox.release(9) == []
    assert set((await states(database)).values()) == {"waiting"}


async def test_what_quiet_hours_hold_back_is_not_released_but_held(
    database: Database, clock: Clock
) -> None:
    first, second = [
        await put(database, lane=NOTICE, at=clock.now + MINUTE, held=True)
        for _ in range(2)
    ]
    assert first.state == "held"
    clock.now += MINUTE
    async with database.unit() as unit:
        assert await unit.outbox.release(9) == []
        assert [letter.id for letter in await unit.outbox.held()] == [
            first.id,
            second.id,
        ]
        await unit.outbox.drop([first.id])
        await unit.outbox.drop([])
        assert [letter.id for letter in await unit.outbox.held()] == [second.id]
    assert (await states(database))[first.id] == "dropped"


async def test_only_letters_that_should_have_gone_are_counted(
    database: Database, clock: Clock
) -> None:
    await put(database)
    await put(database, at=clock.now + MINUTE)
    await put(database, lane=ANNOUNCEMENT)
    await put(database, lane=NOTICE, at=clock.now, held=True)
    async with database.unit() as unit:
        assert await unit.outbox.count() == 2


async def test_what_waiting_letters_met_with_is_counted_by_channel(
    database: Database, clock: Clock
) -> None:
    errors = ("busy", "busy", "lost", "")
    letters = [await put(database) for _ in (*errors, "over")]
    other = await put(database, Address("elsewhere", "x"))
    over = [
        {"of": one.id, "to_state": state, "why": why, "again_at": clock.now}
        for one, state, why in zip(
            (*letters, other),
            (*("waiting" for _ in errors), "gave_up", "waiting"),
            (*errors, "busy", "busy"),
            strict=True,
        )
    ]
    async with database.unit() as unit:
        await unit.outbox.mark([row | {"tried": 1, "sent": None} for row in over])
    async with database.unit() as unit:
        found = await unit.outbox.met_with(HERE.channel)
    assert found == {"busy": 2, "lost": 1}

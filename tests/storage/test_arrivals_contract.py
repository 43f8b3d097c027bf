"""Exactly once, on both engines; and what could not be handled waits for a person."""

from datetime import timedelta

import pytest

from domain.messages import Address
from storage.database import Database
from tests.house import Clock
from tests.storage.making import HERE, THERE, event


async def handled(database: Database, *ids: str, channel: str = "test") -> list[bool]:
    events = [event(number, Address(channel, "rider")) for number in ids]
    async with database.unit() as unit:
        await unit.prepare(events, again=True)
        return [unit.arrivals.first_time(one) for one in events]


async def test_an_event_is_new_once_and_never_again(database: Database) -> None:
    assert await handled(database, "1", "2", "1") == [True, True, False]
    assert await handled(database, "1", "2", "3") == [False, False, True]


async def test_the_same_id_on_another_channel_is_another_event(
    database: Database,
) -> None:
    await handled(database, "1")
    assert await handled(database, "1", channel="other") == [True]


async def test_a_unit_that_raised_has_not_seen_its_events(database: Database) -> None:
    with pytest.raises(ZeroDivisionError):
        async with database.unit() as unit:
            await unit.prepare([event("1")])
            assert unit.arrivals.first_time(event("1"))
            await unit.flush()
            raise ZeroDivisionError
    assert await handled(database, "1") == [True]


async def test_a_batch_of_two_channels_is_prepared_at_one_go(
    database: Database,
) -> None:
    async with database.unit() as unit:
        unit.people.meet(HERE, "小王")
        unit.people.meet(Address("web", "x"), "小刘")
    async with database.unit() as unit:
        await unit.prepare(
            [event("1"), event("1", Address("web", "x")), event("2", THERE)]
        )
        names = [
            found.name if found else ""
            for found in map(unit.people.at, (HERE, Address("web", "x"), THERE))
        ]
    assert names == ["小王", "小刘", ""]


async def test_what_no_channel_delivers_again_is_forgotten_after_a_week(
    database: Database, clock: Clock
) -> None:
    await handled(database, "old")
    clock.now += timedelta(days=6)
    await handled(database, "new")
    clock.now += timedelta(days=1, seconds=1)
    async with database.unit() as unit:
        assert await unit.arrivals.forget_old() == 1
    assert await handled(database, "old", "new") == [True, False]


async def test_quarantine_keeps_the_raw_event_until_it_is_replayed(
    database: Database,
) -> None:
    broken = event("7", raw={"update": 7, "text": "坏 \x1f 😀"})
    async with database.unit() as unit:
        await unit.prepare([broken])
        unit.arrivals.first_time(broken)
        number = await unit.arrivals.quarantine(broken, "ValueError: x")
    async with database.unit() as unit:
        (row,) = await unit.arrivals.quarantined()
        assert (row.id, row.external_id, row.raw, row.error) == (
            number,
            "7",
            broken.raw,
            "ValueError: x",
        )
        await unit.arrivals.release(number, HERE, "7")
    async with database.unit() as unit:
        assert await unit.arrivals.quarantined() == []
        assert (await unit.arrivals.quarantined(number))[0].replayed_at is not None
    assert await handled(database, "7") == [True]


async def test_an_event_that_kept_nothing_raw_can_be_put_aside_too(
    database: Database,
) -> None:
    async with database.unit() as unit:
        await unit.arrivals.quarantine(event("1"), "x")
    async with database.unit() as unit:
        assert [row.raw for row in await unit.arrivals.quarantined()] == [None]


async def test_numbers_in_quarantine_go_on_after_a_restart(
    database: Database, url: str, clock: Clock
) -> None:
    async with database.unit() as unit:
        first = await unit.arrivals.quarantine(event("1", raw={}), "x")
    again = Database(url, clock)
    await again.start()
    async with again.unit() as unit:
        assert await unit.arrivals.quarantine(event("2", raw={}), "x") == first + 1
    await again.close()

"""What was offered to a chat last, on both databases."""

from __future__ import annotations

from datetime import timedelta

from domain.messages import Address, Choice
from domain.offers import GONE, Offered
from domain.quota import Quota
from storage.database import Database
from tests.house import Clock

RIDER, OTHER = Address("wechat", "o1"), Address("wechat", "o2")
YES, NO = Choice("解决了", "c:7:confirm"), Choice("没解决", "c:7:reopen")


async def test_the_newest_offer_counts_for_a_day(
    database: Database, clock: Clock
) -> None:
    async with database.unit() as unit:
        await unit.offers.put(RIDER, Offered((NO,), 6, unit.now))
    async with database.unit() as unit:
        await unit.offers.put(RIDER, Offered((YES, NO), 7, unit.now, False))
    for forget in (False, True):  # by heart, then as it was written
        if forget:
            database.memory.forget_recent()
        async with database.unit() as unit:
            found = await unit.offers.last(RIDER)
            assert found is not None and found.choices == (YES, NO)
            assert found.case_id == 7 and not found.by_number
            nothing = await unit.offers.last(OTHER)
            assert nothing is None or nothing.choices == ()
    clock.now += timedelta(hours=25)
    async with database.unit() as unit:
        assert await unit.offers.last(RIDER) is None


async def test_what_is_over_is_not_gone_on_with_however_it_is_remembered(
    database: Database, clock: Clock
) -> None:
    for chat, forgets in ((RIDER, False), (OTHER, True)):
        async with database.unit() as unit:
            made = Offered((YES,), 7, unit.now, notice=True)
            await unit.offers.put(chat, made)
        clock.now += timedelta(hours=25)
        if forgets:
            database.memory.forget_recent()
            alone = Offered((YES,), 7, clock.now, letters=(9,), alone=True)
            database.memory.offers.keep(chat, alone)
        async with database.unit() as unit:
            await unit.offers.put(chat, Offered((YES,), 7, unit.now, letters=(9,)))
            found = await unit.offers.last(chat)
        assert found is not None and not found.notice


async def test_an_offer_that_was_not_committed_was_not_made(database: Database) -> None:
    try:
        async with database.unit() as unit:
            await unit.offers.put(RIDER, Offered((YES,), 7, unit.now))
            raise ZeroDivisionError
    except ZeroDivisionError:
        pass
    async with database.unit() as unit:
        found = await unit.offers.last(RIDER)
        assert found is None or found.choices == ()


async def test_what_can_be_chosen_or_said_no_more_is_not_kept(
    database: Database, clock: Clock
) -> None:
    day = timedelta(days=1)
    over, until = clock.now - day, clock.now + 2 * day
    async with database.unit() as unit:
        await unit.offers.put(RIDER, Offered((YES,), 7, unit.now))
        quota = Quota(5, until, 0, over)
        unwanted = Quota(0, over, 0, over, unwanted=True)
        unit.quotas.put("wechat", {"o1": quota, "o2": unwanted})
        await unit.flush()
        assert (await unit.offers.prune(), await unit.quotas.prune()) == (0, 0)
    clock.now += 3 * day
    async with database.unit() as unit:
        assert (await unit.offers.prune(), await unit.quotas.prune()) == (1, 1)
        assert set(await unit.quotas.of("wechat", ("o1", "o2"))) == {"o2"}


async def test_what_was_told_before_is_open_still_until_it_was_chosen(
    database: Database,
) -> None:
    also = Choice("解决了", "c:6:confirm")
    first = Offered((also,), 6, database.clock(), notice=True, letters=(1,))
    then = Offered((YES, NO), 7, database.clock(), notice=True, letters=(2,))
    async with database.unit() as unit:
        await unit.offers.put(RIDER, first)
        await unit.offers.put(RIDER, then)
        await unit.offers.put(RIDER, then)  # marked after it was known by heart
    for forget in (False, True):
        if forget:
            database.memory.forget_recent()
        async with database.unit() as unit:
            found = await unit.offers.last(RIDER)
            assert found is not None and found.notice
            assert [one.choices for one in found.earlier] == [(also,)]
    async with database.unit() as unit:
        assert await unit.offers.chosen(RIDER, YES.data)
        assert not await unit.offers.chosen(RIDER, YES.data)
        found = await unit.offers.last(RIDER)
        assert found is not None and found.choices == (GONE, GONE)
        assert found.earlier[0].choices == (also,)

"""The honey bank, on both databases: sums to zero, never below it, never twice."""

from __future__ import annotations

import asyncio
from datetime import date, timedelta
from random import Random

import pytest
from sqlalchemy import insert
from sqlalchemy.exc import IntegrityError

from domain.points.ledger import (
    ISSUED,
    OPEN_BANK,
    Outcome,
    Transfer,
    Unbalanced,
    Why,
    back,
    bank,
    debt,
    honour,
    moved,
    rider,
)
from domain.points.service import of_day
from storage.database import Database
from storage.tables.points import point_accounts

BANK = bank("S1", 2026)
SEED = 26


def paid(key: str, person: int, amount: int = 10, source: str = BANK) -> Transfer:
    entries = moved(source, rider(person), amount)
    return Transfer(key, Why.SOLVED, entries, person, 1)


def funded(amount: int) -> Transfer:
    return Transfer(f"budget:{amount}", Why.BUDGET, moved(ISSUED, BANK, amount))


async def test_what_is_spent_already_is_owed_and_repaid_once(
    database: Database,
) -> None:
    """By several that come at once, never more than is owed."""
    async with database.unit() as unit:
        await unit.points.book(funded(90))
        await unit.points.book(paid("a", 7))
        spent = Transfer("s", Why.ORDERED, moved(rider(7), "held:1", 7), 7)
        await unit.points.book(spent)
        assert await unit.points.take_back(back(paid("a", 7), None)) is Outcome.BOOKED
        assert await unit.points.take_back(back(paid("a", 7), None)) is Outcome.AGAIN
        assert await unit.points.balances() == {
            BANK: 90,
            ISSUED: -90,
            "held:1": 7,
            rider(7): 0,
            debt(7): -7,
        }
        assert await unit.points.earned(7) == 0

    async def comes(key: str) -> None:
        async with database.unit() as unit:
            await unit.points.book(paid(key, 7, 4))

    await asyncio.gather(*(comes(key) for key in "bcd"))
    async with database.unit() as unit:
        assert await unit.points.balance(debt(7)) == 0
        assert await unit.points.balance(rider(7)) == 5
        assert await unit.points.earned(7) == 12
        too_much = Transfer("x", Why.REPAID, moved(rider(7), debt(7), 1), 7)
        assert await unit.points.book(too_much) is Outcome.DRY


async def test_a_key_pays_once_and_a_bank_can_run_dry(database: Database) -> None:
    async with database.unit() as unit:
        assert await unit.points.book(funded(25)) is Outcome.BOOKED
        assert await unit.points.book(paid("a", 7)) is Outcome.BOOKED
        assert await unit.points.book(paid("a", 7)) is Outcome.AGAIN
    async with database.unit() as unit:
        assert await unit.points.book(paid("a", 7, 15)) is Outcome.AGAIN
        assert await unit.points.book(paid("b", 8)) is Outcome.BOOKED
        assert await unit.points.book(paid("c", 7)) is Outcome.DRY
        # what was refused for want of points may be paid from elsewhere
        assert await unit.points.book(paid("c", 7, 5)) is Outcome.BOOKED
        award = Transfer("g", Why.AWARD, moved(ISSUED, honour(7), 4), 7, words="thanks")
        assert await unit.points.book(award) is Outcome.BOOKED
    async with database.unit() as unit:
        assert await unit.points.earned(7) == 19
        assert await unit.points.balance(rider(7)) == 15
        assert await unit.points.balance(BANK) == 0
        spent = Transfer("s", Why.CLOSED, moved(rider(7), "held:1", 15))
        assert await unit.points.book(spent) is Outcome.BOOKED
        assert await unit.points.earned(7) == 19
        lines = await unit.points.lines(7, 9)
        assert [one.transfer.amount for one in lines] == [4, 5, 10]
        assert lines[0].transfer == award
        before = await unit.points.balances()
        (first, *_) = await unit.points.of_case(1)
        assert await unit.points.book(back(first.transfer, 1)) is Outcome.DRY
        assert await unit.points.balances() == before


async def test_a_mistake_is_taken_back_by_a_transfer_once(database: Database) -> None:
    transfer = paid("a", 7, source=ISSUED)
    async with database.unit() as unit:
        await unit.points.book(transfer)
        assert await unit.points.book(back(transfer, 3, "why")) is Outcome.BOOKED
    async with database.unit() as unit:
        assert await unit.points.book(back(transfer, 4)) is Outcome.AGAIN
        assert await unit.points.earned(7) == 0
        assert len(await unit.points.everything()) == 2
        assert sum((await unit.points.balances()).values()) == 0
    with pytest.raises(Unbalanced):
        Transfer("x", Why.SOLVED, {rider(1): 1})


async def test_the_table_itself_refuses_what_is_below_zero(database: Database) -> None:
    row = {"account": rider(1), "balance": -1, "may_be_negative": False}
    with pytest.raises(IntegrityError):
        async with database.unit() as unit:
            await unit.query(insert(point_accounts), row)


async def test_many_at_once_never_pay_twice_or_what_is_not_there(
    database: Database,
) -> None:
    """Several actors repeat each other's events, spend, take back and break off in the middle."""
    chance = Random(SEED)
    async with database.unit() as unit:
        await unit.points.book(funded(150))

    async def actor() -> None:
        for _ in range(12):
            person, number = chance.randrange(3), chance.randrange(25)
            try:
                async with database.unit() as unit:
                    transfer = paid(f"case:{number}", person)
                    await unit.points.book(transfer)
                    await asyncio.sleep(0)
                    spend = moved(rider(person), "held:1", 15)
                    key = f"spend:{chance.randrange(40)}"
                    await unit.points.book(Transfer(key, Why.CLOSED, spend))
                    if chance.random() < 0.3:
                        raise KeyError
                    if chance.random() < 0.3:
                        await unit.points.book(back(transfer, None))
            except KeyError:
                pass

    await asyncio.gather(*(actor() for _ in range(4)))
    async with database.unit() as unit:
        balances = await unit.points.balances()
        booked = [one.transfer for one in await unit.points.everything()]
    summed: dict[str, int] = {}
    for transfer in booked:
        for account, amount in transfer.entries.items():
            summed[account] = summed.get(account, 0) + amount
    assert {name: one for name, one in balances.items() if one} == {
        name: one for name, one in summed.items() if one
    }
    assert sum(balances.values()) == 0
    assert all(one >= 0 for name, one in balances.items() if name != ISSUED)
    keys = [transfer.key for transfer in booked]
    assert len(keys) == len(set(keys)) > 10


async def test_who_leaves_has_nothing_and_two_doors_have_all(
    database: Database,
) -> None:
    async with database.unit() as unit:
        await unit.points.book(paid("a", 7, source=ISSUED))
        await unit.points.book(paid("b", 8, 4, source=ISSUED))
        award = Transfer(
            "g", Why.AWARD, moved(ISSUED, honour(7), 3), 7, words="he is ill"
        )
        await unit.points.book(award)
    async with database.unit() as unit:
        await unit.points_leaving.join(7, 8)
        await unit.points_leaving.close(7)
    async with database.unit() as unit:
        assert await unit.points.earned(8) == 17
        assert await unit.points.balance(rider(8)) == 14
        assert await unit.points.balance(rider(7)) == 0
        await unit.points_leaving.close(8)
    async with database.unit() as unit:
        balances = await unit.points.balances()
        assert balances["lapsed:2026"] == 17
        assert sum(balances.values()) == 0
        assert [one.transfer.words for one in await unit.points.everything()] == [
            ""
        ] * 7


# --- services ---


def served(key: str, person: int, by: int, day: date = date(2026, 11, 20)) -> Transfer:
    entries = moved(OPEN_BANK, rider(person), 10)
    return Transfer(f"{of_day(day)}{key}", Why.SERVED, entries, person, by=by)


async def test_the_same_two_are_known_either_way(database: Database) -> None:
    async with database.unit() as unit:
        long_ago = unit.now - timedelta(days=14)
        await unit.points.book(served("li:1", 7, by=8))
        assert await unit.services.of_two(7, 8, long_ago)
        assert await unit.services.of_two(8, 7, long_ago)
        assert not await unit.services.of_two(7, 9, long_ago)
        assert not await unit.services.of_two(7, 8, unit.now)
        await unit.points.take_back(back(served("li:1", 7, by=8), None))
        assert not await unit.services.of_two(7, 8, long_ago)


async def test_a_days_share_is_what_its_services_brought(database: Database) -> None:
    day = date(2026, 11, 20)
    async with database.unit() as unit:
        await unit.points.book(served("li:1", 7, by=8))
        await unit.points.book(served("errand:1:7", 7, by=9))
        await unit.points.book(served("li:2", 7, by=8, day=date(2026, 11, 21)))
        nothing = Transfer(f"{of_day(day)}li:3", Why.SERVED, {}, 7, by=8, refused="two")
        await unit.points.book(nothing)
        await unit.points.book(served("li:4", 9, by=8))
        assert await unit.services.had(7, day) == 20
        assert await unit.points.told(nothing.key)
        assert not await unit.points.told("served:2026-11-20:li:9")
        among = await unit.services.among({7, 9})
        assert [one.transfer.key for one in among] == [f"{of_day(day)}errand:1:7"]

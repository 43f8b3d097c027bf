"""The ledger as plain-text accounting, judged by Beancount's own loader on both databases."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from zoneinfo import ZoneInfo

from beancount import loader
from beancount.core.data import Balance, Transaction
from sqlalchemy import update

from domain.points import by_hand
from domain.points.accounting import Names, written
from domain.points.expiry import lapse
from domain.points.ledger import (
    ISSUED,
    OPEN_BANK,
    Transfer,
    Why,
    back,
    bank,
    moved,
    rider,
)
from storage.database import Database
from storage.tables.points import point_accounts

ZONE = ZoneInfo("Asia/Shanghai")
BANK = bank("街道 1", 2026)
SOLVED = Transfer("case:YH26-0001:filer:1", Why.SOLVED, moved(BANK, rider(7), 10), 7, 1)
AWARD = by_hand.award("hand:card:7:2026-11-23", 0, OPEN_BANK, 7, 5)
NOTHING = Transfer("case:YH26-0002:filer:1", Why.SOLVED, {}, 7, refused="day")
BOOKED = (
    Transfer("budget", Why.BUDGET, moved(ISSUED, BANK, 30)),
    SOLVED,
    NOTHING,
    back(SOLVED, 3, "a word about Wang"),
    Transfer("case:YH26-0001:filer:2", Why.SOLVED, moved(BANK, rider(7), 10), 7, 1),
    AWARD,
    by_hand.confirmed(AWARD, 7, 3),
    Transfer("order:1", Why.CLOSED, moved(rider(7), "held:1", 4), 7),
    lapse(7, 2, 2026),
)


async def exported(database: Database) -> str:
    async with database.reader() as reader:
        lines, balances = await reader.point_book.all(ZONE)
    names = Names(b"k" * 32)
    return "\n".join(written(lines, balances, date(2026, 11, 23), names))


async def test_the_export_balances_and_says_who_nobody_is(database: Database) -> None:
    entries, errors, _ = loader.load_string(await exported(database))
    assert (len(entries), errors) == (1, [])
    async with database.unit() as unit:
        for transfer in BOOKED:
            await unit.points.book(transfer)
    text = await exported(database)
    entries, errors, _ = loader.load_string(text)
    assert errors == []
    transfers = [one for one in entries if isinstance(one, Transaction)]
    assert len(transfers) == len(BOOKED) - 1
    moves = [one.units for each in transfers for one in each.postings]
    assert sum(Decimal(str(one.number)) for one in moves if one) == 0
    balances = [one for one in entries if isinstance(one, Balance)]
    held = {one.account: int(str(one.amount.number)) for one in balances}
    assert held.pop("Assets:Rider:" + Names(b"k" * 32).person(7)) == 9
    assert held["Equity:Lapsed:2026"] == 2 and sum(held.values()) == -9
    assert "pays nothing: solved day" in text and 'reverses: "2"' in text
    for hidden in ("Wang", "rider:7", "card:7", "街道"):
        assert hidden not in text


async def test_the_judge_sees_a_balance_that_is_not_the_sum(database: Database) -> None:
    async with database.unit() as unit:
        for transfer in BOOKED[:2]:
            await unit.points.book(transfer)
        wrong = update(point_accounts).where(point_accounts.c.account == BANK)
        await unit.query(wrong.values(balance=19))
    _, errors, _ = loader.load_string(await exported(database))
    assert len(errors) == 1

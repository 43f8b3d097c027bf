"""Codes that change a card, on both databases."""

from __future__ import annotations

from datetime import timedelta

from domain.messages import Address
from storage.card_codes import LASTS
from storage.database import Database
from tests.house import Clock

ZHANG, LI = Address("wecom", "zhang"), Address("wecom", "li")


async def test_each_card_has_its_codes_newest_first_for_72_hours(
    database: Database, clock: Clock
) -> None:
    for chat, code in ((ZHANG, "first"), (ZHANG, "second"), (LI, "other")):
        clock.now += timedelta(seconds=1)
        async with database.unit() as unit:
            await unit.card_codes.keep(chat, "case-7-1", code)
    async with database.reader() as reader:
        assert await reader.card_codes.of(ZHANG, "case-7-1") == ["second", "first"]
        assert await reader.card_codes.of(ZHANG, "case-7-2") == []
    async with database.unit() as unit:
        await unit.card_codes.spent(ZHANG, "case-7-1", "second")
        assert await unit.card_codes.of(ZHANG, "case-7-1") == ["first"]
        await unit.card_codes.drop([LI])
        assert await unit.card_codes.of(LI, "case-7-1") == []
    clock.now += LASTS
    async with database.unit() as unit:
        assert await unit.card_codes.of(ZHANG, "case-7-1") == []
        await unit.card_codes.keep(ZHANG, "case-8-1", "third")
        assert await unit.card_codes.of(ZHANG, "case-8-1") == ["third"]

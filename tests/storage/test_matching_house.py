"""The lists on both databases: of those who confirm or claim at once one does."""

from __future__ import annotations

import asyncio
from pathlib import Path

from domain.matching.listing import ListingKind
from domain.matching.terms import Terms
from handlers.dialog.setup import Setup
from handlers.matching.routes import LISTENERS
from tests.handlers.matching.needing import at, needs, newest, offers, presses
from tests.handlers.matching.test_orders import load, orders
from tests.house import TestHouse


async def test_of_all_who_confirm_or_claim_at_once_one_does_on_sqlite(
    tmp_path: Path,
) -> None:
    await confirm_and_claim("", tmp_path)


async def test_of_all_who_confirm_or_claim_at_once_one_does_on_postgres(
    postgres_url: str, tmp_path: Path
) -> None:
    await confirm_and_claim(postgres_url, tmp_path)


async def confirm_and_claim(url: str, folder: Path) -> None:
    setup = Setup(
        links={"test": "test:{code}"},
        most_messages_a_minute=10_000,
        matching=Terms(),
        listeners=LISTENERS,
    )
    async with TestHouse(folder, url=url, setup=setup) as house:
        resource = await offers(house.second_coordinator)
        need = await needs(house.coordinator)
        staff = (house.coordinator, house.lead, house.street_lead, house.admin)
        await asyncio.gather(
            *(presses(who, need, "match", str(resource)) for who in staff)
        )
        assert (await at(house, need)).left == 0
        assert (await at(house, resource)).left == 7
        project = await newest(house, ListingKind.PROJECT)
        async with house.database.unit() as unit:
            assert len(await unit.listings.open_all(ListingKind.PROJECT)) == 1
        await presses(house.coordinator, project, "finish")
        await load(house, folder)
        order = await orders(house, house.rider)
        await asyncio.gather(*(presses(who, order, "claim") for who in staff))
        assert (await at(house, order)).left == 0
        async with house.database.unit() as unit:
            assert len(await unit.listings.open_all(ListingKind.PROJECT)) == 1
        await house.rider.says("/order 理发")
        assert "上门理发" in "".join(house.rider.last.labels)
        await house.passes(days=7)
        await house.passes(days=7)
        await house.lead.says("/stats")
        assert "📋 需求 1，资源 1，对上成项目 1，办好 1" in house.lead.last.text
        assert "🧾 点单 1，有人接 1，办好 0" in house.lead.last.text
        assert any("到期，撤下了" in shown.text for shown in house.admin.sees)

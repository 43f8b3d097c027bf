"""Somebody of the staff and a shop's contact at once: they are asked first, and what is told of
shops around it is for their colleagues.
"""

from __future__ import annotations

from pathlib import Path

from domain.case import Case
from domain.coupons.offer import Merchant, Offer
from tests.handlers.coupons.test_frauds import SETUP
from tests.house import Actor, TestHouse

LISTED = [
    (Merchant("M1", "黄焖鸡", "G01"), Offer("M1-1", "M1", "柠檬水")),
    (Merchant("M8", "面馆", "G08"), Offer("M8-1", "M8", "加面")),
    (Merchant("M0", "连锁店"), Offer("M0-1", "M0", "加蛋")),
]
TOLD = "黄焖鸡店后厨有老鼠"


async def linked(house: TestHouse, shop: str) -> str:
    """What is sent to open the link that ties somebody to this shop."""
    async with house.database.unit() as unit:
        await unit.merchant_offers.replace(LISTED)
        made_by = house.people["admin"].id
        token = await unit.merchant_keepers.invite(shop, made_by)
    return f"/start t_{token}"


async def ties(house: TestHouse, who: Actor, shop: str) -> None:
    await who.says(await linked(house, shop))
    await who.presses("🏪 当联系人")
    assert who.last.text.startswith("🏪 <b>")


async def filed(house: TestHouse, words: str = TOLD) -> Case:
    """A rider tells it, in G01."""
    number = await house.files_hazard(house.stranger, words)
    async with house.database.unit() as unit:
        case = await unit.cases.by_number(number)
    assert case is not None
    return case


async def finds(who: Actor, case: Case) -> bool:
    await who.says(f"/case {case.number}")
    return TOLD in who.last.text


async def test_staff_are_asked_before_a_link_ties_them(tmp_path: Path) -> None:
    async with TestHouse(tmp_path, setup=SETUP) as house:
        asked = house.coordinator
        await asked.says(await linked(house, "M1"))
        assert "网格员" in asked.last.text and "幸福路口" in asked.last.text
        assert "黄焖鸡" in asked.last.text
        async with house.database.unit() as unit:
            assert await unit.merchant_keepers.of("M1") == []
        await asked.presses("🏪 当联系人")
        async with house.database.unit() as unit:
            assert await unit.merchant_keepers.of("M1") == [asked.person.id]
        # a rider is a shop's contact without another role: one press was enough
        rider = house.rider
        await rider.says(await linked(house, "M1"))
        assert any("绑定好了" in text for text in rider.hears())


async def test_a_report_about_a_shop_never_goes_to_somebody_tied_to_one_there(
    tmp_path: Path,
) -> None:
    async with TestHouse(tmp_path, setup=SETUP) as house:
        other, tied = house.coordinator, house.second_coordinator
        before = [await filed(house) for _ in range(2)]
        assert {one.assignee_id for one in before} == {other.person.id, tied.person.id}
        await ties(house, tied, "M1")
        # what they carried has found somebody else
        async with house.database.unit() as unit:
            kept = [await unit.cases.get(one.id) for one in before]
        assert {one.assignee_id for one in kept if one} == {other.person.id}
        cases = [*before, *[await filed(house) for _ in range(3)]]
        for case in cases:
            assert not await finds(tied, case)
            assert await finds(house.lead, case)
        assert all(one.assignee_id == other.person.id for one in cases[2:])
        # what is no confidential matter is theirs as before
        lamps = [await filed(house, "路灯坏了，一闪一闪") for _ in range(2)]
        assert tied.person.id in {one.assignee_id for one in lamps}


async def test_a_shop_elsewhere_changes_nothing_and_one_of_everywhere_all(
    tmp_path: Path,
) -> None:
    async with TestHouse(tmp_path, setup=SETUP) as house:
        case = await filed(house)
        await ties(house, house.lead, "M8")
        assert await finds(house.lead, case)
        await ties(house, house.lead, "M0")
        assert not await finds(house.lead, case)
        await house.restarts()
        assert not await finds(house.lead, case)


async def test_where_all_are_tied_it_is_nobodys_until_one_is_not(
    tmp_path: Path,
) -> None:
    async with TestHouse(tmp_path, setup=SETUP) as house:
        everybody = (
            house.coordinator,
            house.second_coordinator,
            house.lead,
            house.street_lead,
            house.admin,
            house.far_coordinator,
        )
        for who in everybody:
            await ties(house, who, "M0")
        case = await filed(house)
        assert case.assignee_id is None
        for who in everybody:
            assert not await finds(who, case)
        await house.admin.says("/shop 连锁店")
        label = next(one for one in house.admin.last.labels if "解除" in one)
        await house.admin.presses(label)
        async with house.database.unit() as unit:
            now = await unit.cases.get(case.id)
        assert now is not None and now.assignee_id is not None

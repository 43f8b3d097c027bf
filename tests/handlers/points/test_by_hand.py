"""Points by hand, the fraud table: what is tried, and what comes of it."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from domain.messages import Event, EventKind
from domain.people import Grant, Role
from domain.points.ledger import ISSUED, Transfer, Why, bank, honour, moved, rider
from domain.points.rates import Rates
from tests.handlers.points.test_leaving import SETUP, balances
from tests.house import Actor, TestHouse

CODE = re.compile(r"<b>([A-Z0-9]{5}-[A-Z0-9]{5})</b>")
ME = 7
"""The number of the rider's card: the cast has six of the staff before."""


async def forges(actor: Actor, data: str) -> Event:
    """Presses what nobody may have offered them."""
    ref = f"forged{next(actor.house.events)}"
    event = await actor.does(
        kind=EventKind.PRESS, data=data, press_ref=ref, message_id="none"
    )
    return event


async def second_admin(house: TestHouse, area: str = "S1") -> Actor:
    """Another admin, with a chat of their own."""
    made = Actor(house, f"second-{area}", "马主任")
    await made.says("/help")
    async with house.database.unit() as unit:
        person = unit.people.meet(made.address, made.name)
        await unit.staff.grant(person.id, Grant(Role.ADMIN, area))
    return made


async def test_nobody_gives_to_themselves_confirms_their_own_or_is_paid_twice(
    tmp_path: Path,
) -> None:
    async with TestHouse(tmp_path, setup=SETUP) as house:
        me, admin, staff = house.rider, house.admin, house.coordinator
        await me.says("路口地砖坏了，在幸福路口网格")
        await me.presses("提交")
        other = await second_admin(house)
        nearby = await second_admin(house, "S2")
        for words in (
            "/award 2 5 给自己",
            "/award 7 0 无",
            "/award 7 21 太多",
            "/award 7 5",
        ):
            await house.second_coordinator.says(words)
        await me.says("/award 7 5 我要")
        await house.far_coordinator.says("/award YH26-0001 5 不归我管")
        assert await balances(house) == {}

        # an admin gives: neither they, nor who gets it, nor anybody without a say may confirm
        await admin.says("/award YH26-0001 10 守着塌陷处")
        waiting = {honour(ME): 10, "bank:": -10}
        for tries in (admin, me, staff, nearby, house.lead, house.stranger):
            for data in ("pt:yes:x", "pt:yes:99", "pt:no:1", "pt:yes:1"):
                await forges(tries, data)
            assert await balances(house) == waiting
        assert "得由" in admin.toast and "得由" in me.toast
        assert "得由" not in house.stranger.toast + staff.toast
        await staff.says("/award YH26-0001 10 再给一次")

        # a press counts once, however often it comes
        pressed = await other.presses("确认入账")
        await house.take(pressed)
        await forges(other, "pt:yes:1")
        await forges(other, "pt:no:1")
        assert await balances(house) == {rider(ME): 10, "bank:": -10}
        assert "已经有人确认过" in other.toast

        # who gets it is an admin: they may not confirm it, another may
        await other.says("/points")
        card = re.search(r"(\d+) 号", other.last.text)
        assert card is not None
        await staff.says(f"/award {card[1]} 6 替班一夜")
        before = await balances(house)
        async with house.database.unit() as unit:
            press = f"pt:yes:{(await unit.points.everything())[-1].id}"
        await forges(other, press)
        assert await balances(house) == before and "得由" in other.toast
        await forges(admin, press)
        assert (await balances(house))[rider(int(card[1]))] == 6


async def test_two_doors_of_one_person_give_each_other_nothing(tmp_path: Path) -> None:
    async with TestHouse(tmp_path, setup=SETUP) as house:
        door, staff, admin = house.rider, house.coordinator, house.admin
        await door.says("/points")
        await house.second_rider.says("/points")
        await staff.says(f"/award {ME} 10 我的另一个入口")
        await house.lead.says(f"/award {ME} 4 这个是别人给的")
        await staff.says("/award 8 6 这个给别人")
        assert "这件事已经手记过" in house.lead.last.text
        await admin.presses("确认入账", on=admin.sees[0])
        await admin.presses("确认入账", on=admin.sees[1])
        assert await balances(house) == {rider(ME): 10, rider(8): 6, "bank:": -16}
        async with house.database.unit() as unit:
            bought = Transfer("order", Why.CLOSED, moved(rider(8), "held:1", 6), 8)
            await unit.points.book(bought)

        await staff.says("/link")
        found = CODE.search(staff.last.text)
        assert found is not None
        await door.says(f"/link {found[1]}")
        assert await balances(house) == {"held:1": 6, "bank:": -6}
        await admin.says("/audit")
        assert "自己两个入口之间的，已退回" in admin.last.text
        await door.says("我的蜜值")
        assert "累计 0 · 可用 0" in door.last.text


async def test_what_waits_follows_two_doors_and_ends_with_who_gave_it(
    tmp_path: Path,
) -> None:
    async with TestHouse(tmp_path, setup=SETUP) as house:
        one, other, admin = house.rider, house.second_rider, house.admin
        await one.says("/points")
        await other.says("/points")
        await house.coordinator.says("/award 8 10 带路")
        await house.lead.says(f"/award {ME} 3 扶了老人")
        await one.says("/link")
        found = CODE.search(one.last.text)
        assert found is not None
        await other.says(f"/link {found[1]}")
        await admin.presses("确认入账", on=admin.sees[0])
        assert await balances(house) == {honour(ME): 3, rider(ME): 10, "bank:": -13}
        await house.lead.says("/forget")
        await house.lead.presses("删掉")
        await admin.presses("确认入账", on=admin.sees[1])
        assert (await balances(house))[honour(ME)] == 3
        await one.says("/forget")
        await one.presses("删掉")
        assert await balances(house) == {"lapsed:2026": 13, "bank:": -13}
        await house.passes(days=15)
        left = await balances(house)
        assert left == {"lapsed:2026": 13, "bank:": -13} and ISSUED not in left


async def test_a_budget_is_charged_at_once_and_gets_back_what_nobody_can_spend(
    tmp_path: Path,
) -> None:
    limited = replace(SETUP, points=Rates(budgets={"S1": 12}))
    async with TestHouse(tmp_path, setup=limited) as house:
        me, staff, admin = house.rider, house.coordinator, house.admin
        await me.says("路口地砖坏了，在幸福路口网格")
        await me.presses("提交")
        await staff.says("/award YH26-0001 10 守着塌陷处")
        bank_of_s1 = bank("S1", 2026)
        assert (await balances(house))[bank_of_s1] == 2
        await staff.says(f"/award {ME} 5 带路")
        assert "今年的蜜值已经发完" in staff.last.text

        await admin.presses("不同意")
        await admin.says("算过了")
        assert await balances(house) == {bank_of_s1: 12, ISSUED: -12}
        await staff.says("/award YH26-0001 10 后来又守了一夜")
        await house.passes(days=12)
        await house.passes(days=3)
        left = await balances(house)
        assert left == {honour(ME): 10, "bank:": -10, bank_of_s1: 12, ISSUED: -12}
        for late in ("pt:yes:1", "pt:no:1"):
            await forges(admin, late)
        assert await balances(house) == left


async def test_the_cards_of_all_admins_say_what_came_of_it_and_nobody_rings_twice(
    tmp_path: Path,
) -> None:
    async with TestHouse(tmp_path, setup=SETUP) as house:
        me, staff = house.rider, house.coordinator
        await me.says("路口地砖坏了，在幸福路口网格")
        await me.presses("提交")
        one, other = await second_admin(house), await second_admin(house, "C1")
        async with house.database.unit() as unit:
            person = unit.people.meet(other.address, other.name)
            await unit.staff.grant(person.id, Grant(Role.ADMIN, "S1"))
        await staff.says("/award YH26-0001 10 守着塌陷处")
        await house.passes(days=12)
        cards = [
            card
            for admin in (one, other)
            for card in admin.sees
            if "理由：守着塌陷处" in card.text
        ]
        assert [len(card.labels) for card in cards] == [2, 2, 2, 2]
        other.hears()
        await one.presses("不同意")
        await one.says("算过了")
        for card in cards:
            assert "没有同意" in card.text and not card.labels
        assert other.hears() == []

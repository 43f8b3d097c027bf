"""What people try with gifts, and what becomes of it: nobody hands over to themselves, none goes
out twice, at a made-up price, or by guessed figures, and points are spent once.
"""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path

from domain.gifts.gift import Gift
from domain.gifts.order import Order
from domain.messages import Event, EventKind
from domain.points.ledger import ISSUED, Transfer, Why, moved, rider
from domain.points.rates import Rates
from handlers.dialog.setup import Setup
from tests.house import Actor, TestHouse

SETUP = Setup(
    links={"test": "test:{code}"}, most_messages_a_minute=10_000, points=Rates()
)
GIFTS = (
    Gift("GLOVES", "手套", 30, 1, 1, "G01", place="幸福路驿站"),
    Gift("HELMET", "头盔", 90, 5, 5, "G01"),
)
DOOR = re.compile(r"<b>([A-Z0-9]{5}-[A-Z0-9]{5})</b>")
UNKNOWN = "没有这个码，或者不归你发"
OWN = "这是你自己的取货码"


async def begun(house: TestHouse, *riders: Actor, points: int = 50) -> None:
    """Gifts of grid G01, and points for these riders."""
    async with house.database.unit() as unit:
        await unit.gifts.replace(GIFTS)
        for one in riders:
            await unit.people.load({one.address})
            person = unit.people.meet(one.address, one.name)
            entries = moved(ISSUED, rider(person.id), points)
            paid = Transfer(f"given:{person.id}", Why.SOLVED, entries, person.id)
            await unit.points.book(paid)


async def ordered(house: TestHouse, who: Actor) -> Order:
    await who.says("/gifts")
    await who.presses("手套")
    await who.presses("换，用 30 蜜值")
    hit = re.search(r"取货码 <b>(\d{3} \d{3})</b>", who.last.text)
    assert hit, who.last.text
    async with house.database.unit() as unit:
        found = await unit.gift_orders.by_code(hit[1].replace(" ", ""))
    assert found is not None
    return found


async def forges(who: Actor, data: str) -> str:
    """Presses what was never offered; returns the word that came back."""
    ref = f"forged{next(who.house.events)}"
    await who.does(kind=EventKind.PRESS, data=data, press_ref=ref, message_id="m0")
    return who.toast


async def balances(house: TestHouse) -> dict[str, int]:
    async with house.database.unit() as unit:
        found = await unit.points.balances()
    return {name: one for name, one in found.items() if one}


async def test_nobody_hands_over_to_themselves_or_what_is_not_theirs(
    tmp_path: Path,
) -> None:
    async with TestHouse(tmp_path, setup=SETUP) as house:
        one, staff, far = house.rider, house.coordinator, house.far_coordinator
        await begun(house, one, staff)
        order = await ordered(house, one)
        hand = f"gift:hand:{order.id}:{order.code}"
        assert (await forges(one, hand)).startswith(OWN)
        assert (await forges(house.second_rider, hand)).startswith(UNKNOWN)
        assert (await forges(far, hand)).startswith(UNKNOWN)
        await far.says(order.code)
        assert UNKNOWN in far.last.text
        for data in (f"gift:cancel:{order.id}", f"gift:order:{order.id}"):
            await forges(house.second_rider, data)
        assert (await forges(one, "gift:take:HELMET:1")).startswith("头盔 现在是 90")
        assert (await forges(one, "gift:take:HELMET:90")).startswith("还差 70")
        assert (await forges(staff, "gift:take:GLOVES:30")).startswith("慢了一步")
        before = await balances(house)
        assert before[f"held:{order.id}"] == 30
        # staff have nobody to hand it to themselves either, not even by a door of their own
        await one.says("/link")
        door = DOOR.search(one.last.text)
        assert door is not None
        await staff.says(f"/link {door[1]}")
        assert (await forges(staff, hand)).startswith(OWN)
        await house.second_coordinator.says(order.code)
        await house.second_coordinator.presses("交给对方了")
        after = await balances(house)
        assert f"held:{order.id}" not in after and sum(after.values()) == 0


async def test_two_who_press_at_once_hand_over_once_and_old_figures_are_nobodys(
    tmp_path: Path,
) -> None:
    async with TestHouse(tmp_path, setup=SETUP) as house:
        one, lead, staff = house.rider, house.lead, house.coordinator
        await begun(house, one)
        order = await ordered(house, one)
        hand = f"gift:hand:{order.id}:{order.code}"

        def press(who: Actor, number: int) -> Event:
            return Event(
                f"at-once-{number}",
                who.address,
                who.address,
                EventKind.PRESS,
                data=hand,
                press_ref=f"at-once-{number}",
                message_id="m0",
                name=who.name,
            )

        twice = press(staff, 1)
        await house.take(twice, press(lead, 2))
        await house.take(twice)
        texts = [who.last.text for who in (staff, lead)]
        assert sorted("已交给" in text for text in texts) == [False, True]
        assert sum("这个码用过了" in text for text in texts) == 1
        assert sum("领到了" in shown.text for shown in one.sees) == 1
        assert await balances(house) == {ISSUED: -50, "rider:7": 20, "bank:": 30}
        # somebody else's order by the same figures is not handed over by the old button
        async with house.database.unit() as unit:
            await unit.gifts.supply("GLOVES", 1)
            gift = await unit.gifts.get("GLOVES")
            assert gift is not None
            until = unit.now + timedelta(days=14)
            other = house.people["lead"].id
            paid = moved(ISSUED, rider(other), 30)
            await unit.points.book(Transfer("x", Why.SOLVED, paid, other))
            await unit.gift_orders.order(gift, other, until, lambda: order.code)
        assert (await forges(staff, hand)).startswith("这个按钮过期了")


async def test_figures_cannot_be_guessed(tmp_path: Path) -> None:
    async with TestHouse(tmp_path, setup=SETUP) as house:
        staff = house.coordinator
        await begun(house, house.rider)
        order = await ordered(house, house.rider)
        guesses = [f"{n:06d}" for n in range(9) if f"{n:06d}" != order.code]
        for guess in guesses[:8]:
            await staff.says(guess)
            assert UNKNOWN in staff.last.text
        await staff.says("999999" if order.code != "999999" else "999998")
        assert "错的码太多了" in staff.last.text

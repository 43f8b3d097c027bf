"""A case opens again when its points are spent: what is said is what is booked, nobody can spend
less than nothing, and the rest is owed until it comes.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from domain.gifts.gift import Gift
from domain.points.ledger import Why, debt, rider
from domain.points.rates import Rates
from handlers.dialog.setup import Setup
from handlers.points.routes import LISTENERS, TAILS
from tests.handlers.points.test_leaving import CODE, balances
from tests.house import Actor, TestHouse

SETUP = Setup(
    links={"test": "test:{code}"},
    most_messages_a_minute=10_000,
    points=Rates(),
    listeners=LISTENERS,
    tails=TAILS,
)
GIFT = Gift("GLOVES", "手套", 8, 5, 5, "G01", place="幸福路驿站")
WORDS = "路口地砖坏了，在幸福路口网格"
SAID = re.compile(r"可用 (-?\d+)")


async def solved(house: TestHouse) -> None:
    """A hazard of the rider's, solved as they say themselves."""
    await house.rider.says(WORDS)
    await house.rider.presses("提交")
    await house.coordinator.presses("接单")
    await house.coordinator.says("/resolve YH26-0001 换好了")
    await house.rider.presses("已解决")


async def rider_id(house: TestHouse) -> int:
    async with house.database.unit() as unit:
        await unit.people.load([house.rider.address])
        found = unit.people.at(house.rider.address)
    assert found is not None
    return found.id


async def spent(house: TestHouse) -> None:
    async with house.database.unit() as unit:
        await unit.gifts.replace([GIFT])
    await house.rider.says("/gifts")
    await house.rider.presses("手套")
    await house.rider.presses("换，用 8 蜜值")


async def card(who: Actor) -> str:
    await who.says("我的蜜值")
    return who.last.text


async def holds(house: TestHouse, spend: int, owed: int, earned: int) -> None:
    """The ledger, and the card that is read off it."""
    me = await rider_id(house)
    held = await balances(house)
    assert held.get(rider(me), 0) == spend >= 0
    assert held.get(debt(me), 0) == -owed
    assert sum(held.values()) == 0
    shown = await card(house.rider)
    assert f"累计 {earned} · 可用 {spend}" in shown
    assert (f"欠 {owed}：" in shown) == (owed > 0)


async def test_what_was_spent_is_owed_and_the_next_points_repay_it(
    tmp_path: Path,
) -> None:
    async with TestHouse(tmp_path, setup=SETUP) as house:
        await solved(house)
        await spent(house)
        await holds(house, spend=2, owed=0, earned=10)
        await house.rider.says("/reopen YH26-0001 又松了")
        assert "现在欠 8，以后入账先抵掉" in house.rider.last.text
        await holds(house, spend=0, owed=8, earned=0)
        await house.coordinator.says("/resolve YH26-0001 重新铺了")
        assert "待入账 +10" in house.rider.last.text
        await house.rider.presses("已解决")
        told = house.rider.last.text
        assert "+10 入账，现在可用 2" in told
        assert "其中 8 抵掉了先前欠的" in told
        await holds(house, spend=2, owed=0, earned=10)


async def test_a_case_that_is_cancelled_after_all_pays_nothing(
    tmp_path: Path,
) -> None:
    """Neither at once, where the points were spent, nor after the gift is given back."""
    async with TestHouse(tmp_path, setup=SETUP) as house:
        await solved(house)
        await spent(house)
        await house.rider.says("/reopen YH26-0001 又松了")
        await house.rider.says("/withdraw YH26-0001")
        await holds(house, spend=0, owed=8, earned=0)
        await house.rider.says("/gifts")
        await house.rider.presses("🎫")
        await house.rider.presses("不要了")
        told = house.rider.last.text
        assert "8 蜜值回到你的卡上" in told
        assert "其中 8 抵掉了先前欠的" in told
        await holds(house, spend=0, owed=0, earned=0)
        assert "礼品不要了，退回" in await card(house.rider)
        assert {account: n for account, n in (await balances(house)).items() if n} == {}


async def test_what_nobody_was_paid_for_is_looked_at_anew_and_not_promised(
    tmp_path: Path,
) -> None:
    """A budget that was dry, and has more by the time that the case is solved again."""
    dry = replace(SETUP, points=Rates(budgets={"D": 5}))
    async with TestHouse(tmp_path, setup=dry) as house:
        await house.rider.says(WORDS)
        await house.rider.presses("提交")
        await house.coordinator.presses("接单")
        await house.coordinator.says("/resolve YH26-0001 换好了")
        assert not any("待入账" in text for text in house.rider.hears())
        await house.rider.presses("已解决")
        assert "发完" in house.rider.last.text
        await house.rider.says("/reopen YH26-0001 又松了")
        house.setup = replace(SETUP, points=Rates(budgets={"D": 50}))
        await house.restarts()
        await house.coordinator.says("/resolve YH26-0001 重新铺了")
        assert "待入账 +10" in house.rider.last.text
        await house.rider.presses("已解决")
        assert "+10 入账，现在可用 10" in house.rider.last.text
        await holds(house, spend=10, owed=0, earned=10)


async def test_points_go_back_from_whichever_door_has_them_now(tmp_path: Path) -> None:
    async with TestHouse(tmp_path, setup=SETUP) as house:
        await solved(house)
        other = house.second_rider
        await other.says("/link")
        code = CODE.search(other.last.text)
        assert code is not None
        await house.rider.says(f"/link {code[1]}")
        assert "累计 10 · 可用 10" in await card(other)
        await house.rider.says("/reopen YH26-0001 又松了")
        assert "累计 0 · 可用 0" in await card(other)
        assert "欠" not in await card(other)
        assert sum((await balances(house)).values()) == 0


async def test_who_forgets_leaves_no_debt(tmp_path: Path) -> None:
    async with TestHouse(tmp_path, setup=SETUP) as house:
        await solved(house)
        await spent(house)
        await house.rider.says("/reopen YH26-0001 又松了")
        me = await rider_id(house)
        await house.rider.says("/forget")
        await house.rider.presses("删掉")
        held = await balances(house)
        assert debt(me) not in held
        assert rider(me) not in held
        assert sum(held.values()) == 0
        async with house.database.unit() as unit:
            booked = await unit.points.everything()
        assert sum(one.transfer.why is Why.BACK for one in booked) == 1

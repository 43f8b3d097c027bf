"""Who forgets and comes back is a new person, but has no second share of a day: coupons, points.
What remembers it names neither them nor the shop.
"""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import func, select

from domain.coupons.coupon import How
from domain.coupons.offer import Merchant, Offer
from domain.points.rates import Rates
from handlers.dialog.setup import Setup
from handlers.dialog.traces import CHANNEL
from handlers.points.routes import LISTENERS, TAILS
from storage.tables.forms import forms
from storage.tables.messages import seen
from tests.handlers.coupons.test_frauds import KEY, presses
from tests.handlers.points.test_leaving import CODE
from tests.house import Actor, TestHouse

SETUP = Setup(
    links={"test": "test:{code}"},
    most_messages_a_minute=10_000,
    key=KEY,
    points=Rates(a_day=1),
    listeners=LISTENERS,
    tails=TAILS,
)
SHOP = Merchant("M1", "奶茶店", "G01")


async def offered(house: TestHouse, a_day: int = 1) -> None:
    offer = Offer("M1-1", "M1", "柠檬水", a_day, 30, 30)
    async with house.database.unit() as unit:
        await unit.merchant_offers.replace([(SHOP, offer)])


async def takes(who: Actor) -> str:
    return await presses(who, "coupon:take:M1-1")


async def uses(house: TestHouse, who: Actor) -> None:
    assert not await takes(who)
    async with house.database.unit() as unit:
        coupon = (await unit.coupons.open_at("M1-1"))[-1]
        assert await unit.coupons.use(coupon, How.PRESS)


async def comes_back(who: Actor) -> None:
    await who.says("/forget")
    await who.presses("删掉")
    await who.says("/start")


async def traces(house: TestHouse) -> list[str]:
    async with house.database.reader() as reader:
        rows = select(seen.c.external_id).where(seen.c.channel == CHANNEL)
        return list((await reader.execute(rows)).scalars())


async def test_one_coupon_a_day_also_for_who_left_and_came_back(tmp_path: Path) -> None:
    async with TestHouse(tmp_path, setup=SETUP) as house:
        await offered(house)
        rider = house.rider
        await uses(house, rider)
        for _ in range(2):
            await comes_back(rider)
            assert "今天" in await takes(rider)
        kept = " ".join(await traces(house))
        assert kept
        assert rider.chat not in kept
        assert "M1" not in kept
        assert not await takes(house.second_rider)
        await house.passes(days=1)
        await takes(rider)
        async with house.database.unit() as unit:
            assert len(await unit.coupons.open_at("M1-1")) == 1


async def test_what_was_not_used_is_no_share_and_of_several_the_rest_is_left(
    tmp_path: Path,
) -> None:
    """Whichever of their doors they come back by."""
    async with TestHouse(tmp_path, setup=SETUP) as house:
        await offered(house, a_day=2)
        rider, other = house.rider, house.second_rider
        await rider.says("/link")
        code = CODE.search(rider.last.text)
        assert code is not None
        await other.says(f"/link {code[1]}")
        await uses(house, rider)
        assert not await takes(rider)
        await comes_back(rider)
        for door in (rider, other):
            assert not await takes(door)
            assert "今天" in await takes(door)


async def test_the_points_of_a_day_are_for_one_person(tmp_path: Path) -> None:
    async with TestHouse(tmp_path, setup=SETUP) as house:
        rider = house.rider
        for number, words in enumerate(("路口地砖坏了", "路灯不亮了"), 1):
            await rider.says(f"{words}，在幸福路口网格")
            await rider.presses("提交")
            await house.coordinator.presses("接单")
            await house.coordinator.says(f"/resolve YH26-000{number} 换好了")
            await rider.presses("已解决")
            paid = "+10 入账" in rider.last.text
            assert paid == (number == 1)
            if number == 2:
                assert "那天已计满" in rider.last.text
            await comes_back(rider)


async def test_a_draft_at_another_door_goes_too(tmp_path: Path) -> None:
    async with TestHouse(tmp_path, setup=SETUP) as house:
        rider, other = house.rider, house.second_rider
        await rider.says("/link")
        code = CODE.search(rider.last.text)
        assert code is not None
        await other.says(f"/link {code[1]}")
        await other.says("路口地砖坏了")
        await rider.says("/forget")
        await rider.presses("删掉")
        async with house.database.reader() as reader:
            count = select(func.count()).select_from(forms)
            assert await reader.scalar(count.where(forms.c.chat == other.chat)) == 0

"""How long an offer lasts: nobody but its own shop is asked, and told before and after its end."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from domain.coupons.offer import Merchant, Offer, next_look
from handlers.coupons.lasting import TIMER
from handlers.dialog.setup import SHANGHAI, Setup
from tests.house import TestHouse

SETUP = Setup(
    links={"test": "test:{code}"}, most_messages_a_minute=10_000, key=b"k" * 32
)


async def test_a_shop_is_asked_every_ninety_days_and_told_of_the_end(
    tmp_path: Path,
) -> None:
    async with TestHouse(tmp_path, setup=SETUP) as house:
        shop, tea = Merchant("M1", "奶茶店", "G01"), Offer("M1-1", "M1", "柠檬水")
        last = house.clock.now.date() + timedelta(days=95)
        cake = Offer("M1-2", "M1", "蛋糕", until=last)
        async with house.database.unit() as unit:
            kept, _ = await unit.merchant_offers.replace([(shop, tea), (shop, cake)])
            for one in kept:
                unit.timers.set(TIMER, one.id, next_look(one, unit.now, SHANGHAI))
            person = unit.people.meet(house.rider.address, "店家")
            await unit.merchant_keepers.tie("M1", person.id)
        await house.passes(days=89)
        assert house.rider.hears() == []
        await house.passes(days=1)
        (asked,) = house.rider.hears()
        assert "「柠檬水」还给骑手吗" in asked
        await house.rider.presses("还给")
        await house.passes(days=3)
        (told,) = house.rider.hears()
        assert "「蛋糕」到" in told and "为止" in told
        await house.passes(days=3)
        (over,) = house.rider.hears()
        assert "「蛋糕」到期了" in over
        await house.passes(days=84)
        (again,) = house.rider.hears()
        assert "「柠檬水」还给骑手吗" in again
        await house.rider.presses("不给了")
        await house.second_rider.says("/coupons")
        assert "现在没有商家优惠" in house.second_rider.last.text
        await house.passes(days=200)
        assert house.rider.hears() == []

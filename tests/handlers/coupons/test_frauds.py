"""What people try with coupons, and what becomes of it: each is used once, at its own shop, in its
own minute, never by whoever gains alone, and no shop learns who it was.
"""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from sqlalchemy import select

from domain.coupons.coupon import Coupon, CouponState, code
from domain.coupons.offer import Merchant, Offer
from domain.messages import Event, EventKind
from handlers.dialog.setup import Setup
from storage.tables.messages import sent_messages
from tests.house import Actor, TestHouse

KEY = b"k" * 32
SETUP = Setup(links={"test": "test:{code}"}, most_messages_a_minute=10_000, key=KEY)
LISTED = [
    (Merchant("M1", "奶茶店", "G01"), Offer("M1-1", "M1", "柠檬水", 2, 3, 3)),
    (Merchant("M2", "面馆", "G01"), Offer("M2-1", "M2", "加面")),
]
UNKNOWN = "不是这家店现在的码"


async def begun(house: TestHouse, **shops: Actor) -> None:
    """Two shops, each with its own chat."""
    async with house.database.unit() as unit:
        await unit.merchant_offers.replace(LISTED)
        made_by = house.people["coordinator"].id
        for merchant, keeper in shops.items():
            await unit.people.load({keeper.address})
            person = unit.people.meet(keeper.address, keeper.name)
            token = await unit.merchant_keepers.invite(merchant, made_by)
            await unit.merchant_keepers.redeem(token, merchant, person.id)


async def taken(house: TestHouse, who: Actor, offer: str = "M1-1") -> Coupon:
    await presses(who, f"coupon:take:{offer}")
    async with house.database.unit() as unit:
        found = await unit.coupons.open_at(offer)
    return found[-1]


async def presses(who: Actor, data: str) -> str:
    """Presses what may never have been offered; returns the word that came back."""
    ref = f"forged{next(who.house.events)}"
    await who.does(kind=EventKind.PRESS, data=data, press_ref=ref, message_id="m0")
    return who.toast


def now_of(house: TestHouse, coupon: Coupon) -> str:
    """Its code at this moment."""
    return code(KEY, coupon.id, house.clock.now)


async def state(house: TestHouse, coupon: Coupon) -> Coupon:
    async with house.database.unit() as unit:
        found = await unit.coupons.get(coupon.id)
    assert found is not None
    return found


async def test_a_code_counts_once_at_its_own_shop_in_its_own_minute(
    tmp_path: Path,
) -> None:
    async with TestHouse(tmp_path, setup=SETUP) as house:
        one, tea, noodles = house.rider, house.stranger, house.second_rider
        await begun(house, M1=tea, M2=noodles)
        coupon = await taken(house, one)
        old = now_of(house, coupon)
        await noodles.says(old)
        assert UNKNOWN in noodles.last.text
        house.clock.now += timedelta(minutes=2)
        await tea.says(old)
        assert UNKNOWN in tea.last.text
        typed = now_of(house, coupon)
        await tea.says(typed)
        assert "柠檬水 用了一张" in tea.last.text
        await tea.says(typed)
        assert "用过了" in tea.last.text
        assert "用过了" in await presses(one, f"coupon:press:{coupon.id}")
        assert "用过了" in await presses(one, f"coupon:renew:{coupon.id}")
        # what the shop was told says nothing of the rider
        said = "".join(shown.text for shown in (*tea.sees, *noodles.sees))
        assert one.name not in said and str(coupon.person_id) not in said
        # a screenshot of the second one, from the first
        second = await taken(house, one)
        assert second.id != coupon.id
        assert "今天领过了" in await presses(one, "coupon:take:M1-1")


async def test_typed_and_pressed_at_once_is_one_use_and_told_again_is_none(
    tmp_path: Path,
) -> None:
    async with TestHouse(tmp_path, setup=SETUP) as house:
        one, tea = house.rider, house.stranger
        await begun(house, M1=tea)
        coupon = await taken(house, one)
        press = Event(
            "at-once-1",
            one.address,
            one.address,
            EventKind.PRESS,
            data=f"coupon:press:{coupon.id}",
            press_ref="at-once-1",
            message_id="m0",
            name=one.name,
        )
        typed = Event(
            "at-once-2",
            tea.address,
            tea.address,
            text=now_of(house, coupon),
            message_id="m1",
            name=tea.name,
        )
        await house.take(press, typed)
        await house.take(press, typed)
        async with house.database.unit() as unit:
            today = house.clock.now.date()
            (month,) = await unit.coupon_figures.between(today, today)
        assert (month.taken, month.used, month.by_press) == (1, 1, 1)
        said = [shown.text for shown in tea.sees]
        assert sum("用过了" in text for text in said) == 1
        assert sum("当面点了一张" in text for text in said) == 1


async def test_whoever_gains_does_not_confirm_and_forged_presses_do_nothing(
    tmp_path: Path,
) -> None:
    async with TestHouse(tmp_path, setup=SETUP) as house:
        one, tea, other = house.rider, house.stranger, house.second_rider
        await begun(house, M1=tea)
        own = await taken(house, tea)
        await tea.says(now_of(house, own))
        assert "自己领的不能在自己店里用" in tea.last.text
        word = await presses(tea, f"coupon:press:{own.id}")
        assert "自己领的不能在自己店里用" in word
        coupon = await taken(house, one)
        for data in (
            f"coupon:press:{coupon.id}",
            f"coupon:card:{coupon.id}",
            "shop:see:M1",
            "shop:out:M1-1",
            "shop:ends:M1-1",
            "shop:invite:M1",
            "shop:untie:M1",
        ):
            assert (await presses(other, data)).startswith("这个按钮过期了"), data
        for data in ("shop:invite:M1", "shop:untie:M1"):
            assert (await presses(tea, data)).startswith("这个按钮过期了"), data
        assert (await presses(house.far_coordinator, "shop:out:M1-1")).startswith(
            "这个按钮过期了"
        )
        assert (await state(house, coupon)).state is CouponState.TAKEN
        # what two doors of one person took is one person's, and theirs to type no more
        await presses(house.coordinator, "shop:untie:M1")
        await tea.says(now_of(house, coupon))
        assert (await state(house, coupon)).state is CouponState.TAKEN


async def test_codes_cannot_be_guessed(tmp_path: Path) -> None:
    async with TestHouse(tmp_path, setup=SETUP) as house:
        tea = house.stranger
        await begun(house, M1=tea)
        coupon = await taken(house, house.rider)
        now, minute = house.clock.now, timedelta(minutes=1)
        good = {code(KEY, coupon.id, now + n * minute) for n in (-1, 0, 1)}
        guesses = [one for one in (f"{n:04d}" for n in range(20)) if one not in good]
        for guess in guesses[:6]:
            await tea.says(guess)
            assert UNKNOWN in tea.last.text
        await tea.says(guesses[6])
        assert "错的码太多了" in tea.last.text
        await tea.says(now_of(house, coupon))
        assert "柠檬水 用了一张" in tea.last.text


async def test_a_day_after_its_end_nobody_knows_whose_it_was(tmp_path: Path) -> None:
    async with TestHouse(tmp_path, setup=SETUP) as house:
        await begun(house)
        used, unused = [await taken(house, house.rider) for _ in range(2)]
        await presses(house.rider, f"coupon:press:{used.id}")
        assert house.rider.sees[-2].text.startswith("✔ <b>已用")
        assert "报给店员" in house.rider.last.text
        await house.passes(hours=15)
        assert (await state(house, unused)).state is CouponState.LAPSED
        assert (await state(house, used)).person_id == used.person_id
        await house.passes(hours=24)
        await house.tick()
        for coupon in (used, unused):
            assert (await state(house, coupon)).person_id is None
        async with house.database.reader() as reader:
            slots = await reader.scalars(select(sent_messages.c.slot))
            assert not [slot for slot in slots if slot.startswith("coupon:")]

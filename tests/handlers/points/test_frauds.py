"""The fraud table: what people try, which sentence they read, what is booked then, and who hears of
it. Each row is a cheat that somebody somewhere was paid for (facts in docs/security.md).
"""

from __future__ import annotations

import io
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import NamedTuple

from PIL import Image

from domain.coupons.coupon import code
from domain.coupons.offer import Merchant, Offer
from domain.gifts.gift import Gift
from domain.matching.terms import Terms
from domain.messages import Event, EventKind, Place
from handlers.points.routes import SERVED, TAILS
from tests.handlers.points import hour_frauds as hours
from tests.handlers.points.test_leaving import CODE, SETUP, balances
from tests.house import Actor, TestHouse

KEY = b"k" * 32
RICH = replace(SETUP, tails=TAILS, key=KEY, matching=Terms(), served=SERVED)
ME, STAFF, LEAD = 7, 1, 4
"""The numbers of the rider's card, of a coordinator's and of a lead's."""
GIFT = Gift("CUP", "杯子", 5, 9, 9, "G01")
OFFER = (Merchant("M1", "奶茶店", "G01"), Offer("M1-1", "M1", "柠檬水"))


class Fraud(NamedTuple):
    """`begins` is what was honest, `tries` the cheat: it returns what its author reads. `booked` is
    all that the ledger holds then, `hears` who else is told what, in part; nobody beside them is.
    """

    begins: Callable[[TestHouse], Awaitable[None]]
    tries: Callable[[TestHouse], Awaitable[str]]
    reads: str
    booked: dict[str, int]
    author: str
    hears: dict[str, str]


def textured() -> bytes:
    """A picture that is told from others: a plain one is like every plain one."""
    chance, out = Random(7), io.BytesIO()
    small = Image.new("L", (9, 8))
    small.putdata([chance.randrange(256) for _ in range(72)])
    small.resize((360, 320)).convert("RGB").save(out, "JPEG")
    return out.getvalue()


PHOTO = textured()
PAID = {"bank:": -10, f"rider:{ME}": 10}


async def presses(who: Actor, data: str) -> Event:
    ref = f"forged{next(who.house.events)}"
    return await who.does(
        kind=EventKind.PRESS, data=data, press_ref=ref, message_id="none"
    )


async def answer(who: Actor) -> str:
    """What stands in their chat last, with the word at the top of the screen."""
    return f"{who.last.text}\n{who.toast}"


# --- what was honest before ---


async def nothing(house: TestHouse) -> None:
    await house.rider.says("/points")


async def carries(house: TestHouse, number: str) -> None:
    for said in (f"/accept {number}", f"/resolve {number} 换好了"):
        await house.coordinator.says(said)


async def files(house: TestHouse, who: Actor, words: str, away: float) -> None:
    """With one and the same photo each time."""
    middle = house.database.directory.middle("G01")
    assert middle is not None
    await who.sends_photo(words, data=PHOTO)
    await who.sends_place(place=Place(middle.lat + away, middle.lon))
    await who.presses("提交")
    await house.fetches()


async def reported(house: TestHouse, who: Actor | None = None) -> None:
    """A hazard with a photo that waits for its filer's word."""
    who = who or house.rider
    await files(house, who, "路口地砖坏了", 0)
    await carries(house, "YH26-0001")


async def paid(house: TestHouse) -> None:
    await reported(house)
    await presses(house.rider, "c:1:confirm")


async def paid_and_reported_elsewhere(house: TestHouse) -> None:
    await paid(house)
    await files(house, house.rider, "路灯不亮了", 0.003)
    await carries(house, "YH26-0002")


async def own_report(house: TestHouse) -> None:
    await reported(house, house.coordinator)


async def coupon(house: TestHouse) -> None:
    """A rider has taken one of a shop whose chat is the stranger's."""
    async with house.database.unit() as unit:
        await unit.merchant_offers.replace([OFFER])
        await unit.people.load({house.stranger.address})
        shop = unit.people.meet(house.stranger.address, "店员")
        await unit.merchant_keepers.tie("M1", shop.id)
    await presses(house.rider, "coupon:take:M1-1")


# --- the cheats ---


async def double_press(house: TestHouse) -> str:
    await presses(house.rider, "c:1:confirm")
    return await answer(house.rider)


async def replay(house: TestHouse) -> str:
    pressed = await presses(house.rider, "c:1:confirm")
    await house.restarts()
    before = len(house.rider.sees)
    await house.take(pressed)
    return await answer(house.rider) if len(house.rider.sees) > before else ""


async def screenshot(house: TestHouse) -> str:
    shot = code(KEY, 1, house.clock.now)
    house.clock.now += timedelta(minutes=2)
    await house.stranger.says(shot)
    return await answer(house.stranger)


async def self_confirmation(house: TestHouse) -> str:
    await presses(house.coordinator, "c:1:confirm")
    await house.coordinator.says("我的蜜值")
    return await answer(house.coordinator)


async def own_photo_again(house: TestHouse) -> str:
    await presses(house.rider, "c:2:confirm")
    return await answer(house.rider)


async def two_doors(house: TestHouse) -> str:
    """A coordinator's own second door gets points by hand, confirmed by who did not know."""
    await house.coordinator.says(f"/award {ME} 10 守着塌陷处")
    await house.admin.presses("确认入账")
    await house.coordinator.says("/link")
    found = CODE.search(house.coordinator.last.text)
    assert found is not None
    await house.rider.says(f"/link {found[1]}")
    await house.rider.says("我的蜜值")
    return await answer(house.rider)


async def back_dated(house: TestHouse) -> str:
    """Yesterday, and the day before, as it is told today."""
    await house.coordinator.says(f"/award {ME} 10 昨天帮忙两小时")
    await house.lead.says(f"/award {ME} 10 前天也帮了两小时")
    return await answer(house.lead)


async def pays_oneself(house: TestHouse) -> str:
    await house.coordinator.says(f"/award {STAFF} 10 值了夜班")
    return await answer(house.coordinator)


async def two_collude(house: TestHouse) -> str:
    """Each gives to the other; they tell nobody, and nobody confirms it."""
    await house.coordinator.says(f"/award {LEAD} 10 值了夜班")
    await house.lead.says(f"/award {STAFF} 10 值了夜班")
    for data in ("pt:yes:1", "pt:yes:2"):
        for colleague in (house.coordinator, house.lead, house.second_coordinator):
            await presses(colleague, data)
    async with house.database.unit() as unit:
        await unit.gifts.replace([GIFT])
    await presses(house.lead, "gift:take:CUP:5")
    return await answer(house.lead)


FRAUDS: dict[str, Fraud] = {
    "double press": Fraud(
        paid, double_press, "YH26-0001 已经办结了", PAID, "rider", {}
    ),
    "replay": Fraud(
        reported,
        replay,
        "",
        PAID,
        "rider",
        {"coordinator": "报事人说：已解决"},
    ),
    "screenshot": Fraud(coupon, screenshot, "不是这家店现在的码", {}, "stranger", {}),
    "self-confirmation": Fraud(
        own_report,
        self_confirmation,
        "自己经办的，不计",
        {},
        "coordinator",
        {},
    ),
    "own photo again": Fraud(
        paid_and_reported_elsewhere,
        own_photo_again,
        "照片以前计过，不计",
        PAID,
        "rider",
        {"coordinator": "报事人说：已解决"},
    ),
    "two doors of one person": Fraud(
        nothing,
        two_doors,
        "累计 0 · 可用 0",
        {},
        "coordinator",
        {"rider": "连上了", "admin": "确认了"},
    ),
    "back-dated hours": Fraud(
        nothing,
        back_dated,
        "同一个人一天记一次",
        {"bank:": -10, f"honour:{ME}": 10},
        "lead",
        {"coordinator": "给蜜值卡", "rider": "待入账", "admin": "请你确认"},
    ),
    "hours said by who did it": Fraud(
        hours.order(hours.HOUR),
        hours.says(60, lambda house: house.second_rider),
        "不归你点",
        {},
        "second_rider",
        {},
    ),
    "two hours for two minutes": Fraud(
        hours.order(hours.MINUTES),
        hours.says(120, lambda house: house.rider),
        "这个按钮过期了",
        {},
        "rider",
        {},
    ),
    "hours told a fortnight later": Fraud(
        hours.late,
        hours.says(60, lambda house: house.coordinator),
        "14 天以内说才算",
        {},
        "coordinator",
        {},
    ),
    "hours told twice": Fraud(
        hours.paid_once,
        hours.says(60, lambda house: house.rider),
        "已经说过了",
        hours.PAID,
        "rider",
        {},
    ),
    "the same two again": Fraud(
        hours.paid_and_done_again,
        hours.says(60, lambda house: house.rider),
        "记下了",
        hours.PAID,
        "rider",
        {"second_rider": "同样两个人，短时间里只计一次"},
    ),
    "hours of staff on duty": Fraud(
        hours.order(hours.HOUR, staff=True),
        hours.says(60, lambda house: house.rider),
        "记下了",
        {},
        "rider",
        {},
    ),
    "hours for one's own second door": Fraud(
        hours.paid_once,
        hours.link,
        "累计 0 · 可用 0",
        {},
        "rider",
        {"second_rider": "连上了"},
    ),
    "staff pay themselves": Fraud(
        nothing,
        pays_oneself,
        "不能记给自己",
        {},
        "coordinator",
        {},
    ),
    "two collude": Fraud(
        nothing,
        two_collude,
        "还差 5 蜜值",
        {"bank:": -20, f"honour:{STAFF}": 10, f"honour:{LEAD}": 10},
        "lead",
        {"coordinator": "确认后才能用", "admin": "请你确认"},
    ),
}


def everybody(house: TestHouse) -> dict[str, Actor]:
    return {name: one for name, one in vars(house).items() if isinstance(one, Actor)}


async def test_what_is_tried_which_sentence_is_read_what_is_booked_and_who_hears(
    tmp_path: Path,
) -> None:
    for name, row in FRAUDS.items():
        async with TestHouse(tmp_path, setup=RICH) as house:
            await row.begins(house)
            for one in everybody(house).values():
                one.hears()
            reads = await row.tries(house)
            heard = {
                who: " ".join(one.hears()) for who, one in everybody(house).items()
            }
            assert (row.reads in reads) if row.reads else not reads, (name, reads)
            assert await balances(house) == row.booked, name
            told = {who for who, said in heard.items() if said} - {row.author}
            assert told == row.hears.keys(), (name, heard)
            for who, part in row.hears.items():
                assert part in heard[who], (name, who, heard[who])

"""A coupon is used: the merchant types its four figures in their own chat, or its rider presses
before their eyes. Never twice, and nobody types their own.
"""

from __future__ import annotations

from datetime import timedelta

from domain.coupons.coupon import Coupon, CouponState, How, matching, read
from domain.messages import Reply
from handlers.coupons.card import clock_of, own, refuse_ended, turn_used
from handlers.coupons.found import Found, find, is_on, today
from handlers.dialog.marks import too_often
from handlers.dialog.scene import Scene
from handlers.dialog.turn import Refused, Turn
from handlers.texts.sentences import say
from storage.outbox.letters import NOTICE

MOST_TRIES = 6
WITHIN = timedelta(minutes=10)
MOST_A_DAY = 20
A_DAY = timedelta(hours=23)
"""So many wrong figures may be typed within each (ours; what is marked lasts a day). Of ten open
coupons one guess in three hundred hits.
"""


async def typed(turn: Turn, known: bool = False) -> bool:
    """Whether a merchant typed four figures and nothing else, and was answered. With `known` only
    those of a coupon count: something else is being written.
    """
    code = read(turn.event.text)
    if code is None or not is_on(turn.unit.directory, turn.setup):
        return False
    shops = await turn.unit.merchant_keepers.kept_by(turn.person.id)
    if not shops:
        return False
    fits = await _fitting(turn, shops, code)
    if not fits and known:
        return False
    await _use(turn, await _meant(turn, fits))
    return True


async def _use(turn: Turn, coupon: Coupon) -> None:
    found = await find(turn.unit, coupon.offer)
    if found is None:
        raise Refused("refuse-coupon-over")
    if coupon.person_id == turn.person.id:
        raise Refused("refuse-coupon-own")
    refuse_ended(turn, found, coupon)
    now = turn.unit.now
    if not await turn.unit.coupons.use(coupon, How.CODE):
        raise Refused("refuse-coupon-lapsed")
    await turn_used(
        turn.scene,
        found,
        coupon,
        now,
    )
    turn.reply(
        turn.say(
            "coupon-done",
            clock=clock_of(turn.scene, now),
            what=found.offer.what,
            name=found.merchant.name,
            count=await _count(turn, found),
        )
    )


async def _fitting(
    turn: Turn,
    shops: list[str],
    code: str,
) -> list[Coupon]:
    """The coupons of these shops that have this code: those of another shop are not known here."""
    there = await turn.unit.coupons.at(shops)
    fits = matching(
        turn.setup.key,
        there,
        code,
        turn.unit.now,
    )
    return [one for one in fits if one.state is CouponState.TAKEN] or fits


async def _meant(turn: Turn, fits: list[Coupon]) -> Coupon:
    """The one coupon. Raises Refused where there is none, or where two have the same code."""
    if len(fits) > 1:
        raise Refused("refuse-coupon-two")
    if not fits:
        often = await _too_many(turn)
        raise Refused("refuse-coupon-often" if often else "refuse-coupon-unknown")
    return fits[0]


async def _too_many(turn: Turn) -> bool:
    """Whether so many were wrong already."""
    unit, chat = turn.unit, turn.private
    for name, most, within in (
        ("coupon", MOST_TRIES, WITHIN),
        ("coupon-day", MOST_A_DAY, A_DAY),
    ):
        if await too_often(unit, chat, name, most, within):
            return True
    return False


async def _count(turn: Turn, found: Found) -> int:
    """How many of this offer were used today."""
    day, merchant = today(turn), found.merchant.code
    figures = await turn.unit.coupon_figures.between(
        day,
        day,
        merchant,
    )
    return sum(one.used for one in figures if one.offer == found.offer.code)


async def press(turn: Turn, number: str) -> None:
    """The rider presses while the merchant looks on; the card shows the second."""
    found, coupon = await own(turn, number)
    refuse_ended(turn, found, coupon)
    shops = await turn.unit.merchant_keepers.kept_by(turn.person.id)
    if found.merchant.code in shops:
        raise Refused("refuse-coupon-own")
    now = turn.unit.now
    if not await turn.unit.coupons.use(coupon, How.PRESS):
        raise Refused("refuse-coupon-lapsed")
    turn.toast()
    await turn_used(
        turn.scene,
        found,
        coupon,
        now,
    )
    await _told(turn.scene, found)


async def _told(scene: Scene, found: Found) -> None:
    """The shop's chats see each press at its second; who it was stands nowhere."""
    clock, what = clock_of(scene, scene.unit.now), found.offer.what
    for keeper in await scene.unit.merchant_keepers.of(found.merchant.code):
        person = await scene.unit.people.get(keeper)
        language = scene.language_of(person)
        text = say(
            language,
            "notice-coupon-pressed",
            clock=clock,
            what=what,
        )
        for door in await scene.unit.people.doors(keeper, all_of_them=False):
            scene.unit.outbox.add(
                door,
                Reply(text, silent=True),
                NOTICE,
            )

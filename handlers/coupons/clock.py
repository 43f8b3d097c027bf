"""What the clock does to a coupon: a notice before its end and after it; then it is nobody's."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from domain.coupons.coupon import Coupon, CouponState, next_moment
from domain.messages import Choice
from handlers.casework import phrases
from handlers.casework.letters.sending import send
from handlers.coupons.card import TIMER, let_go, plan, slot
from handlers.coupons.found import find
from handlers.dialog.scene import Scene
from handlers.texts.sentences import label, say


async def coupon_due(
    scene: Scene,
    coupon_id: int,
    due_at: datetime,
) -> None:
    """One of its moments has come."""
    unit = scene.unit
    coupon = await unit.coupons.get(coupon_id)
    at = next_moment(coupon) if coupon else None
    if coupon is None or at is None or at > unit.now:
        return unit.timers.set(
            TIMER,
            coupon_id,
            at,
        )
    plan(scene, await _moved(scene, coupon))


async def _moved(scene: Scene, coupon: Coupon) -> Coupon:
    """As it is after this moment."""
    coupons = scene.unit.coupons
    if coupon.state is not CouponState.TAKEN:
        await let_go(scene, coupon)
        await coupons.nobodys(coupon)
        return replace(coupon, person_id=None)
    if coupon.until > scene.unit.now:
        await coupons.noticed(coupon)
        await _tell(scene, coupon, "notice-coupon-due")
        return replace(coupon, noticed=True)
    await coupons.lapse(coupon)
    await _tell(scene, coupon, "notice-coupon-lapsed")
    return replace(coupon, state=CouponState.LAPSED)


async def _tell(
    scene: Scene,
    coupon: Coupon,
    key: str,
) -> None:
    person = await scene.unit.people.get(coupon.person_id)
    found = await find(scene.unit, coupon.offer)
    if person is None or found is None:
        return
    language, now = scene.language_of(person), scene.unit.now
    until = phrases.when(
        language,
        coupon.until,
        now,
        scene.setup,
    )
    about = {"what": found.offer.what, "name": found.merchant.name}
    shows = label(language, "button-coupon-show")
    opens = ((Choice(shows, f"coupon:card:{coupon.id}"),),)
    choices = opens if key == "notice-coupon-due" else ()
    text = say(
        language,
        key,
        until=until,
        **about,
    )
    # what waits for the morning says only what is true by then
    await send(
        scene,
        person,
        text,
        choices=choices,
        replaces=slot(coupon),
    )

"""A merchant says that an offer is sold out today, or there again."""

from __future__ import annotations

from dataclasses import replace

from domain.coupons.coupon import CouponState
from handlers.casework.letters.sending import send
from handlers.coupons.card import plan
from handlers.coupons.found import (
    Found,
    keeps,
    of_code,
    today,
)
from handlers.coupons.shop import show
from handlers.dialog.turn import Refused, Turn
from handlers.texts.sentences import say


async def sold_out(turn: Turn, code: str) -> None:
    """No more of it today: whoever has a coupon hears so at once, and theirs goes back."""
    found = await theirs(turn, code)
    if await turn.unit.merchant_offers.pause(code, today(turn)):
        for coupon in await turn.unit.coupons.open_at(code):
            if await turn.unit.coupons.lapse(coupon):
                plan(turn.scene, replace(coupon, state=CouponState.LAPSED))
                await _sorry(turn, found, coupon.person_id)
    turn.toast()
    await show(
        turn,
        found.merchant,
        edit=True,
    )


async def _sorry(
    turn: Turn,
    found: Found,
    person_id: int | None,
) -> None:
    person = await turn.unit.people.get(person_id)
    if person is not None:
        about = {"what": found.offer.what, "name": found.merchant.name}
        language = turn.scene.language_of(person)
        await send(
            turn.scene,
            person,
            say(language, "notice-coupon-paused", **about),
        )


async def there_again(turn: Turn, code: str) -> None:
    found = await theirs(turn, code)
    await turn.unit.merchant_offers.pause(code, None)
    turn.toast()
    await show(
        turn,
        found.merchant,
        edit=True,
    )


async def theirs(turn: Turn, code: str) -> Found:
    """Raises Refused for an offer of a shop that is not theirs."""
    found = await of_code(turn, code)
    if not await keeps(turn, found.merchant):
        raise Refused("refuse-old-button")
    return found

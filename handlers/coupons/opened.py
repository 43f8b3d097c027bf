"""An offer opened: what it says, and the press that takes it."""

from __future__ import annotations

from domain.coupons.offer import Offer
from handlers.casework import phrases
from handlers.coupons.found import of_code, stands, why_not
from handlers.dialog.turn import Turn
from handlers.stations import lines
from handlers.texts.sentences import Safe


async def see(turn: Turn, code: str) -> None:
    """One offer, with a press that takes a coupon where there is one to be had."""
    found = await of_code(turn, code)
    turn.toast()
    offer, merchant = found.offer, found.merchant
    text = [
        turn.say(
            "coupon-page",
            what=offer.what,
            name=merchant.name,
        )
    ]
    if merchant.place:
        text.append(turn.say("coupon-place", place=merchant.place))
    why = why_not(turn, offer)
    text += _terms(turn, offer, free=not why)
    if why:
        text.append(turn.say(f"coupon-{why.value}"))
    take = turn.choice("button-coupon-take", f"coupon:take:{offer.code}")
    turn.reply(Safe("\n".join(text)), [] if why else [[take]])


def _terms(turn: Turn, offer: Offer, *, free: bool) -> list[Safe]:
    """When it holds, how many there are where one can be had, and how often one may."""
    told = [turn.say("coupon-a-day", count=offer.a_day)]
    if offer.hours is not None:
        when = lines.stands(turn, stands(turn, offer))
        told.insert(0, turn.say("coupon-hours", when=when))
    if offer.left is not None and free:
        told.append(turn.say("coupon-left", left=offer.left))
    if offer.until is not None:
        day = phrases.calendar_day(turn.language, offer.until)
        told.append(turn.say("coupon-until", day=day))
    return told

"""The buttons of this room: `coupon:VERB:REST` for riders, `shop:VERB:REST` for merchants."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from handlers.coupons import (
    card,
    inviting,
    lasting,
    listing,
    opened,
    shop,
    sold_out,
    using,
)
from handlers.coupons.found import switched_on
from handlers.dialog.turn import Refused, Turn

Verb = Callable[[Turn, str], Awaitable[None]]

COUPON: dict[str, Verb] = {
    "list": listing.on_page,
    "see": opened.see,
    "take": card.take,
    "card": card.show,
    "renew": card.renew,
    "press": using.press,
}
SHOP: dict[str, Verb] = {
    "mine": shop.mine,
    "see": shop.see,
    "out": sold_out.sold_out,
    "in": sold_out.there_again,
    "stays": lasting.stays,
    "ends": lasting.ends,
    "invite": inviting.invite,
    "tie": inviting.tie,
    "untie": inviting.untie,
}


async def on_coupon(turn: Turn, rest: str) -> None:
    await _does(turn, COUPON, rest)


async def on_shop(turn: Turn, rest: str) -> None:
    await _does(turn, SHOP, rest)


async def _does(
    turn: Turn,
    verbs: dict[str, Verb],
    rest: str,
) -> None:
    """Whatever may be pressed here; what is no verb is an old button."""
    verb, _, value = rest.partition(":")
    does = verbs.get(verb)
    if does is None:
        raise Refused("refuse-old-button")
    switched_on(turn)
    await does(turn, value)

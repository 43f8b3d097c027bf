"""/shop: a merchant's own page: what they offer, and how much was used this month."""

from __future__ import annotations

from domain.coupons.offer import Merchant, Offer
from domain.messages import Choice
from handlers.casework import phrases
from handlers.coupons.found import (
    cares,
    is_on,
    keeps,
    switched_on,
    today,
)
from handlers.dialog.turn import Refused, Turn
from handlers.texts.sentences import Safe
from handlers.texts.words import only

MOST = 8
MOST_LOOKED_AT = 1000
"""Shops that are offered at once, and that are looked through for those of a few areas."""
LONGEST_BUTTON = 14


async def shop(turn: Turn, said: str) -> None:
    """/shop for one's own, /shop NAME for staff who look after it."""
    switched_on(turn)
    words = said.strip()
    found = await _named(turn, words) if words else await _kept(turn)
    if len(found) == 1:
        return await show(turn, found[0])
    key = "shop-which" if found else "shop-none"
    rows = [[Choice(one.name, f"shop:see:{one.code}")] for one in found]
    turn.reply(turn.say(key), rows)


async def asked(turn: Turn) -> bool:
    """Whether a merchant asked for their own in words, or said what is said at the counter, and was
    answered.
    """
    on = is_on(turn.unit.directory, turn.setup)
    if not (on and only("words-shop", turn.event.text, "words-counter")):
        return False
    if not await turn.unit.merchant_keepers.kept_by(turn.person.id):
        return False
    await shop(turn, "")
    return True


async def mine(turn: Turn, rest: str) -> None:
    turn.toast()
    await shop(turn, "")


async def _kept(turn: Turn) -> list[Merchant]:
    unit = turn.unit
    codes = await unit.merchant_keepers.kept_by(turn.person.id)
    found = [await unit.merchant_offers.merchant(code) for code in codes]
    return [one for one in found if one is not None]


async def _named(turn: Turn, words: str) -> list[Merchant]:
    """Those of this name that are theirs to see."""
    unit, me = turn.unit, turn.person
    kept = await unit.merchant_keepers.kept_by(me.id)
    found = await unit.merchant_offers.named(words, MOST_LOOKED_AT)
    own = [one for one in found if one.code in kept or cares(unit.directory, me, one)]
    return own[:MOST]


async def of_shop(turn: Turn, code: str) -> Merchant:
    """The shop of this code, for whoever keeps it or looks after it. Raises Refused."""
    merchant = await turn.unit.merchant_offers.merchant(code)
    if merchant is None or not await keeps(turn, merchant):
        raise Refused("refuse-old-button")
    return merchant


async def see(turn: Turn, code: str) -> None:
    merchant = await of_shop(turn, code)
    turn.toast()
    await show(turn, merchant)


async def show(
    turn: Turn,
    merchant: Merchant,
    edit: bool = False,
) -> None:
    offers = await turn.unit.merchant_offers.of(merchant.code)
    tied = len(await turn.unit.merchant_keepers.of(merchant.code))
    text = [turn.say("shop", name=merchant.name)]
    text += await _month(turn, merchant, offers)
    text.append(turn.say("shop-how"))
    rows = [[_turned(turn, one)] for one in offers]
    if cares(
        turn.unit.directory,
        turn.person,
        merchant,
    ):
        rows.append([turn.choice("button-shop-invite", f"shop:invite:{merchant.code}")])
        if tied:
            data = f"shop:untie:{merchant.code}"
            rows.append(
                [
                    turn.choice(
                        "button-shop-untie",
                        data,
                        count=tied,
                    )
                ]
            )
    turn.reply(
        Safe("\n".join(text)),
        rows,
        edit=edit,
    )


async def _month(
    turn: Turn,
    merchant: Merchant,
    offers: list[Offer],
) -> list[Safe]:
    """What was used of each since the first of the month: numbers and no persons."""
    day = today(turn)
    figures = await turn.unit.coupon_figures.between(
        day.replace(day=1), day, merchant.code
    )
    by_offer = {one.offer: one for one in figures}
    told = []
    for offer in offers:
        one = by_offer.get(offer.code)
        used, pressed = (one.used, one.by_press) if one else (0, 0)
        key = "shop-line-paused" if offer.paused_on == day else "shop-line"
        told.append(
            turn.say(
                key,
                what=offer.what,
                used=used,
                pressed=pressed,
            )
        )
    return told


def _turned(turn: Turn, offer: Offer) -> Choice:
    """Sold out today, or there again."""
    paused = offer.paused_on == today(turn)
    key, verb = ("button-shop-in", "in") if paused else ("button-shop-out", "out")
    what = phrases.cut(offer.what, LONGEST_BUTTON)
    return turn.choice(
        key,
        f"shop:{verb}:{offer.code}",
        what=what,
    )

"""/coupons: what can be had now, then what cannot; near shops first, and what one has taken."""

from __future__ import annotations

from domain.coupons.coupon import Coupon
from domain.coupons.offer import Cannot, Merchant, Offer, in_order
from domain.messages import Choice
from handlers.casework import phrases
from handlers.coupons.found import find, switched_on, why_not
from handlers.dialog import questions
from handlers.dialog.paging import turning
from handlers.dialog.turn import Turn, whole
from handlers.texts.sentences import Safe
from handlers.texts.words import FILL, asks

PAGE = 6
LONGEST_BUTTON = 20
WHERE = "coupon-where"
"""The question to which a pin is an answer."""


async def asked(turn: Turn) -> bool:
    """Whether the words ask for coupons and say nothing else, and were answered. Raises Refused
    where there are none.
    """
    if not asks("words-coupons", turn.event.text, FILL):
        return False
    await coupons(turn, "")
    return True


async def coupons(turn: Turn, said: str) -> None:
    """/coupons."""
    switched_on(turn)
    await _begin(turn)


async def _begin(turn: Turn) -> None:
    """A pin that comes next says what is near."""
    await questions.ask(turn, WHERE)
    await page(turn, 0)


async def on_page(turn: Turn, rest: str) -> None:
    turn.toast()
    if not rest:
        return await _begin(turn)
    await page(turn, whole(rest) or 0, edit=True)


async def page(
    turn: Turn,
    number: int,
    edit: bool = False,
    area: str = "",
) -> None:
    known = await turn.unit.merchant_offers.around({*turn.unit.directory.areas})
    merchants = {merchant.code: merchant for merchant, _ in known}
    judged = [(offer, why_not(turn, offer)) for _, offer in known]
    offers = in_order(judged, _near(turn, merchants, area))
    start = number * PAGE
    shown = offers[start : start + PAGE]
    text = [turn.say("coupons" if shown else "coupons-none")]
    text += [
        _line(
            turn,
            merchants[one.merchant],
            one,
            why,
        )
        for one, why in shown
    ]
    rows = [[_opens(merchants[one.merchant], one)] for one, _ in shown]
    rows.append(turning(turn, "coupon:list", number, PAGE, len(offers)))
    if not number:
        rows += await _own(turn, text)
    turn.reply(
        Safe("\n".join(text)),
        [row for row in rows if row],
        edit=edit,
    )


def _near(
    turn: Turn,
    merchants: dict[str, Merchant],
    area: str,
) -> frozenset[str]:
    """Those in the grids beside the one where somebody is, else that of their last report."""
    directory = turn.unit.directory
    path = directory.path(area or turn.person.last_area)
    areas = directory.below({*path[:2][-1:]}) | {*path}
    return frozenset(one.code for one in merchants.values() if one.area in areas)


def _line(
    turn: Turn,
    merchant: Merchant,
    offer: Offer,
    why: Cannot,
) -> Safe:
    key = f"coupons-line-{why.value}" if why else "coupons-line"
    return turn.say(
        key,
        what=offer.what,
        name=merchant.name,
    )


def _opens(merchant: Merchant, offer: Offer) -> Choice:
    label = phrases.cut(f"{merchant.name} · {offer.what}", LONGEST_BUTTON)
    return Choice(label, f"coupon:see:{offer.code}")


async def _own(turn: Turn, text: list[Safe]) -> list[list[Choice]]:
    """The coupons that one has and the shops that one keeps, each with a press."""
    unit, me = turn.unit, turn.person.id
    rows = []
    for one in await unit.coupons.open_of(me):
        rows.append(
            [
                await _coupon(
                    turn,
                    one,
                    text,
                )
            ]
        )
    if await unit.merchant_keepers.kept_by(me):
        rows.append([turn.choice("button-shop", "shop:mine")])
    return rows


async def _coupon(
    turn: Turn,
    coupon: Coupon,
    text: list[Safe],
) -> Choice:
    found = await find(turn.unit, coupon.offer)
    what = found.offer.what if found else coupon.offer
    name = found.merchant.name if found else coupon.merchant
    until = phrases.when(
        turn.language,
        coupon.until,
        turn.unit.now,
        turn.setup,
    )
    text.append(
        turn.say(
            "coupons-taken",
            what=what,
            name=name,
            until=until,
        )
    )
    data = f"coupon:card:{coupon.id}"
    return turn.choice(
        "button-coupon-card",
        data,
        what=phrases.cut(what, 12),
    )

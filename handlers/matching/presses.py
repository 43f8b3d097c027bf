"""Every press on a listing: a row for each act, checked against who may do it and when."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from domain.matching.rights import ListingAct
from handlers.dialog.turn import Refused, Turn, whole
from handlers.matching import (
    carrying,
    claiming,
    confirming,
    drafting,
    from_case,
    hours,
    listing,
    menu,
    ordering,
    page,
    publishing,
    relaying,
    steering,
    thanking,
)
from handlers.matching.found import for_act, terms
from handlers.matching.looking import Found

Press = Callable[[Turn, Found, str], Awaitable[None]]


async def _hours(turn: Turn, found: Found, value: str) -> None:
    """How long it took; then thanks, where nobody gave them."""
    await hours.say(turn, found, value)
    await thanking.ask(turn, found.listing, "done-listing-hours")


PRESSES: dict[ListingAct, Press] = {
    ListingAct.SHOW: page.show,
    ListingAct.EDIT: drafting.edit,
    ListingAct.PUBLISH: publishing.publish,
    ListingAct.DROP: drafting.drop,
    ListingAct.KEEP: publishing.keep,
    ListingAct.WITHDRAW: publishing.withdraw,
    ListingAct.MATCH: confirming.match,
    ListingAct.FINISH: carrying.finish,
    ListingAct.WITNESS: carrying.witness,
    ListingAct.LATER: steering.later,
    ListingAct.HAND_ON: steering.hand_on,
    ListingAct.CALL_OFF: carrying.call_off,
    ListingAct.ORDER: ordering.order,
    ListingAct.CLAIM: claiming.claim,
    ListingAct.SAY: relaying.say,
    ListingAct.HOURS: _hours,
    ListingAct.THANK: thanking.thank,
}


LISTS: dict[str, Callable[[Turn, str], Awaitable[None]]] = {
    "list": listing.on_page,
    "menu": menu.on_menu,
    "case": from_case.pressed,
}


async def on_listing(turn: Turn, data: str) -> None:
    """`li:<listing id>:<act>[:<value>]`, `li:list:<kind>:<page>`, or
    `li:menu[:<area>[:<field>:<page>]]`, or `li:case:<case id>`."""
    terms(turn.setup)
    number, _, rest = data.partition(":")
    if number in LISTS:
        return await LISTS[number](turn, rest)
    name, _, value = rest.partition(":")
    listing_id = whole(number)
    if listing_id is None or name not in list(ListingAct):
        raise Refused("refuse-old-button")
    act = ListingAct(name)
    await PRESSES[act](
        turn,
        await for_act(turn, listing_id, act),
        value,
    )

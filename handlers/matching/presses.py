"""Every press on a listing: a row for each act, checked against who may do it and when."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from domain.matching.rights import ListingAct
from handlers.dialog.turn import Refused, Turn, whole
from handlers.matching import (
    carrying,
    confirming,
    drafting,
    listing,
    page,
    publishing,
)
from handlers.matching.found import Found, for_act, terms

Press = Callable[[Turn, Found, str], Awaitable[None]]

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
    ListingAct.CALL_OFF: carrying.call_off,
}


async def on_listing(turn: Turn, data: str) -> None:
    """`li:<listing id>:<act>[:<value>]`, or `li:list:<kind>:<page>`."""
    terms(turn.setup)
    number, _, rest = data.partition(":")
    if number == "list":
        return await listing.on_page(turn, rest)
    name, _, value = rest.partition(":")
    listing_id = whole(number)
    if listing_id is None or name not in list(ListingAct):
        raise Refused("refuse-old-button")
    act = ListingAct(name)
    await PRESSES[act](turn, await for_act(turn, listing_id, act), value)

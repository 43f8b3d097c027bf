"""Every press on a wish: a row for each act, checked against who may do it and when."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from domain.wishes.rights import WishAct
from handlers.actions.asking.commands import find as find_case
from handlers.dialog.turn import Refused, Turn, whole
from handlers.wishes import (
    claiming,
    handing,
    listing,
    page,
    publishing,
    receiving,
    relaying,
    screening,
    thanking,
)
from handlers.wishes.found import Found, for_act, terms

Press = Callable[[Turn, Found, str], Awaitable[None]]

PRESSES: dict[WishAct, Press] = {
    WishAct.SHOW: page.show,
    WishAct.SCREEN: screening.screen,
    WishAct.AS_IT_IS: screening.as_it_is,
    WishAct.DECLINE: screening.decline,
    WishAct.AS_HELP: screening.as_help,
    WishAct.AS_HAZARD: screening.as_hazard,
    WishAct.PUBLISH: publishing.publish,
    WishAct.NOT_THIS: publishing.not_this,
    WishAct.KEEP: publishing.keep,
    WishAct.CLAIM: claiming.claim,
    WishAct.GIVE_BACK: claiming.give_back,
    WishAct.SAY: relaying.say,
    WishAct.PLACE: handing.place,
    WishAct.HAND: handing.hand,
    WishAct.RECEIVE: receiving.receive,
    WishAct.MISSING: handing.missing,
    WishAct.WITNESS: receiving.witness,
    WishAct.THANK: thanking.thank,
}


async def on_wish(turn: Turn, data: str) -> None:
    """`wish:<case id>:<act>`, or `wish:list[:<near|all>:<page>]`."""
    terms(turn.setup)
    number, _, rest = data.partition(":")
    if number == "list":
        return await listing.on_page(turn, rest)
    name, _, value = rest.partition(":")
    case_id = whole(number)
    if case_id is None or name not in list(WishAct):
        raise Refused("refuse-old-button")
    act = WishAct(name)
    await PRESSES[act](turn, await for_act(turn, case_id, act), value)


async def screen(turn: Turn, said: str) -> None:
    """/screen NUMBER [WORDS]: opens a wish that was filed, or screens it with these words."""
    if turn.setup.wishes is None:
        raise Refused("refuse-wish-off")
    number, _, words = said.strip().partition(" ")
    if not number:
        raise Refused("refuse-which", command="screen")
    case = await find_case(turn, number)
    if not words.strip():
        shown = await for_act(turn, case.id, WishAct.SHOW)
        return await page.show(turn, shown, "")
    found = await for_act(turn, case.id, WishAct.SCREEN)
    refused = screening.judge(turn, words)
    if refused is not None:
        raise refused
    await screening.screened(turn, found, words)

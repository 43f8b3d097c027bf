"""/needs, /resources, /projects: the three lists around whoever asks."""

from __future__ import annotations

from domain.matching.listing import Listing, ListingKind
from domain.matching.rights import ListingAct
from domain.matching.viewers import sees
from domain.messages import Choice
from handlers.casework import phrases
from handlers.dialog.paging import turning
from handlers.dialog.turn import Refused, Turn, whole
from handlers.matching import drafting
from handlers.matching.found import terms
from handlers.matching.looking import cares, look
from handlers.matching.parts import around
from handlers.matching.telling import data
from handlers.matching.wording import line
from handlers.texts.sentences import Safe

PAGE = 6
LONGEST_BUTTON = 18
LISTS = (ListingKind.NEED, ListingKind.RESOURCE, ListingKind.PROJECT)


async def needs(turn: Turn, said: str) -> None:
    """/needs [WORDS]: the needs around here, or a new one with these words."""
    await _list_or_file(turn, ListingKind.NEED, said)


async def resources(turn: Turn, said: str) -> None:
    """/resources [WORDS]: the same of what there is to give."""
    await _list_or_file(turn, ListingKind.RESOURCE, said)


async def projects(turn: Turn, said: str) -> None:
    """/projects: what needs and resources have become."""
    terms(turn.setup)
    await page(turn, ListingKind.PROJECT, 0)


async def _list_or_file(
    turn: Turn,
    kind: ListingKind,
    said: str,
) -> None:
    terms(turn.setup)
    if said.strip():
        return await drafting.begin(turn, kind, said)
    await page(turn, kind, 0)


async def on_page(turn: Turn, rest: str) -> None:
    """`<kind>:<page>`, of the staff alone."""
    kind, _, number = rest.partition(":")
    if kind not in LISTS or not turn.person.staff:
        raise Refused("refuse-old-button")
    turn.toast()
    await page(
        turn,
        ListingKind(kind),
        whole(number) or 0,
        edit=True,
    )


async def page(
    turn: Turn,
    kind: ListingKind,
    number: int,
    edit: bool = False,
) -> None:
    here = around(turn)
    everything = await turn.unit.listings.open_all(kind)
    known = [
        await look(turn.scene, turn.person, one)
        for one in everything
        if _shown(turn, one, here)
    ]
    near = [one for one in known if sees(one.viewers, one.listing)]
    shown = near[number * PAGE : (number + 1) * PAGE]
    key = f"listings-{kind.value}" if near else f"listings-none-{kind.value}"
    lines = [turn.say(key, count=len(near))]
    lines += [
        line(
            turn.scene,
            turn.language,
            one.listing,
            one.order is not None,
        )
        for one in shown
    ]
    rows = [[_opens(one.listing)] for one in shown]
    data_of = f"li:list:{kind.value}"
    rows.append(turning(turn, data_of, number, PAGE, len(near)))
    rows.append(_others(turn, kind))
    text = Safe("\n".join(lines))
    turn.reply(
        text,
        [row for row in rows if row],
        edit=edit,
    )


def _shown(
    turn: Turn,
    one: Listing,
    here: set[str],
) -> bool:
    """What was ordered is on the list of those alone who look after that grid."""
    if one.is_order:
        return cares(turn.unit, turn.person, one.areas)
    return not here.isdisjoint(one.areas)


def _opens(listing: Listing) -> Choice:
    words = phrases.cut(listing.words, LONGEST_BUTTON)
    return Choice(words, data(ListingAct.SHOW, listing))


def _others(turn: Turn, kind: ListingKind) -> list[Choice]:
    """The other two lists."""
    return [
        turn.choice(f"button-listings-{one.value}", f"li:list:{one.value}:0")
        for one in LISTS
        if one is not kind
    ]

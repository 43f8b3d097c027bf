"""A listing opened: what this person may know of it, and what they may do to it now."""

from __future__ import annotations

from domain.matching.listing import Listing, ListingKind, ListingState
from domain.matching.rights import MAY, ListingAct, ListingViewer
from domain.messages import Choice
from handlers.dialog.turn import Turn
from handlers.matching import drafting, reasons
from handlers.matching.found import Found
from handlers.matching.telling import button, line, short, side
from handlers.texts.sentences import Safe

APART = (ListingAct.EDIT, ListingAct.MATCH, ListingAct.PUBLISH, ListingAct.DROP)
"""What is pressed elsewhere."""

KNOWING = frozenset(ListingViewer) - {ListingViewer.STAFF, ListingViewer.STRANGER}
READING = frozenset(
    {
        ListingViewer.OWNER,
        ListingViewer.KEEPER,
        ListingViewer.CARER,
        ListingViewer.NEEDING,
    }
)
"""Who reads the line that came with an order."""


async def show(
    turn: Turn,
    found: Found,
    value: str,
) -> None:
    """`value` is the grid from which a service was opened."""
    listing = found.listing
    turn.toast("" if turn.event.private else "toast-in-private")
    if listing.state is ListingState.DRAFT:
        return drafting.show(turn, listing, edit=False)
    lines = [line(turn.scene, turn.language, listing)]
    if listing.whose:
        lines.append(turn.say("listing-page-whose", whose=listing.whose))
    if found.viewers & KNOWING and listing.kind is not ListingKind.SERVICE:
        lines += await _more(turn, found)
    rows: list[list[Choice]] = []
    if listing.kind is ListingKind.NEED and found.may(ListingAct.MATCH):
        more, match = await _suggested(turn, listing)
        lines += more
        rows += match
    rows.append(_buttons(turn, found, value))
    turn.reply(
        Safe("\n".join(lines)),
        [row for row in rows if row],
    )


async def _suggested(
    turn: Turn, need: Listing
) -> tuple[list[Safe], list[list[Choice]]]:
    """What may meet it now."""
    found = await reasons.of_need(turn.scene, need)
    lines, rows = reasons.shown(
        turn.scene,
        turn.person,
        found,
    )
    if not found and need.free:
        lines = [turn.say("listing-none-fits")]
    return lines, [list(row) for row in rows]


async def _more(
    turn: Turn,
    found: Found,
) -> list[Safe]:
    """How it stands, who keeps it, and of a project what it is made of. Nobody reads whose need it
    is: that may be who reported a case.
    """
    listing = found.listing
    state = turn.label(f"listing-state-{_state(listing)}")
    lines = [turn.say("listing-page-state", state=state)]
    keeper = await turn.unit.people.get(listing.keeper_id)
    if keeper is not None:
        key = "charge" if listing.kind is ListingKind.PROJECT else "keeper"
        lines.append(turn.say(f"listing-page-{key}", name=keeper.name))
    lines += _note(turn, found)
    order = found.need is not None and found.need.is_order
    if found.resource is not None and not order:
        words = short(found.resource.words)
        lines.append(turn.say("listing-page-resource", words=words))
        lines += await _sides(turn, found)
    return lines


def _state(listing: Listing) -> str:
    if listing.is_order and listing.state is ListingState.OPEN:
        return "waiting" if listing.left else "taken"
    return listing.state.value


def _note(turn: Turn, found: Found) -> list[Safe]:
    order = found.need or found.listing
    if not order.note or not found.viewers & READING:
        return []
    return [turn.say("listing-note", note=order.note)]


async def _sides(
    turn: Turn,
    found: Found,
) -> list[Safe]:
    """To the staff: which colleagues speak for the two sides."""
    lines: list[Safe] = []
    if not found.viewers & {ListingViewer.KEEPER, ListingViewer.CARER}:
        return lines
    for which, one in (("need", found.need), ("resource", found.resource)):
        if one is None or one.whose_id is not None:
            continue
        person = await side(turn.scene, one)
        if person is not None:
            key = f"listing-page-side-{which}"
            lines.append(turn.say(key, name=person.name))
    return lines


def _buttons(
    turn: Turn,
    found: Found,
    area: str,
) -> list[Choice]:
    return [
        button(
            turn.language, act, found.listing, area if act is ListingAct.ORDER else ""
        )
        for act in MAY
        if act not in APART
        and found.may(act)
        and not _in_vain(
            found,
            act,
        )
    ]


def _in_vain(found: Found, act: ListingAct) -> bool:
    """Whoever took on an order lets it go instead."""
    order = found.need is not None and found.need.is_order
    return order and act is ListingAct.HAND_ON

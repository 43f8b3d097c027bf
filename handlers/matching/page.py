"""A listing opened: how it is shown to this person, and what they may do to it now."""

from __future__ import annotations

from domain.matching.listing import Listing, ListingKind, ListingState
from domain.matching.rights import MAY, ListingAct
from domain.matching.viewers import ListingViewer
from domain.messages import Choice
from handlers.dialog.rows import abreast
from handlers.dialog.turn import Turn
from handlers.matching import drafting, reasons
from handlers.matching.knowing import KNOWING, note_of, standing, taken_by
from handlers.matching.looking import Found, look
from handlers.matching.telling import button
from handlers.matching.wording import line
from handlers.texts.sentences import Safe

WIDE = 2
APART = (
    ListingAct.EDIT,
    ListingAct.MATCH,
    ListingAct.PUBLISH,
    ListingAct.DROP,
    ListingAct.HOURS,
    ListingAct.THANK,
)
"""What is pressed elsewhere."""


async def show(
    turn: Turn,
    found: Found,
    value: str,
) -> None:
    """`value` is the grid from which a service was opened. An order that somebody has taken on is
    one page with whatever carries it out.
    """
    turn.toast("" if turn.event.private else "toast-in-private")
    if found.listing.state is ListingState.DRAFT:
        return drafting.show(turn, found.listing, edit=False)
    carried = found.carried
    if carried is not None and carried.state is ListingState.OPEN:
        return await _carried(turn, found, carried)
    await _listed(turn, found, value)


async def _listed(
    turn: Turn,
    found: Found,
    area: str,
) -> None:
    listing, ordered = found.listing, found.order is not None
    lines = [line(turn.scene, turn.language, listing, ordered)]
    if listing.whose:
        lines.append(turn.say("listing-page-whose", whose=listing.whose))
    if found.viewers & KNOWING and listing.kind is not ListingKind.SERVICE:
        lines += await standing(turn, found)
    rows: list[list[Choice]] = []
    if listing.kind is ListingKind.NEED and found.may(ListingAct.MATCH):
        more, match = await _suggested(turn, listing)
        lines += more
        rows += match
    rows.append(_buttons(turn, found, area))
    turn.reply(
        Safe("\n".join(lines)),
        [row for row in rows if row],
    )


async def _carried(
    turn: Turn,
    found: Found,
    project: Listing,
) -> None:
    """Who has taken it on, to those who may know, until when, and the presses that count."""
    order = found.order or found.listing
    sides = [
        await look(turn.scene, turn.person, one)
        for one in (
            project,
            order,
        )
    ]
    lines = [line(turn.scene, turn.language, project, ordered=True)]
    lines.append(await taken_by(turn, sides[0]))
    lines += note_of(turn, sides[0])
    buttons = [one for seen in sides for one in _buttons(turn, seen, "")]
    rows = abreast(buttons, WIDE)
    turn.reply(Safe("\n".join(lines)), rows)


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


def _buttons(
    turn: Turn,
    found: Found,
    area: str,
) -> list[Choice]:
    return [
        button(
            turn.language,
            act,
            found.listing,
            area if act is ListingAct.ORDER else "",
            _called(found, act),
        )
        for act in MAY
        if act not in APART and found.may(act) and not _in_vain(turn, found, act)
    ]


def _in_vain(turn: Turn, found: Found, act: ListingAct) -> bool:
    """What would only be refused now."""
    return act is ListingAct.WITNESS and found.waits(turn.unit.now)


def _called(found: Found, act: ListingAct) -> str:
    """What a press is called by whoever sees it: what one cannot do oneself is another thing than
    what one takes from somebody.
    """
    if act is ListingAct.CALL_OFF and ListingViewer.KEEPER not in found.viewers:
        return "stop-order" if found.order else "stop-project"
    if act is ListingAct.WITHDRAW and ListingViewer.OWNER in found.viewers:
        return "withdraw-order" if found.order else ""
    return ""

"""A listing opened: what this person may know of it, and what they may do to it now."""

from __future__ import annotations

from domain.matching.listing import Listing, ListingKind, ListingState
from domain.matching.rights import MAY, ListingAct
from domain.matching.viewers import ListingViewer
from domain.messages import Choice
from handlers.dialog.rows import abreast
from handlers.dialog.turn import Turn
from handlers.matching import drafting, reasons
from handlers.matching.looking import Found, look
from handlers.matching.serving import coordinating
from handlers.matching.telling import button, side
from handlers.matching.wording import line, short
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

KNOWING = frozenset(ListingViewer) - {ListingViewer.STAFF, ListingViewer.STRANGER}
READING = frozenset(
    {
        ListingViewer.OWNER,
        ListingViewer.KEEPER,
        ListingViewer.CARER,
        ListingViewer.NEEDING,
    }
)
"""Who knows whose an order is now."""

THEIRS = READING - {ListingViewer.CARER}
"""Who reads the line that came with it, beside who coordinates there."""


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
        lines += await _more(turn, found)
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
    lines.append(await _carrier(turn, sides[0]))
    lines += _note(turn, sides[0])
    buttons = [one for seen in sides for one in _buttons(turn, seen, "")]
    rows = abreast(buttons, WIDE)
    turn.reply(Safe("\n".join(lines)), rows)


async def _carrier(turn: Turn, project: Found) -> Safe:
    """Whose it is now; to whoever only serves there, that it is somebody's."""
    if not project.viewers & READING:
        state = turn.label("listing-state-taken")
        return turn.say("listing-page-state", state=state)
    if project.listing.keeper_id == turn.person.id:
        return turn.say("listing-page-mine")
    keeper = await turn.unit.people.get(project.listing.keeper_id)
    name = keeper.name if keeper is not None else ""
    return turn.say("listing-page-carrier", name=name)


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
    state = turn.label(f"listing-state-{found.state}")
    lines = [turn.say("listing-page-state", state=state)]
    keeper = await turn.unit.people.get(listing.keeper_id)
    if keeper is not None:
        key = "charge" if listing.kind is ListingKind.PROJECT else "keeper"
        lines.append(turn.say(f"listing-page-{key}", name=keeper.name))
    lines += _note(turn, found)
    if found.resource is not None and found.order is None:
        words = short(found.resource.words)
        lines.append(turn.say("listing-page-resource", words=words))
        lines += await _sides(turn, found)
    return lines


def _note(turn: Turn, found: Found) -> list[Safe]:
    order = found.need or found.listing
    if not order.note or not _reads(turn, found, order):
        return []
    return [turn.say("listing-note", note=order.note)]


def _reads(turn: Turn, found: Found, order: Listing) -> bool:
    """The line was written for whoever takes it on and who coordinates there, as was said then."""
    if found.viewers & THEIRS:
        return True
    cares = ListingViewer.CARER in found.viewers
    return cares and turn.person in coordinating(turn.scene, order)


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

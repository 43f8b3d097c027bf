"""What somebody may know of a listing: how it stands, who keeps it or has it, its two sides."""

from __future__ import annotations

from domain.matching.listing import Listing, ListingKind
from domain.matching.viewers import ListingViewer
from handlers.dialog.turn import Turn
from handlers.matching.looking import Found
from handlers.matching.serving import coordinating
from handlers.matching.telling import side
from handlers.matching.wording import short
from handlers.texts.sentences import Safe

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


async def taken_by(turn: Turn, project: Found) -> Safe:
    """Whose it is now; to whoever only serves there, that it is somebody's."""
    if not project.viewers & READING:
        state = turn.label("listing-state-taken")
        return turn.say("listing-page-state", state=state)
    if project.listing.keeper_id == turn.person.id:
        return turn.say("listing-page-mine")
    keeper = await turn.unit.people.get(project.listing.keeper_id)
    name = keeper.name if keeper is not None else ""
    return turn.say("listing-page-carrier", name=name)


async def standing(
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
    lines += note_of(turn, found)
    if found.resource is not None and found.order is None:
        words = short(found.resource.words)
        lines.append(turn.say("listing-page-resource", words=words))
        lines += await _sides(turn, found)
    return lines


def note_of(turn: Turn, found: Found) -> list[Safe]:
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

"""A need from a call for help or a wish: its filer is the side that needs it, and stays unnamed."""

from __future__ import annotations

from dataclasses import replace

from domain.acts import Act
from domain.matching.listing import LONGEST, ListingKind
from domain.matching.viewers import sees
from domain.permissions import may
from handlers.actions.viewing.more import listable
from handlers.casework import phrases
from handlers.casework.permission import case_for
from handlers.dialog.turn import Refused, Turn, whole
from handlers.matching import drafting, page
from handlers.matching.looking import look
from handlers.matching.parts import own_areas


async def pressed(turn: Turn, rest: str) -> None:
    """`case:<case id>`. What is listed of the case already is shown instead. Raises Refused."""
    case_id = whole(rest)
    if case_id is None:
        raise Refused("refuse-old-button")
    case = await case_for(turn, case_id)
    reach = turn.unit.directory.reach(case)
    if not (
        turn.person.staff
        and may(
            turn.person,
            Act.NOTE,
            case,
            reach,
        )
    ):
        raise Refused("refuse-not-allowed")
    if case.filer_id == turn.person.id:
        raise Refused("refuse-listing-own")
    if not listable(case):
        raise Refused("refuse-listing-case")
    turn.toast("" if turn.event.private else "toast-in-private")
    for listing in await turn.unit.listings.of_case(case.id):
        found = await look(turn.scene, turn.person, listing)
        if sees(found.viewers, listing):
            return await page.show(turn, found, "")
    said = case.words or phrases.category(turn.setup, turn.language, case.category)
    words = phrases.cut(said, LONGEST)
    area = case.area or own_areas(turn)[0]
    made = drafting.draft(turn, ListingKind.NEED, words, area)
    await drafting.put(
        turn,
        replace(made, whose_id=case.filer_id, case_id=case.id),
    )

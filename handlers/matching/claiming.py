"""Who takes an order on: the first press has it, every later one hears so kindly."""

from __future__ import annotations

from datetime import timedelta

from domain.matching.listing import Listing, ListingKind, ListingState
from domain.matching.rights import ListingAct
from handlers.dialog.turn import Refused, Turn
from handlers.matching.drafting import NEW
from handlers.matching.found import terms
from handlers.matching.looking import Found
from handlers.matching.plans import plan
from handlers.matching.telling import button, tell
from handlers.matching.wording import day, places
from handlers.texts.sentences import Safe

AFTER = (ListingAct.SAY, ListingAct.CALL_OFF)


async def claim(
    turn: Turn,
    found: Found,
    value: str,
) -> None:
    """Raises Refused where somebody was quicker."""
    scene, made = turn.scene, found.listing
    if not await turn.unit.listings.take(
        made.id,
        1,
    ):
        raise Refused("refuse-listing-claimed")
    project = await turn.unit.listings.add(
        _project(
            turn,
            made,
        )
    )
    if project is None:
        await turn.unit.listings.give_back(made.id, 1)
        raise Refused("refuse-listing-claimed")
    await plan(scene, project.id)
    turn.toast()
    turn.reply(
        _yours(turn, made, project),
        [[button(turn.language, act, project) for act in AFTER]],
        edit=True,
    )
    orderer = await turn.unit.people.get(made.whose_id)
    acts = (ListingAct.FINISH, ListingAct.SAY)
    about = {"name": turn.person.name}
    key = "notice-listing-claimed"
    await tell(
        scene,
        orderer,
        key,
        project,
        acts,
        rings=True,
        about=about,
    )


def _project(turn: Turn, made: Listing) -> Listing:
    until = turn.unit.now + timedelta(days=terms(turn.setup).order_days)
    return Listing(
        id=NEW,
        kind=ListingKind.PROJECT,
        state=ListingState.OPEN,
        words=made.words,
        category=made.category,
        areas=made.areas,
        times=made.times,
        capacity=1,
        left=0,
        since=turn.unit.now,
        until=until,
        keeper_id=turn.person.id,
        need_id=made.id,
        resource_id=made.resource_id,
    )


def _yours(
    turn: Turn,
    made: Listing,
    project: Listing,
) -> Safe:
    """With the line that came along, which nobody else has read."""
    done = turn.say(
        "done-listing-claim",
        words=made.words,
        area=places(turn.scene, turn.language, made.areas),
        day=day(turn.scene, turn.language, project.until),
    )
    if not made.note:
        return done
    note = turn.say("listing-note", note=made.note)
    return Safe(f"{done}\n{note}")

"""A project that runs: done by the needing side's press, seen by another, or called off."""

from __future__ import annotations

from domain.matching.listing import Listing, ListingState
from domain.matching.rights import ListingAct
from domain.matching.viewers import ListingViewer
from handlers.dialog.scene import Scene
from handlers.dialog.turn import Refused, Turn
from handlers.matching import thanking
from handlers.matching.ending import NOBODYS, called_off
from handlers.matching.looking import Found
from handlers.matching.ordering import offer
from handlers.matching.plans import plan
from handlers.matching.serving import of_staff_alone
from handlers.matching.telling import button, side, tell
from handlers.matching.wording import amount, short
from handlers.texts.sentences import Safe


async def finish(
    turn: Turn,
    found: Found,
    value: str,
) -> None:
    """The needing side has it."""
    left = await _done(turn, found)
    turn.toast("toast-thanks")
    words = short(found.listing.words)
    said = turn.say("done-listing-finish", words=words)
    if left and found.need is not None:
        still = amount(turn.language, left, found.need)
        said = Safe(f"{said}\n{turn.say('listing-still-wanted', left=still)}")
    turn.reply(said, edit=True)
    await _afterwards(turn, found)


async def witness(
    turn: Turn,
    found: Found,
    value: str,
) -> None:
    """One of the staff has looked, where the needing side cannot say so, or has not in time."""
    if found.waits(turn.unit.now):
        raise Refused("refuse-listing-theirs")
    await _done(turn, found)
    words = short(found.listing.words)
    turn.unit.history.audit(
        turn.person.id,
        "listing-witness",
        area=found.listing.areas[0],
        need=words,
    )
    turn.toast()
    turn.reply(
        turn.say("done-listing-witness", words=words),
        edit=True,
    )
    await _afterwards(turn, found)


async def _afterwards(turn: Turn, found: Found) -> None:
    """Of an order: how long it took, and thanks."""
    project = await turn.unit.listings.get(found.listing.id)
    if project is not None and found.order is not None:
        await thanking.ask(turn, project)


async def _done(turn: Turn, found: Found) -> int:
    """The project is done, and its need where that was the last part of it; how many of the need
    are still wanted. Raises Refused where somebody was quicker.
    """
    scene, unit, project = turn.scene, turn.unit, found.listing
    moved = await unit.listings.move(
        project.id,
        ListingState.OPEN,
        ListingState.DONE,
        whose_id=_still_known(scene, found),
    )
    if not moved:
        raise Refused("refuse-listing-gone")
    await plan(scene, project.id)
    need = await unit.listings.get(found.need.id) if found.need else None
    left = need.left if need is not None else 0
    if (
        need is not None
        and not left
        and await unit.listings.project_of(need.id) is None
    ):
        values = NOBODYS if need.is_order else {}
        await unit.listings.move(
            need.id,
            ListingState.OPEN,
            ListingState.DONE,
            **values,
        )
        await plan(scene, need.id)
    await _heard(turn, found)
    return left


def _still_known(scene: Scene, found: Found) -> int | None:
    """Who may for a while speak of what they ordered; of what is confidential nobody."""
    order = found.order
    if order is None or of_staff_alone(scene, order):
        return None
    return order.whose_id


async def _heard(turn: Turn, found: Found) -> None:
    """Whoever carried it out is thanked, once; the needing side hears if another said so."""
    scene, project = turn.scene, found.listing
    in_charge = await turn.unit.people.get(project.keeper_id)
    order = found.order is not None
    told = [
        ("notice-listing-thanks" if order else "notice-listing-done", in_charge),
        ("notice-listing-done-yours", await side(scene, found.need)),
    ]
    if not order:
        told.insert(
            1,
            ("notice-listing-thanks", await side(scene, found.resource)),
        )
    heard = {turn.person.id}
    for key, person in told:
        if person is not None and person.id not in heard:
            heard.add(person.id)
            yours = order and key == "notice-listing-done-yours"
            acts = (ListingAct.THANK,) if yours else ()
            await tell(scene, person, key, project, acts)


# --- off ---


async def call_off(
    turn: Turn,
    found: Found,
    value: str,
) -> None:
    """It comes to nothing: the need and what was taken are free again; an order is offered to
    others. Who takes it from another is named to both sides.
    """
    project, order = found.listing, found.order
    own = ListingViewer.KEEPER in found.viewers
    by = None if own else turn.person
    if not await called_off(turn.scene, project, by):
        raise Refused("refuse-listing-gone")
    words = short(project.words)
    if by is not None:
        _on_record(turn, project)
    turn.toast()
    if order is None:
        return await _free_again(turn, found)
    key = "done-listing-let-go" if own else "done-listing-stop-order"
    turn.reply(turn.say(key, words=words), edit=True)
    await offer(turn.scene, order, project.keeper_id)


def _on_record(turn: Turn, project: Listing) -> None:
    turn.unit.history.audit(
        turn.person.id,
        "listing-stop",
        area=project.areas[0],
        need=short(project.words),
    )


async def _free_again(turn: Turn, found: Found) -> None:
    words = short(found.listing.words)
    done = turn.say("done-listing-call-off", words=words)
    shown = (
        [
            [
                button(
                    turn.language,
                    ListingAct.SHOW,
                    found.need,
                )
            ]
        ]
        if found.need is not None
        else []
    )
    turn.reply(done, shown, edit=True)

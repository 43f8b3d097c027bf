"""Whoever is in charge of a project moves its day, or hands it to a colleague."""

from __future__ import annotations

from datetime import timedelta

from domain.matching.rights import ListingAct, may_confirm
from domain.messages import Choice
from domain.people import Person
from handlers.dialog.turn import Refused, Turn, whole
from handlers.matching.found import Found, cares, terms
from handlers.matching.plans import plan
from handlers.matching.telling import data, day, short, side, staff_of, tell

SPANS = (3, 7, 14, 30)
MOST_COLLEAGUES = 12
WIDE = 2


# --- the day ---


async def later(
    turn: Turn,
    found: Found,
    value: str,
) -> None:
    """Without a value offers some, in days from now; both sides hear of the new day."""
    if not value:
        return _spans(turn, found)
    span, project = whole(value), found.listing
    if span not in SPANS or span > terms(turn.setup).most_days:
        raise Refused("refuse-old-button")
    await turn.unit.listings.change(
        project.id,
        until=turn.unit.now + timedelta(days=span),
        since=turn.unit.now,
        looked=0,
    )
    await plan(turn.scene, project.id)
    turn.toast()
    moved = await turn.unit.listings.get(project.id)
    if moved is None:
        raise Refused("refuse-listing-gone")
    until = day(turn.scene, turn.language, moved.until)
    words = short(project.words)
    done = turn.say("done-listing-later", words=words, day=until)
    turn.reply(done, edit=True)
    key, heard = "notice-listing-later", {turn.person.id}
    for one in (found.need, found.resource):
        person = await side(turn.scene, one)
        if (
            person is not None
            and person.id not in heard
            and _concerned(
                found,
                one,
            )
        ):
            heard.add(person.id)
            await tell(turn.scene, person, key, moved)


def _concerned(found: Found, one: object) -> bool:
    """A service of the menu has nobody who waits."""
    order = found.need is not None and found.need.is_order
    return not (order and one is found.resource)


def _spans(turn: Turn, found: Found) -> None:
    turn.toast()
    choices = [
        Choice(
            turn.label("listing-days", days=span),
            data(ListingAct.LATER, found.listing, str(span)),
        )
        for span in SPANS
    ]
    asked = turn.say(
        "listing-which-later",
        words=short(found.listing.words),
    )
    turn.reply(
        asked,
        [choices[:WIDE], choices[WIDE:]],
        edit=True,
    )


# --- the colleague ---


async def hand_on(
    turn: Turn,
    found: Found,
    value: str,
) -> None:
    """Without a value offers the colleagues who may have it: nobody who offers the resource or
    gains by it. Raises Refused for an order, which is let go instead.
    """
    if found.need is None or found.resource is None or found.need.is_order:
        raise Refused("refuse-listing-not-yours")
    others = _colleagues(turn, found)
    if not others:
        raise Refused("refuse-listing-nobody")
    if not value:
        return _offer(turn, found, others)
    heir = others.get(whole(value) or 0)
    if heir is None:
        raise Refused("refuse-old-button")
    turn.toast()
    await turn.unit.listings.change(
        found.listing.id,
        keeper_id=heir.id,
    )
    words = short(found.listing.words)
    done = turn.say(
        "done-listing-hand-on",
        words=words,
        name=heir.name,
    )
    turn.reply(done, edit=True)
    acts = (ListingAct.SHOW,)
    about = {"name": turn.person.name}
    key = "notice-listing-handed-on"
    await tell(
        turn.scene,
        heir,
        key,
        found.listing,
        acts,
        about=about,
    )


def _colleagues(
    turn: Turn,
    found: Found,
) -> dict[int, Person]:
    if found.need is None or found.resource is None:
        return {}
    fitting = [
        one
        for one in staff_of(turn.scene, found.listing.areas)
        if one.id != found.listing.keeper_id
        and cares(turn.unit, one, found.listing.areas)
        and not may_confirm(one.id, found.need, found.resource)
    ]
    return {one.id: one for one in fitting[:MOST_COLLEAGUES]}


def _offer(
    turn: Turn,
    found: Found,
    others: dict[int, Person],
) -> None:
    turn.toast()
    choices = [
        Choice(
            one.name,
            data(ListingAct.HAND_ON, found.listing, str(one.id)),
        )
        for one in others.values()
    ]
    rows = [
        choices[at : at + WIDE]
        for at in range(
            0,
            len(choices),
            WIDE,
        )
    ]
    asked = turn.say(
        "listing-which-hand-on",
        words=short(found.listing.words),
    )
    turn.reply(asked, rows, edit=True)

"""Whoever is in charge of a project moves its day, or hands it to a colleague."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from domain.matching.listing import Listing
from domain.matching.rights import ListingAct, may_confirm
from domain.messages import Choice
from domain.people import Person
from handlers.dialog.rows import abreast
from handlers.dialog.turn import Refused, Turn, whole
from handlers.matching.found import terms
from handlers.matching.looking import Found, cares
from handlers.matching.plans import plan
from handlers.matching.telling import data, side, staff_of, tell
from handlers.matching.wording import day, short

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
    await _both_sides(turn, found, "notice-listing-later", moved)


async def _both_sides(
    turn: Turn,
    found: Found,
    key: str,
    project: Listing,
    name: str = "",
) -> None:
    """Whoever else has to do with it, once each. A service of the menu has nobody who waits."""
    heard = {turn.person.id, project.keeper_id, found.listing.keeper_id}
    waiting = (found.need,) if found.order else (found.need, found.resource)
    for one in waiting:
        person = await side(turn.scene, one)
        if person is not None and person.id not in heard:
            heard.add(person.id)
            await tell(turn.scene, person, key, project, about={"name": name})


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
    gains by it.
    """
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
    await _handed(turn, found, heir)


async def _handed(
    turn: Turn,
    found: Found,
    heir: Person,
) -> None:
    """Whoever has it now, whoever had it if that is another than who acts, and both sides."""
    scene, project = turn.scene, found.listing
    acts = (ListingAct.SHOW,)
    about = {"name": turn.person.name}
    key = "notice-listing-handed-on"
    await tell(
        scene,
        heir,
        key,
        project,
        acts,
        about=about,
    )
    now = replace(project, keeper_id=heir.id)
    before = await turn.unit.people.get(project.keeper_id)
    if before is not None and before.id != turn.person.id:
        about = {"name": heir.name}
        await tell(scene, before, "notice-listing-handed-over", now, about=about)
    await _both_sides(turn, found, "notice-listing-charge", now, heir.name)


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
    rows = abreast(choices, WIDE)
    asked = turn.say(
        "listing-which-hand-on",
        words=short(found.listing.words),
    )
    turn.reply(asked, rows, edit=True)

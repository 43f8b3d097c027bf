"""A listing comes on its list, stays longer, or is taken off; what fits it is suggested at once."""

from __future__ import annotations

from datetime import timedelta

from domain.matching.listing import Listing, ListingKind, ListingState
from domain.matching.rights import ListingAct
from domain.matching.viewers import ListingViewer
from handlers.dialog.turn import Refused, Turn
from handlers.matching import reasons
from handlers.matching.ending import off_the_list
from handlers.matching.found import terms
from handlers.matching.looking import Found
from handlers.matching.parts import fitting
from handlers.matching.plans import plan
from handlers.matching.telling import button, tell
from handlers.matching.wording import called, day, line
from handlers.texts.sentences import Safe


async def publish(
    turn: Turn,
    found: Found,
    value: str,
) -> None:
    """On the list from now on; whoever may confirm what fits it hears why it fits."""
    scene, listing = turn.scene, found.listing
    fitting(listing.words)
    until = max(
        listing.until,
        turn.unit.now + timedelta(days=1),
    )
    moved = await turn.unit.listings.move(
        listing.id, ListingState.DRAFT, ListingState.OPEN, until=until
    )
    listed = await turn.unit.listings.get(listing.id)
    if not moved or listed is None:
        raise Refused("refuse-listing-gone")
    await plan(scene, listing.id)
    turn.toast()
    if listed.kind is ListingKind.NEED:
        await _need(turn, listed)
    else:
        await _resource(turn, listed)


async def _need(turn: Turn, need: Listing) -> None:
    scene = turn.scene
    found = await reasons.of_need(scene, need)
    lines, rows = reasons.shown(scene, turn.person, found)
    key = "done-listing-need" if found else "done-listing-need-alone"
    text = Safe(
        "\n".join(
            (
                _done(
                    turn,
                    need,
                    key,
                ),
                *lines,
            )
        )
    )
    after = [button(turn.language, ListingAct.WITHDRAW, need)]
    turn.reply(text, [*rows, after], edit=True)
    await reasons.tell_who_confirms(scene, found)


async def _resource(turn: Turn, resource: Listing) -> None:
    scene = turn.scene
    found = await reasons.of_resource(scene, resource)
    key = "done-listing-resource" if found else "done-listing-resource-alone"
    text = _done(turn, resource, key, needs=len(found))
    after = [button(turn.language, ListingAct.WITHDRAW, resource)]
    turn.reply(text, [after], edit=True)
    await reasons.tell_who_confirms(scene, found)


def _done(turn: Turn, listing: Listing, key: str, **about: object) -> Safe:
    shown = line(turn.scene, turn.language, listing)
    return Safe(
        "\n".join(
            (
                turn.say(
                    key,
                    **about,
                ),
                shown,
            )
        )
    )


async def keep(
    turn: Turn,
    found: Found,
    value: str,
) -> None:
    """It still holds: as many days again."""
    scene, listing = turn.scene, found.listing
    given = terms(turn.setup)
    days = given.order_days if listing.is_order else given.days
    until = turn.unit.now + timedelta(days=days)
    await turn.unit.listings.change(
        listing.id,
        until=max(
            until,
            listing.until,
        ),
        since=turn.unit.now,
        looked=0,
    )
    await plan(scene, listing.id)
    turn.toast()
    until_day = day(
        turn.scene,
        turn.language,
        max(until, listing.until),
    )
    done = turn.say(
        "done-listing-keep",
        words=listing.words,
        day=until_day,
    )
    turn.reply(done, edit=True)


async def withdraw(
    turn: Turn,
    found: Found,
    value: str,
) -> None:
    """Off the list; what runs with it is called off, and both sides hear so."""
    listing = found.listing
    own = ListingViewer.OWNER in found.viewers
    if not await off_the_list(
        turn.scene,
        listing,
        ListingState.WITHDRAWN,
        None if own else turn.person,
    ):
        raise Refused("refuse-listing-gone")
    await _told(turn, found)
    turn.toast()
    done = turn.say("done-listing-withdraw", words=listing.words)
    turn.reply(done, edit=True)


async def _told(turn: Turn, found: Found) -> None:
    """Whose it is and who filed it, unless they took it back themselves or hear so of a project."""
    listing = found.listing
    heard = {turn.person.id, *(one.keeper_id for one in found.running)}
    about = {"name": turn.person.name}
    for person_id in (listing.whose_id, listing.keeper_id):
        if person_id in heard:
            continue
        heard.add(person_id)
        person = await turn.unit.people.get(person_id)
        key = f"notice-listing-withdrawn-{called(listing)}"
        await tell(turn.scene, person, key, listing, about=about)

"""Who is told of a listing, in their language, and what of it is said."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from domain.matching.fields import name_of
from domain.matching.listing import Listing
from domain.matching.rights import ListingAct
from domain.messages import Choice, Matter
from domain.people import Person, Role
from handlers.casework import phrases
from handlers.casework.reach import present
from handlers.casework.sending import send
from handlers.dialog.scene import Scene
from handlers.texts.sentences import Safe, label, say

LONGEST = 40
"""Letters of a listing in the middle of a sentence."""

LONGEST_BUTTON = 16
MOST_AREAS = 3
NOTHING: Mapping[str, object] = {}
ROLES = (Role.COORDINATOR, Role.LEAD, Role.ADMIN)


def short(words: str) -> str:
    return phrases.cut(words, LONGEST)


def button(
    language: str,
    act: ListingAct,
    listing: Listing,
    value: str = "",
) -> Choice:
    """A press that does this to the listing."""
    shown = label(language, f"button-listing-{act.value.replace('_', '-')}")
    return Choice(shown, data(act, listing, value))


def data(
    act: ListingAct,
    listing: Listing,
    value: str = "",
) -> str:
    pressed = f"li:{listing.id}:{act.value}"
    return f"{pressed}:{value}" if value else pressed


def subject(
    scene: Scene,
    language: str,
    code: str,
) -> str:
    """The name of what a listing is about."""
    fields = scene.setup.matching.fields if scene.setup.matching else ()
    return name_of(code, fields, language)


def places(
    scene: Scene,
    language: str,
    areas: Sequence[str],
) -> str:
    """The names of its areas, some of many."""
    named = [
        phrases.area(
            scene.unit,
            code,
            language,
        )
        for code in areas[:MOST_AREAS]
    ]
    more = len(areas) - MOST_AREAS
    if more > 0:
        named.append(label(language, "listing-areas-more", count=more))
    return label(language, "listing-apart").join(named)


def times(language: str, code: str) -> str:
    return label(language, f"times-{code.replace('_', '-')}")


def day(
    scene: Scene,
    language: str,
    at: datetime,
) -> str:
    """A day, with its year where that is not the one of now."""
    zone, now = scene.setup.zone, scene.unit.now
    said = phrases.day(language, at, scene.setup)
    year = at.astimezone(zone).year
    if year == now.astimezone(zone).year:
        return said
    return label(
        language,
        "listing-day-year",
        day=said,
        year=str(year),
    )


def line(
    scene: Scene,
    language: str,
    listing: Listing,
) -> Safe:
    """A listing with all that anybody of the staff may know of it."""
    called = "order" if listing.is_order else listing.kind.value
    return say(
        language,
        f"listing-line-{called}",
        words=listing.words,
        field=subject(scene, language, listing.category),
        place=places(scene, language, listing.areas),
        times=times(language, listing.times),
        left=listing.left,
        capacity=listing.capacity,
        day=day(scene, language, listing.until),
    )


# --- who ---


async def side(
    scene: Scene,
    listing: Listing | None,
) -> Person | None:
    """Who is spoken to about a need or a resource: whose it is, else who filed it, else whoever
    looks after its area.
    """
    if listing is None:
        return None
    known = await scene.unit.people.get(listing.side)
    if listing.is_order:  # nobody else speaks for who ordered it
        return known
    return known or next(
        iter(staff_of(scene, listing.areas)),
        None,
    )


def staff_of(
    scene: Scene,
    areas: Iterable[str],
) -> list[Person]:
    """Who looks after these areas and is there, the nearest first."""
    directory = scene.unit.directory
    found = [
        person
        for area in areas
        for code in directory.path(area)
        for role in ROLES
        for person in directory.holders(code, role)
    ]
    there = present(scene.unit, found)
    return list(dict.fromkeys(there or found))


async def tell(
    scene: Scene,
    person: Person | None,
    key: str,
    listing: Listing,
    acts: Sequence[ListingAct] = (),
    *,
    rings: bool = False,
    about: Mapping[str, object] = NOTHING,
) -> None:
    """One sentence about a listing to one person; nothing where there is nobody."""
    if person is None:
        return
    language = scene.language_of(person)
    usual = {
        "words": short(listing.words),
        "day": day(
            scene,
            language,
            listing.until,
        ),
    }
    text = say(language, key, **{**usual, **about})
    rows = tuple(
        (
            button(
                language,
                act,
                listing,
            ),
        )
        for act in acts
    )
    if listing.case_id is not None and person.id == listing.keeper_id:
        opens = Choice(
            label(language, "button-listing-case"), f"c:{listing.case_id}:open"
        )
        rows += ((opens,),)
    await send(
        scene,
        person,
        text,
        choices=rows,
        matter=Matter.RESULT if rings else Matter.NEWS,
    )

"""How a listing is worded: what it is about, where, when, how many, and all of it in a line."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from domain.matching.fields import name_of
from domain.matching.guessing import measure
from domain.matching.listing import AT_LEAST, Listing, ListingKind
from domain.people import Person
from handlers.casework import phrases
from handlers.dialog.scene import Scene
from handlers.texts.sentences import Safe, label, say

LONGEST = 40
"""Letters of a listing in the middle of a sentence."""

MOST_AREAS = 3


def short(words: str) -> str:
    return phrases.cut(words, LONGEST)


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


def amount(
    language: str,
    many: int,
    listing: Listing,
) -> str:
    """So many of a listing, with the measure word that its own words have: 三位老人 are counted
    in 位; of a service so many times.
    """
    if listing.kind is ListingKind.SERVICE:
        return str(many)
    unit = measure(listing.words)
    key = "listing-amount" if unit else "listing-amount-bare"
    return label(language, key, many=many, measure=unit)


def line(
    scene: Scene,
    language: str,
    listing: Listing,
    ordered: bool = False,
) -> Safe:
    """A listing with all that anybody of the staff may know of it. `ordered` is a project that
    carries an order out.
    """
    kind = "carried" if ordered else called(listing)
    if listing.is_order and not listing.left:
        kind = "taken"
    return say(
        language,
        f"listing-line-{kind}",
        words=listing.words,
        field=subject(scene, language, listing.category),
        place=places(scene, language, listing.areas),
        times=times(language, listing.times),
        left=amount(language, listing.left, listing),
        capacity=amount(language, listing.capacity, listing),
        day=day(scene, language, listing.until),
    )


def called(listing: Listing) -> str:
    """What a sentence calls it."""
    return "order" if listing.is_order else listing.kind.value


def last_day(
    scene: Scene,
    person: Person,
    until: datetime,
) -> str:
    """The day on which something ends: never sooner than a day after this notice of it."""
    at = max(until, scene.unit.now + AT_LEAST)
    return day(scene, scene.language_of(person), at)

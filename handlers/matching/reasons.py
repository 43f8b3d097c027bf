"""Which resources may meet a need, each with what speaks for it, to whoever may confirm it."""

from __future__ import annotations

from collections.abc import Sequence

from domain.matching.listing import Listing, ListingKind
from domain.matching.rights import ListingAct, may_confirm
from domain.matching.suggesting import Suggestion, ranked, suggestion, suggestions
from domain.messages import Choice
from domain.people import Person
from handlers.casework import phrases
from handlers.casework.letters.sending import send
from handlers.dialog.scene import Scene
from handlers.matching.looking import cares
from handlers.matching.telling import LONGEST_BUTTON, data, staff_of
from handlers.matching.wording import amount, places, short, subject, times
from handlers.texts.sentences import Safe, label, say

Rows = tuple[tuple[Choice, ...], ...]
MOST_NEEDS = 5
"""Of so many needs at most is told when a resource is listed (ours)."""


async def of_need(
    scene: Scene,
    need: Listing,
) -> list[Suggestion]:
    """The likeliest resources for a need."""
    unit = scene.unit
    there = await unit.listings.open_of(ListingKind.RESOURCE, need.category)
    return suggestions(need, there, unit.directory)


async def of_resource(
    scene: Scene,
    resource: Listing,
) -> list[Suggestion]:
    """The needs that a resource may meet, the nearest first."""
    unit = scene.unit
    needs = await unit.listings.open_of(ListingKind.NEED, resource.category)
    found = ranked(
        suggestion(
            one,
            resource,
            unit.directory,
        )
        for one in needs
    )
    return found[:MOST_NEEDS]


def why(
    scene: Scene,
    language: str,
    one: Suggestion,
) -> Safe:
    """The four reasons."""
    near = one.touch.near.name.lower()
    area = phrases.area(
        scene.unit,
        one.touch.area,
        language,
    )
    return say(
        language,
        "listing-why-part" if one.missing else "listing-why",
        field=subject(scene, language, one.category),
        near=label(language, f"listing-near-{near}", area=area),
        times=times(language, one.times),
        wanted=amount(language, one.wanted, one.need),
        left=amount(language, one.left, one.resource),
    )


def shown(
    scene: Scene, person: Person, found: Sequence[Suggestion]
) -> tuple[list[Safe], Rows]:
    """A block for each resource, and a button for each that this person may confirm."""
    language = scene.language_of(person)
    lines, rows = [], []
    for place, one in enumerate(found, 1):
        resource = one.resource
        head = say(
            language,
            "listing-suggested",
            place=place,
            words=short(resource.words),
            area=places(scene, language, resource.areas),
        )
        lines += [head, why(scene, language, one)]
        if not may_confirm(person.id, one.need, resource):
            rows.append((_confirms(language, place, one),))
        else:
            lines.append(say(language, "listing-another-confirms"))
    return lines, tuple(rows)


def _confirms(
    language: str,
    place: int,
    one: Suggestion,
) -> Choice:
    words = phrases.cut(one.resource.words, LONGEST_BUTTON)
    shown_as = label(language, "button-listing-match", place=place, words=words)
    return Choice(
        shown_as,
        data(ListingAct.MATCH, one.need, str(one.resource.id)),
    )


async def who_confirms(scene: Scene, one: Suggestion) -> Person | None:
    """Whoever filed the need if they may, else the nearest of its staff who may."""
    keeper = await scene.unit.people.get(one.need.keeper_id)
    known = [keeper] if keeper is not None and keeper.staff else []
    others = [
        *known,
        *staff_of(
            scene,
            one.need.areas,
        ),
    ]
    for person in others:
        fits = not may_confirm(person.id, one.need, one.resource)
        if fits and (
            person is keeper
            or cares(
                scene.unit,
                person,
                one.need.areas,
            )
        ):
            return person
    return None


async def tell_who_confirms(
    scene: Scene,
    found: Sequence[Suggestion],
) -> None:
    """Each need's suggestions in one letter to whoever may confirm them, unless that is who acts:
    they see them already.
    """
    letters: dict[tuple[int, int], list[Suggestion]] = {}
    people: dict[int, Person] = {}
    for one in found:
        person = await who_confirms(scene, one)
        if person is not None and person.id != scene.actor.id:
            people[person.id] = person
            letters.setdefault((person.id, one.need.id), []).append(one)
    for (person_id, _), suggested in letters.items():
        await _tell(scene, people[person_id], suggested)


async def _tell(
    scene: Scene,
    person: Person,
    suggested: Sequence[Suggestion],
) -> None:
    lines, rows = shown(scene, person, suggested)
    title = say(
        scene.language_of(person),
        "listing-suggest-title",
        words=short(suggested[0].need.words),
    )
    text = Safe("\n".join((title, *lines)))
    await send(scene, person, text, choices=rows)

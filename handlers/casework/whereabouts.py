"""Where something is by its words: the places that a text names, and what riders teach of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta

from domain.case import Case
from domain.messages import Place
from domain.people import Person
from domain.places.entries import AREA, GRID, Found
from domain.places.gazetteer import sure
from domain.places.ranking import SURE
from domain.places.tails import split
from domain.places.taught import Use
from domain.places.told import told
from domain.privacy import Privacy
from domain.reading.read import read
from handlers.dialog.fields import A_MATTER
from handlers.dialog.scene import Scene
from handlers.texts.asking import questioned
from handlers.texts.words import anywhere, words
from storage.unit import Unit

BY_NUMBER = 0.7
"""What a grid scores that is named by its number (`domain/places`)."""

RECENT = timedelta(hours=1)
"""Whoever filed somewhere less than this ago is still there."""


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """`sure` is taken without a question; else one of the `likely` ones may be meant."""

    sure: Found | None = None
    likely: tuple[Found, ...] = ()


@dataclass(frozen=True, slots=True)
class Spotted:
    """A place that is known: what it is called, '' for a pin; its area; its point, if any."""

    name: str
    area: str
    place: Place | None = None


def spotted(
    scene: Scene, place: Place | None, text: str, person: Person
) -> Spotted | None:
    """Where a pin is, else the place that the words name for sure; None where neither says it."""
    if place is not None:
        return Spotted("", scene.unit.directory.locate(place), place)
    found = find(scene, text, person).sure
    return spot_of(found) if found else None


def spot_of(found: Found) -> Spotted:
    """The place that was found in words."""
    point = None if is_area(found) else found.entry.place
    return Spotted(name_of(found), found.entry.area, point)


def find(scene: Scene, text: str, person: Person) -> Whereabouts:
    """The places that a text names; each has an area, and what is near this person's last area
    comes first.
    """
    near = scene.unit.directory.middle(person.last_area)
    named = scene.unit.places.find(text, near, person.last_area)
    named = tuple(one for one in named if not _denied(text, one))
    found = tuple(one for one in named if not _holds(scene, one, named))
    one = sure(found) or _named_grid(found)
    return Whereabouts(sure=one) if one else Whereabouts(likely=_apart(found))


def _denied(text: str, one: Found) -> bool:
    """Whether it is said that it is not there: 不是幸福路口 是前面那个; who asks does not."""
    said = text.casefold()
    before = said[: said.find(one.words.casefold())].rstrip()
    hits = anywhere("words-not-at").finditer(before)
    denied = any(hit.end() == len(before) for hit in hits)
    asks = before.endswith(tuple(words("words-asks-whether")))
    return denied and not (asks or questioned(text))


def _holds(scene: Scene, wide: Found, named: tuple[Found, ...]) -> bool:
    """Whether it only says in which street or district another place lies that is named too."""
    return wide.entry.kind == AREA and any(
        one.score >= SURE
        and one.entry.area != wide.entry.area
        and wide.entry.area in scene.unit.directory.path(one.entry.area)
        for one in named
    )


def _apart(found: tuple[Found, ...]) -> tuple[Found, ...]:
    """Without the grid whose name is also that of a better place within it."""
    best: dict[tuple[str, str], Found] = {}
    for one in found:
        best.setdefault((one.words, one.entry.area), one)
    return tuple(best.values())


def _named_grid(found: tuple[Found, ...]) -> Found | None:
    """The grid that was said by its number: whoever does so means it, whatever else they name."""
    grids = [one for one in found if one.entry.kind == GRID and one.score >= BY_NUMBER]
    return grids[0] if len(grids) == 1 else None


def name_of(found: Found) -> str:
    """What the place is called, with the house number or the gate that was said."""
    name = found.words if found.number else found.entry.name
    return name + found.tail


def is_area(found: Found) -> bool:
    """Whether an area is named and no point in it: its middle says nothing."""
    return found.entry.kind in (AREA, GRID)


def recent_area(unit: Unit, person: Person) -> str:
    """The area in which this person filed last, '' if that is longer ago than RECENT."""
    at = person.last_filed_at
    if at is None or unit.now - at > RECENT:
        return ""
    return person.last_area if person.last_area in unit.directory.areas else ""


def worked_in(unit: Unit, person: Person) -> str:
    """The only grid that this person looks after, '' for none and for several."""
    tops = {grant.area for grant in person.grants}
    below = unit.directory.below(tops)
    return min(below) if len(below) == 1 else ""


def filed_here(unit: Unit, person: Person, case: Case) -> Person:
    """The person, who has just filed this case where they are."""
    here = replace(person, last_area=case.area, last_filed_at=case.filed_at)
    return unit.people.change(here)


def learn_from(scene: Scene, case: Case) -> None:
    """Keeps what the filer called the point that they sent, if they said both: as the answer to
    where it is, or within the report.

    Three persons who agree make a name of it. Nothing is kept of a confidential case.
    """
    place, filer = case.place, case.filer_id
    words = case.place_words or _told(scene, case)
    if place is None or not words or filer is None:
        return
    if case.privacy is not Privacy.CONFIDENTIAL:
        scene.unit.places.add_use(Use(words, place, filer, scene.unit.now))


def _told(scene: Scene, case: Case) -> str:
    """What the report itself calls the place. What a report may be about (路灯旁边) names none."""
    found = told(case.words)
    if not found:
        return ""
    beside = read(split(found).name, vocabulary=scene.setup.vocabulary)
    return "" if beside.report >= A_MATTER else found

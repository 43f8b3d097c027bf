"""Choosing a grid by press: the likeliest ones first, then by street; two presses at most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from domain.area import Area
from domain.draft import Draft
from domain.messages import Choice
from domain.places.points import metres
from handlers.dialog.form import View
from handlers.dialog.rows import abreast
from handlers.dialog.turn import Turn
from storage.memory.directory import Directory

STEP = "grids"
"""What `draft.asking` says while grids are shown; `about["grids"]` are their codes."""
FIRST = 6
"""So many grids stand before the streets."""
ALL = 12
"""A district with no more grids than these shows all of them at once."""
MOST = 60
"""Buttons of one message, for a street with very many grids."""
USED = timedelta(days=90)
STREET_MARK = " ›"


def area(turn: Turn, code: str) -> Area | None:
    """The area of this code, if it is one in which something can be."""
    found = turn.unit.directory.areas.get(code)
    return None if found is None or found.is_office else found


async def offer(turn: Turn, draft: Draft, street: str) -> Draft:
    """The draft that asks for a grid: of this street, or with '' the likeliest and all streets."""
    spots = [spot["area"] for spot in draft.about.get("spots", ())]
    found = await codes(turn, street, spots, draft.about.get("last", ""))
    if not found:
        return draft
    about = draft.about | {"grids": found}
    return replace(draft, about=about, asking=STEP)


async def codes(
    turn: Turn, street: str, spots: Iterable[str], last: str = ""
) -> list[str]:
    """The grids of this street, none where there is no such; with '' first those of `spots`, those
    that this person files in most and those near their `last` area, then all streets.
    """
    directory = turn.unit.directory
    leaves = _leaves(directory)
    inside = leaves & directory.below([street])
    if street:
        return sorted(inside)[:MOST]
    if len(leaves) <= ALL:
        return sorted(leaves)
    likeliest = await _likeliest(turn, spots, last, leaves)
    streets = _streets(directory, leaves)
    return (likeliest[:FIRST] + streets)[:MOST]


def _leaves(directory: Directory) -> set[str]:
    offices = {office.code for office in directory.offices}
    return set(directory.leaves - offices)


def _streets(directory: Directory, leaves: Iterable[str]) -> list[str]:
    """What the grids lie in."""
    areas = directory.areas
    parents = {areas[code].parent for code in leaves}
    return sorted(parents - {""})


async def _likeliest(
    turn: Turn,
    spots: Iterable[str],
    last: str,
    leaves: set[str],
) -> list[str]:
    """Of the grids: what the words may mean, where this person files most, what is near there."""
    unit, person = turn.unit, turn.person
    since = unit.now - USED
    used = await unit.cases.areas_of(person.id, since, MOST)
    found = [
        *spots,
        *(code for code, _ in Counter(used).most_common()),
        *near(unit.directory, last or person.last_area),
    ]
    once = dict.fromkeys(found)
    return [code for code in once if code in leaves]


def near(directory: Directory, code: str) -> list[str]:
    """The grids around an area, the nearest first; none where nobody knows where it is."""
    here = directory.middle(code)
    if here is None:
        return []
    away = []
    for leaf in _leaves(directory):
        place = directory.middle(leaf)
        if place is not None:
            away.append((metres(here, place), leaf))
    return [leaf for _, leaf in sorted(away)]


def view(turn: Turn, draft: Draft) -> View:
    """The grids, two in a row, and the way back. Whose is none of them goes to the desk."""
    rows = choices(turn, draft.about.get("grids", ()), f"f:{draft.id}")
    back = turn.choice("button-back", f"f:{draft.id}:grid:")
    unknown = Choice("", f"f:{draft.id}:grid:{turn.unit.directory.root}")
    return View(
        turn.say("ask-grid"),
        (*rows, (back,)),
        by_number=True,
        either=unknown,
        none=unknown,
    )


def choices(
    turn: Turn,
    found: Iterable[str],
    data: str,
) -> list[tuple[Choice, ...]]:
    """A button for each area that there is, two in a row; `data` is what a press begins with."""
    areas = [one for one in (area(turn, code) for code in found) if one is not None]
    leaves = turn.unit.directory.leaves
    shown = [_choice(data, one, one.code in leaves) for one in areas]
    return [tuple(row) for row in abreast(shown)]


def _choice(data: str, found: Area, leaf: bool) -> Choice:
    if leaf:
        return Choice(found.name, f"{data}:grid:{found.code}")
    return Choice(found.name + STREET_MARK, f"{data}:grids:{found.code}")

"""How well a place fits what was said, as a score of 0..1, and whether one stands out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from domain.messages import Place
from domain.places.entries import AREA, GRID, ROAD, Entry, Found
from domain.places.generic import GENERIC
from domain.places.points import metres
from domain.places.roads import is_road
from domain.places.spelling import own_part

POINT = 0.8
NAMED_GRID = 0.78
A_ROAD = 0.66
AN_AREA = 0.64
PROPER_NAME = 0.6
A_KIND = 0.4
"""What a whole name is worth.

A building beats a grid's full name, that a road, a road a street's area, and that a grid's
proper name.
"""
SHORT = 0.06
"""What a name of two characters loses: 「东站」 stands in many words."""
WHOLE, NEAR, LAST_AREA = 0.06, 0.12, 0.04
"""What is added if nothing else was said, and at most for nearness, and for the area used last."""
REACH_METRES = 3000
KIND_METRES = 1000
NUMBER_APART, MOST_APART = 0.01, 0.12
"""What a house number loses for each number that the known one lies off, and at most."""
SLIP, SLIP_SHORT, LONG_ENOUGH = 0.16, 0.32, 4
"""What a typing error costs where so many characters are the name's own, and where fewer are."""
LEAST = 0.3
"""What is less likely is not even a candidate."""
SURE, MARGIN = 0.56, 0.035
"""From SURE on, and so much above the next, a place is taken without a question."""
ALONG = 0.4
"""What a road's name alone is worth for each area it goes through: never sure."""


@dataclass(frozen=True, slots=True)
class Match:
    """A part of a normal form that may mean an entry.

    `slips` are typing errors, and `apart` is how many house numbers off the known one is.
    """

    form: str
    start: int
    end: int
    slips: int = 0
    number: str = ""
    apart: int = 0


@dataclass(frozen=True, slots=True)
class Around:
    """What is known beside the text."""

    near: Place | None = None
    last_area: str = ""


def score(entry: Entry, match: Match, whole: bool, around: Around) -> float:
    """How likely the entry is meant, 0..1; 0 for a kind of place with none of it near."""
    away = _away(entry, around)
    if match.form in GENERIC and (away is None or away > KIND_METRES):
        return 0.0
    fits = _specific(entry, match.form)
    if len(match.form) == 2 and fits != NAMED_GRID:
        fits -= SHORT
    fits -= min(MOST_APART, NUMBER_APART * match.apart)
    if match.slips:
        fits -= SLIP if len(own_part(match.form)) >= LONG_ENOUGH else SLIP_SHORT
    fits += WHOLE * whole
    fits += _here(entry, around)
    return round(min(1.0, fits), 3) if fits >= LEAST else 0.0


def score_along(entry: Entry, around: Around) -> float:
    """How likely it is here that the road is meant on which the entry lies."""
    return min(SURE - MARGIN, round(ALONG + _here(entry, around), 3))


def _here(entry: Entry, around: Around) -> float:
    """What is added for nearness and for the area used last."""
    away, near = _away(entry, around), 0.0
    if away is not None:
        near = NEAR * max(0.0, 1 - away / REACH_METRES)
    own = around.last_area and entry.area == around.last_area
    return near + (LAST_AREA if own else 0.0)


def _away(entry: Entry, around: Around) -> float | None:
    """Metres from the point that is known, None where there is none."""
    if entry.place is None or around.near is None:
        return None
    return metres(entry.place, around.near)


def _specific(entry: Entry, form: str) -> float:
    if form in GENERIC:
        return A_KIND
    if entry.kind == GRID:
        full = (
            "网格" in form or "grid" in form or any(char.isdecimal() for char in form)
        )
        return NAMED_GRID if full else PROPER_NAME
    if entry.kind == AREA:
        return AN_AREA
    return A_ROAD if entry.kind == ROAD or is_road(form) else POINT


def sure(found: Sequence[Found]) -> Found | None:
    """The first, if it is likely enough and stands out by MARGIN.

    What only says more widely where the first is, as its grid or its road, is no rival.
    """
    if not found or found[0].score < SURE:
        return None
    first = found[0]
    rivals = [one for one in found[1:] if not _agrees(first, one)]
    if rivals and first.score - max(one.score for one in rivals) < MARGIN:
        return None
    return first


def _agrees(first: Found, other: Found) -> bool:
    """Whether the other only says more widely where the first is."""
    same_area = first.entry.area != "" and first.entry.area == other.entry.area
    return (
        same_area
        and first.words != other.words
        and other.entry.kind in (GRID, AREA, ROAD)
    )

"""Which of some cases words tell of: by the thing that they name, the category, the place."""

from __future__ import annotations

import re
from collections.abc import Iterable

from domain.case import Case
from domain.reading.model import Reading
from domain.things import things

THING, CATEGORY, LIKELY, PLACE = 4, 3, 1, 2
"""What each of these counts (ours): a place alone tells of no case."""
FIGURE = re.compile(r"(?<!\d)\d{1,4}(?!\d)")
"""Of a house, a door, a pole."""


def told_of(cases: Iterable[Case], said: str, reading: Reading) -> tuple[Case, ...]:
    """Those that the words fit best, several where they fit these alike; () where they fit none."""
    scored = [(_closeness(case, said, reading), case) for case in cases]
    most = max((score for score, _ in scored), default=0)
    return tuple(case for score, case in scored if score == most > 0)


def _closeness(case: Case, said: str, reading: Reading) -> int:
    score = 0
    if names(case, said):
        score += THING
    if case.category == reading.category:
        score += CATEGORY
    elif reading.category and case.category in reading.likely[:2]:
        score += LIKELY
    where = f"{case.place_words} {case.words}"
    if score and any(place in where for place in reading.places):
        score += PLACE
    if score and not figures(said).isdisjoint(figures(where)):
        score += LIKELY
    return score


def figures(text: str) -> frozenset[str]:
    return frozenset(FIGURE.findall(text))


def names(case: Case, said: str) -> bool:
    """Whether the words name the thing that the case is about."""
    return bool(things(case.words) & things(said))

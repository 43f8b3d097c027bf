"""Whether what is said while an emergency runs belongs to it, is another matter, or may be either.

In doubt it goes to the people on the emergency, and one press makes a matter of its own of it.
"""

from __future__ import annotations

from dataclasses import replace
from enum import Enum, auto
from typing import Any

from domain.case import Case
from domain.distance import distance
from domain.kinds import Kind
from domain.privacy import Privacy
from domain.reading.catalogue import Catalogue
from domain.reading.model import Reading
from handlers.casework.whereabouts import Spotted
from handlers.dialog.fields import A_MATTER
from handlers.filing.hearing import SURE
from handlers.texts.words import asks

ABOUT_PEOPLE = ("accident", "rescue", "health", "security", "crisis", "missing")
"""Categories whose words belong to somebody in danger."""

IN_THE_WAY = (
    "access",
    "address",
    "animal",
    "building",
    "charging",
    "fire",
    "obstruction",
    "phone",
    "property",
    "road",
    "traffic",
    "tree",
    "utility",
    "vehicle",
)
"""Categories that may say what hurts somebody, or what keeps help from them (ours)."""

FAR = 300
"""Metres: from there on another place is meant (ours)."""


class Belongs(Enum):
    PART = auto()
    DOUBT = auto()
    APART = auto()


def belongs(
    case: Case,
    reading: Reading,
    spot: Spotted | None,
    catalogue: Catalogue,
    late: bool = False,
) -> Belongs:
    """Of words about the emergency `case`; `spot` is the place that they name. When it is `late`
    nothing is told any more that keeps help from coming. A danger at another place that is named is
    its own: two who come are better than nobody; a pin may tell the first one better.
    """
    if confides(case, reading):
        return Belongs.APART
    if reading.report < A_MATTER:
        return Belongs.PART
    if _is_wish(reading, catalogue):
        return Belongs.APART
    away = elsewhere(case, spot)
    if away and reading.danger is not None and (late or (spot and spot.name)):
        return Belongs.APART  # whoever looks after that place has to know
    if reading.category in (case.category, *ABOUT_PEOPLE):
        return Belongs.DOUBT if away else Belongs.PART
    if away:
        return Belongs.APART
    in_the_way = reading.category in IN_THE_WAY and not late
    clear = reading.sure >= SURE and not in_the_way
    private = reading.privacy is not Privacy.OPEN
    calm = reading.danger is None
    return Belongs.APART if calm and (clear or private) else Belongs.DOUBT


def confides(case: Case, reading: Reading) -> bool:
    """Whether it is confidential and the emergency is not: pay, a quarrel, harassment. However it
    is said, as a question too, its people are not those on the emergency. Letters alone, where no
    word names a matter, say nothing of that: 店后面 is where somebody lies.
    """
    guessed = bool(reading.category) and reading.sure >= SURE
    told = guessed or reading.report >= A_MATTER
    private = reading.privacy is Privacy.CONFIDENTIAL
    another = reading.category != case.category and reading.danger is None
    return private and told and another and case.privacy is not Privacy.CONFIDENTIAL


def of_the_accident(case: Case, reading: Reading, said: str) -> Reading:
    """What the other side of an accident wants is of that accident: 他要我赔."""
    if case.category != "accident" or reading.danger is not None:
        return reading
    if not asks("words-wants-pay", said, "words-wants-pay-fill", "words-polite"):
        return reading
    return replace(reading, category=case.category, privacy=case.privacy)


def _is_wish(reading: Reading, catalogue: Catalogue) -> bool:
    """Whether it is one; where that is not sure, with nothing that may keep help away."""
    likely = reading.likely[:1] if reading.sure >= SURE else reading.likely[:2]
    wished = any(catalogue[code].kind is Kind.WISH for code in likely)
    return wished and not set(likely) & {*ABOUT_PEOPLE, *IN_THE_WAY}


def elsewhere(case: Case, spot: Spotted | None) -> bool:
    """Whether another place is named than that of the emergency, as far as both are known."""
    if spot is None or not (case.place or case.place_words):
        return False
    if spot.place and case.place:
        return distance(spot.place, case.place) > FAR
    return spot.area != case.area


def moved_to(case: Case, spot: Spotted) -> dict[str, Any]:
    """The changes by which a case lies at this place."""
    changes = {"place": spot.place, "area": spot.area or case.area}
    away = elsewhere(case, spot) or changes["area"] != case.area
    return changes | ({"place_words": spot.name} if spot.name or away else {})

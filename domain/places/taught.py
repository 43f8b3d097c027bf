"""What riders taught: words that came with a pin often enough become a name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from statistics import median

from domain.messages import Place
from domain.places.entries import TAUGHT, Entry
from domain.places.forms import SHORTEST
from domain.places.generic import GENERIC
from domain.places.names import normal
from domain.places.points import METRES_A_DEGREE, metres
from domain.places.tails import split, tail_at

ENOUGH = 3
"""So many persons have to agree, and they have to be more than half of those who used the words."""
NEWEST = 24
"""So many persons' uses are looked at, the last ones: each is compared with each."""
AGREEING_METRES = 150
AGREEING_DEGREES = AGREEING_METRES / METRES_A_DEGREE
"""Of latitude."""
LONGEST = 24
"""Characters of a name; what is longer is a sentence."""
ONLY_NUMBERS = re.compile(r"[a-z]?(?:[0-9-]+(?:号?[楼门]|[号栋层室弄]|单元)?)+")
"""「3号」 and 「5栋2单元」 stand in every street."""


@dataclass(frozen=True, slots=True)
class Use:
    """Somebody's words for a place, with the pin that came with them. `at` is aware."""

    words: str
    place: Place
    person_id: int
    at: datetime


def learn(uses: Sequence[Use]) -> Entry | None:
    """The entry that the uses of one name make, None while they are too few, apart, or no name.

    Uses of another name than the newest one's do not count, nor a person's earlier ones.
    The entry has the newest words and the middle of the pins that agree, and nothing of
    the persons.
    """
    if not uses:
        return None
    newest = max(uses, key=lambda use: use.at)
    words = _name(newest.words)
    if not words:
        return None
    last = _last_of_each(use for use in uses if _same(use.words, words))
    agreeing = _agreeing(last)
    if len(agreeing) < ENOUGH or 2 * len(agreeing) <= len(last):
        return None
    lat = median(use.place.lat for use in agreeing)
    lon = median(use.place.lon for use in agreeing)
    return Entry(words, place=Place(lat, lon), kind=TAUGHT)


def _name(words: str) -> str:
    """The words without what introduces them; '' for what names no single place."""
    parts = split(words)
    said = (parts.name + parts.tail).strip()
    form = normal(said)
    if not SHORTEST <= len(form) <= LONGEST:
        return ""
    if ONLY_NUMBERS.fullmatch(form) or not any(map(str.isalpha, form)):
        return ""
    if normal(parts.name) in GENERIC or form in GENERIC:
        return ""
    only_beside = tail_at(said, 0) == said
    return "" if only_beside else said


def form_of(words: str) -> str:
    """The normal form under which uses of one name belong together; '' for what is no name."""
    return normal(_name(words))


def _same(words: str, name: str) -> bool:
    return form_of(words) == normal(name)


def _last_of_each(uses: Iterable[Use]) -> list[Use]:
    """Each person's newest use, of those who used it last."""
    newest = {use.person_id: use for use in sorted(uses, key=lambda use: use.at)}
    return sorted(newest.values(), key=lambda use: use.at)[-NEWEST:]


def _agreeing(uses: Sequence[Use]) -> list[Use]:
    """The largest group found of uses that all lie within reach of each other."""
    groups = (_around(centre, uses) for centre in uses)
    return max(groups, key=len, default=[])


def _around(centre: Use, uses: Sequence[Use]) -> list[Use]:
    group: list[Use] = []
    for use in _from_the_nearest(centre, uses):
        if all(metres(use.place, other.place) <= AGREEING_METRES for other in group):
            group.append(use)
    return group


def _from_the_nearest(centre: Use, uses: Sequence[Use]) -> list[Use]:
    """Those within reach; most are so far away that their latitude alone says it."""
    lat = centre.place.lat
    found = [
        (far, number)
        for number, use in enumerate(uses)
        if abs(use.place.lat - lat) <= AGREEING_DEGREES
        and (far := metres(use.place, centre.place)) <= AGREEING_METRES
    ]
    return [uses[number] for _, number in sorted(found)]

"""What riders taught: words that came with a pin often enough, and always about there, become a name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from statistics import median

from domain.messages import Place
from domain.places.entries import TAUGHT, Entry
from domain.places.forms import SHORTEST
from domain.places.generic import GENERIC
from domain.places.names import normal
from domain.places.points import metres
from domain.places.tails import split, tail_at

ENOUGH = 3
"""So many persons have to agree, and they have to be more than half of those who used the words."""
AGREEING_METRES = 150
LONGEST = 24
"""Characters of a name; what is longer is a sentence."""


@dataclass(frozen=True, slots=True)
class Use:
    """Somebody's words for a place, with the pin that came with them. `at` is aware."""

    words: str
    place: Place
    person_id: int
    at: datetime


def learn(uses: Sequence[Use]) -> Entry | None:
    """The entry that the uses of one name make, None while they are too few, apart, or no name.

    Uses of another name than the newest one's do not count, nor a person's earlier ones. The entry has the
    newest words and the middle of the pins that agree; nobody's name.
    """
    if not uses:
        return None
    newest = max(uses, key=lambda use: use.at)
    name = split(newest.words)
    words = (name.name + name.tail).strip()
    form = normal(words)
    if not _is_name(form) or normal(name.name) in GENERIC or tail_at(words, 0) == words:
        return None
    last = _last_of_each(use for use in uses if _form(use.words) == form)
    agreeing = _agreeing(last)
    if len(agreeing) < ENOUGH or 2 * len(agreeing) <= len(last):
        return None
    lat = median(use.place.lat for use in agreeing)
    lon = median(use.place.lon for use in agreeing)
    return Entry(words, place=Place(lat, lon), kind=TAUGHT)


def _form(words: str) -> str:
    parts = split(words)
    return normal(parts.name + parts.tail)


def _is_name(form: str) -> bool:
    telling = any(char.isalpha() for char in form)
    return telling and SHORTEST <= len(form) <= LONGEST and form not in GENERIC


def _last_of_each(uses: Iterable[Use]) -> list[Use]:
    """Each person's newest use."""
    newest = {use.person_id: use for use in sorted(uses, key=lambda use: use.at)}
    return list(newest.values())


def _agreeing(uses: Sequence[Use]) -> list[Use]:
    """The largest group found of uses that all lie within reach of each other."""
    groups = (_around(centre, uses) for centre in uses)
    return max(groups, key=len, default=[])


def _around(centre: Use, uses: Sequence[Use]) -> list[Use]:
    group: list[Use] = []
    for use in sorted(uses, key=lambda use: metres(use.place, centre.place)):
        if all(metres(use.place, other.place) <= AGREEING_METRES for other in group):
            group.append(use)
    return group

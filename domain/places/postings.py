"""Which entries each normal form stands for, and which of very many are worth weighing."""

from __future__ import annotations

import math
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from heapq import nsmallest

from domain.messages import Place
from domain.places.entries import Entry
from domain.places.forms import LONGEST, SHORTEST
from domain.places.names import normal
from domain.places.points import metres
from domain.places.ranking import Around

SHARED = 12
"""Places of one name that are weighed one by one; of more only those around."""
AROUND_DEGREES = 0.03  # 3.3 km to the north and to the south
BRACKETS = re.compile(r"[（(\[【].*?[)）\]】]")
NOWHERE = -91.0
"""Stands for the latitude of an entry without a place: before all others."""


class Postings:
    """The entries by the forms of their names; those of one form from south to north."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries = tuple(entries)
        self._by_form: dict[str, list[int]] = {}
        for number, entry in enumerate(self.entries):
            for form in forms_of(entry):
                numbers = self._by_form.setdefault(form, [])
                numbers.append(number)
        for several in self._by_form.values():
            if len(several) > 1:
                several.sort(key=self._lat)

    def __contains__(self, form: str) -> bool:
        return form in self._by_form

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_form)

    def candidates(self, form: str, around: Around) -> Sequence[int]:
        """The numbers of the entries that a form may mean.

        Of more than SHARED those in the last area and those around the point; where
        neither is known, some from the middle.
        """
        numbers = self._by_form[form]
        if len(numbers) <= SHARED:
            return numbers
        own: list[int] = []
        if around.last_area:
            own += self._in_area(around.last_area, numbers)
        if around.near is not None:
            own += self._next_to(around.near, numbers)
        middle = len(numbers) // 2
        return own or numbers[middle : middle + SHARED]

    def _in_area(self, area: str, numbers: Sequence[int]) -> list[int]:
        entries = self.entries
        return [number for number in numbers if entries[number].area == area]

    def _next_to(self, near: Place, numbers: Sequence[int]) -> list[int]:
        """The nearest ones, of many that are in order from south to north."""
        south = near.lat - AROUND_DEGREES
        north = near.lat + AROUND_DEGREES
        first = bisect_left(numbers, south, key=self._lat)
        last = bisect_right(numbers, north, key=self._lat)

        def away(number: int) -> float:
            place = self.entries[number].place
            return metres(place, near) if place else math.inf

        return nsmallest(SHARED, numbers[first:last], key=away)

    def _lat(self, number: int) -> float:
        place = self.entries[number].place
        return NOWHERE if place is None else place.lat


def forms_of(entry: Entry) -> Iterator[str]:
    """The normal forms of an entry's names, also without what stands in brackets; each once."""
    names = [entry.name, *entry.aliases]
    for name in tuple(names):
        if BRACKETS.search(name):
            names.append(BRACKETS.sub("", name))
    for form in dict.fromkeys(map(normal, names)):
        if SHORTEST <= len(form) <= LONGEST and not form.isdecimal():
            yield form

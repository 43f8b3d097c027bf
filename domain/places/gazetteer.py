"""All names of places by heart, and the places that a sentence names, the likeliest first."""

from __future__ import annotations

import math
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from heapq import nsmallest
from itertools import chain, pairwise

from domain.messages import Place
from domain.places.entries import ROAD, Entry, Found
from domain.places.forms import LONGEST, SHORTEST, Forms, Hit, apart
from domain.places.names import Spoken, normal, read
from domain.places.points import metres
from domain.places.ranking import SURE, Around, Match, score, sure
from domain.places.roads import Roads, number_beside, number_in
from domain.places.slips import Slips
from domain.places.tails import says_nothing, tail_at

__all__ = ["Entry", "Found", "Gazetteer", "sure"]

LONGEST_TEXT = 400
"""Characters of a text that are read: who writes more names the place at the beginning."""
SHARED = 12
"""Places of one name that are weighed one by one; of more only those around."""
AROUND_DEGREES = 0.03  # 3.3 km to the north and to the south
BRACKETS = re.compile(r"[（(\[【].*?[)）\]】]")
NOWHERE = -91.0


class Gazetteer:
    """Entries by the normal forms of their names; unchanging, and some 600 bytes an entry beside the entry."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._entries = tuple(entries)
        self._ids = self._by_form()
        self._roads = Roads(self._ids)
        self._forms = Forms(chain(self._ids, self._roads.names))
        self._slips = Slips(self._forms)

    def __len__(self) -> int:
        return len(self._entries)

    def find(
        self, text: str, near: Place | None = None, last_area: str = "", most: int = 3
    ) -> tuple[Found, ...]:
        """At most `most` places that the text names, best first; those of one score in the text's order.

        `near` is a point that is known, as the last pin, and `last_area` the area used last: they decide
        between places of one name. Typing errors are looked for only where nothing likely stands in full.
        """
        spoken = read(text[:LONGEST_TEXT])
        around = Around(near, last_area)
        hits = self._forms.within(spoken.normal)
        found = self._ranked(spoken, hits, around)
        if not found or found[0].score < SURE:
            hits = apart([*hits, *self._slips.within(spoken.normal)])
            found = self._ranked(spoken, hits, around)
        return tuple(found[:most])

    def _by_form(self) -> dict[str, list[int]]:
        """The entries of each form, as places in the list, from south to north."""
        ids: dict[str, list[int]] = {}
        for number, entry in enumerate(self._entries):
            for form in forms_of(entry):
                ids.setdefault(form, []).append(number)
        for several in ids.values():
            if len(several) > 1:
                several.sort(key=self._lat)
        return ids

    def _lat(self, number: int) -> float:
        place = self._entries[number].place
        return NOWHERE if place is None else place.lat

    def _ranked(
        self, spoken: Spoken, hits: Sequence[Hit], around: Around
    ) -> list[Found]:
        """Every place that a hit may mean once, the best first."""
        best: dict[object, Found] = {}
        for match in self._matches(spoken.normal, hits):
            words = spoken.words(match.start, match.end)
            tail = tail_at(spoken.text, spoken.ends[match.end - 1])
            whole = self._is_all(spoken, match, tail)
            for number in self._candidates(self._ids[match.form], around):
                entry = self._entries[number]
                fits = score(entry, match, whole, around)
                key = (match.form, entry.area) if entry.kind == ROAD else number
                if fits > 0 and (key not in best or best[key].score < fits):
                    best[key] = Found(entry, words, fits, match.number, tail)
        return sorted(best.values(), key=lambda one: (-one.score, -len(one.words)))

    def _is_all(self, spoken: Spoken, match: Match, tail: str) -> bool:
        """Whether the text says nothing but this place."""
        before = spoken.text[: spoken.starts[match.start]]
        behind = spoken.text[spoken.ends[match.end - 1] + len(tail) :]
        return says_nothing(before) and says_nothing(behind)

    def _matches(self, text: str, hits: Sequence[Hit]) -> Iterator[Match]:
        """What the hits mean: crossings of two of them, house numbers on a road, or the names themselves."""
        for one, other in pairwise(hits):
            crossing = self._roads.crossing(text, one, other)
            if crossing is not None:
                yield Match(crossing, one.start, other.end)
        for hit in hits:
            yield from self._match(text, hit)

    def _match(self, text: str, hit: Hit) -> Iterator[Match]:
        start, end, number = hit.start, hit.end, ""
        if address := number_in(hit.form):
            number = address[1]
        elif hit.form in self._roads.names and (
            beside := number_beside(text, start, end)
        ):
            number, start, end = beside
            known = self._roads.nearest(hit.form, number)
            if known is not None:
                yield Match(known.form, start, end, hit.slips, number, known.apart)
                return
        if hit.form in self._ids:
            yield Match(hit.form, start, end, hit.slips, number)

    def _candidates(self, ids: Sequence[int], around: Around) -> Iterable[int]:
        """Of many places of one name those in the last area and around the point, else the middle ones."""
        if len(ids) <= SHARED:
            return ids
        own = []
        if around.last_area:
            own += [one for one in ids if self._entries[one].area == around.last_area]
        if around.near is not None:
            own += self._around(ids, around.near)
        middle = len(ids) // 2
        return own or ids[middle : middle + SHARED]

    def _around(self, ids: Sequence[int], near: Place) -> list[int]:
        """Those next to the point, of many that are in order from south to north."""
        first = bisect_left(ids, near.lat - AROUND_DEGREES, key=self._lat)
        last = bisect_right(ids, near.lat + AROUND_DEGREES, key=self._lat)

        def away(number: int) -> float:
            place = self._entries[number].place
            return metres(place, near) if place else math.inf

        return nsmallest(SHARED, ids[first:last], key=away)


def forms_of(entry: Entry) -> Iterable[str]:
    """The normal forms of an entry's names, with and without what stands in brackets; each once."""
    names = [entry.name, *entry.aliases]
    names += [BRACKETS.sub("", name) for name in names if BRACKETS.search(name)]
    forms = dict.fromkeys(map(normal, names))
    return (
        form
        for form in forms
        if SHORTEST <= len(form) <= LONGEST and not form.isdecimal()
    )

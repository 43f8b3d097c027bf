"""All names of places by heart, and the places that a sentence names, the likeliest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise

from domain.messages import Place
from domain.places.entries import ROAD, Entry, Found
from domain.places.forms import Forms, Hit, apart
from domain.places.names import Spoken, read
from domain.places.postings import Postings
from domain.places.ranking import SURE, Around, Match, score, score_along, sure
from domain.places.roads import Roads, is_road, number_beside, number_in
from domain.places.slips import Slips
from domain.places.tails import says_nothing, tail_at

__all__ = ["Entry", "Found", "Gazetteer", "sure"]

LONGEST_TEXT = 400
"""Characters of a text that are read: who writes more names the place at the beginning."""


class Gazetteer:
    """Entries that can be found by their names in a text; unchanging.

    100,000 of them take some 90 MB with their index, and 1.5 s to be built
    (bench/places.py).
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._postings = Postings(entries)
        self._roads = Roads(self._postings)
        self._forms = Forms(chain(self._postings, self._roads.names))
        self._slips = Slips(self._forms)

    def __len__(self) -> int:
        return len(self._postings.entries)

    def find(
        self,
        text: str,
        near: Place | None = None,
        last_area: str = "",
        most: int = 3,
    ) -> tuple[Found, ...]:
        """At most `most` places that the text names, best first.

        `near` is a point that is known, as the last pin, and `last_area` the code of the area
        used last: they decide between places of one name. Typing errors are looked for only
        where nothing likely stands in full.
        """
        if not self._postings.entries:
            return ()
        spoken = read(text[:LONGEST_TEXT])
        around = Around(near, last_area)
        hits = self._forms.within(spoken.normal)
        found = self._ranked(spoken, hits, around)
        if not found or found[0].score < SURE:
            slipped = self._slips.within(spoken.normal)
            hits = apart([*hits, *slipped])
            found = self._ranked(spoken, hits, around)
        return tuple(found[:most])

    def _ranked(
        self,
        spoken: Spoken,
        hits: Sequence[Hit],
        around: Around,
    ) -> list[Found]:
        """Every place that a hit may mean once, best first; the pieces of a road are one."""
        best: dict[object, Found] = {}
        for match in self._matches(spoken.normal, hits):
            known = match.form in self._postings
            for found in (self._weighed if known else self._along)(
                spoken,
                match,
                around,
            ):
                entry = found.entry
                key: object = id(entry)
                if entry.kind == ROAD:
                    key = match.form, entry.area
                if key not in best or best[key].score < found.score:
                    best[key] = found
        return sorted(best.values(), key=_order)

    def _weighed(
        self,
        spoken: Spoken,
        match: Match,
        around: Around,
    ) -> Iterator[Found]:
        """The entries that the match may mean, each with its score."""
        words = spoken.words(match.start, match.end)
        end = spoken.ends[match.end - 1]
        tail = tail_at(spoken.text, end)
        before = spoken.text[: spoken.starts[match.start]]
        behind = spoken.text[end + len(tail) :]
        whole = says_nothing(before) and says_nothing(behind)
        for number in self._postings.candidates(match.form, around):
            entry = self._postings.entries[number]
            fits = score(entry, match, whole, around)
            if fits:
                yield Found(entry, words, fits, match.number, tail)

    def _along(
        self,
        spoken: Spoken,
        match: Match,
        around: Around,
    ) -> Iterator[Found]:
        """A road that is known by what stands on it: each area that it goes through."""
        words = spoken.words(match.start, match.end)
        tail = tail_at(spoken.text, spoken.ends[match.end - 1])
        best: dict[str, float] = {}
        for form in self._roads.along(match.form):
            for number in self._postings.candidates(form, around):
                entry = self._postings.entries[number]
                fits = score_along(entry, around)
                best[entry.area] = max(fits, best.get(entry.area, 0.0))
        for area, fits in best.items():
            yield Found(Entry(words, area, kind=ROAD), words, fits, tail=tail)

    def _matches(self, text: str, hits: Sequence[Hit]) -> Iterator[Match]:
        """What the hits mean: crossings, house numbers on a road, or the names themselves."""
        for one, other in pairwise(hits):
            crossing = self._roads.crossing(text, one, other)
            if crossing is not None:
                yield Match(crossing, one.start, other.end)
        said: set[tuple[str, str]] = set()
        for hit in hits:
            match = self._match(text, hit)
            meant = match.form, match.number
            known = match.form in self._postings or match.form in self._roads.names
            if meant in said or not known:
                continue
            said.add(meant)
            yield match

    def _match(self, text: str, hit: Hit) -> Match:
        """The hit with the house number that it has or that stands beside it.

        The form is that of the known address nearest to the number, if one is near.
        """
        if address := number_in(hit.form):
            return Match(
                hit.form,
                hit.start,
                hit.end,
                hit.slips,
                address[1],
            )
        beside = number_beside(
            text,
            hit.start,
            hit.end,
            is_road(hit.form),
        )
        if beside is None:
            return Match(hit.form, hit.start, hit.end, hit.slips)
        known = self._roads.nearest(hit.form, beside.number)
        form, apart_by = known or (hit.form, 0)
        return Match(
            form,
            beside.start,
            beside.end,
            hit.slips,
            beside.number,
            apart_by,
        )


def _order(found: Found) -> tuple[float, int]:
    """The best first, of equal ones the one with more words."""
    return -found.score, -len(found.words)

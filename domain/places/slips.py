"""Names with one typing error in a text, by a deletion neighbourhood as in SymSpell.

Two strings that differ by one character become equal when each loses at most one. An error
leaves the first two or the last two characters of a name as they are, so only what begins
or ends like a name is tried.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from domain.places.forms import Forms, Hit, apart, lengths_of, whole
from domain.places.spelling import HOUSE, own_part, slipped

SHORTEST = 4
LONGEST = 24
"""Characters of a form in which an error is looked for."""
SHORTEST_LATIN = 6
SHORTEST_GRID = 3
"""Characters before 网格: 「车站网格」 is not 「东站网格」."""
MOST_SLOTS = 1 << 22
A_PART = 16
"""Slots for each part of a form, up to the most: one in sixteen that is not there looks as if."""
HASH_BITS = 40
NUMBER_BITS = 24
"""A form's number and the hash of a part of it make one integer of 64 bits."""


class Window(NamedTuple):
    """A part of a text that may be a form of `length` characters.

    The error is at one of the places, counted from its start.
    """

    start: int
    end: int
    length: int
    places: range


class Slips:
    """The forms long enough for an error, by the hash of each with one character left out."""

    def __init__(self, forms: Forms) -> None:
        self._exact = forms
        self._forms = [form for form in forms if _long_enough(form)]
        self._tails: dict[str, int] = {}
        packed: list[int] = []
        for number, form in enumerate(self._forms):
            tail = form[-2:]
            known = self._tails.get(tail, 0)
            self._tails[tail] = known | 1 << len(form)
            for shorter in _shorter(form, range(len(form))):
                packed.append(_key(shorter) << NUMBER_BITS | number)
        packed.sort()
        self._slots = _slots(len(packed))
        self._seen = bytearray(self._slots)
        for each in packed:
            self._seen[(each >> NUMBER_BITS) % self._slots] = 1
        self._packed = array("Q", packed)

    def within(self, text: str) -> list[Hit]:
        """The forms that stand in a normal form with exactly one error, none over another."""
        hits: set[Hit] = set()
        tried: set[tuple[str, int, range]] = set()
        for start, end, length, places in self._windows(text):
            piece = text[start:end]
            tries = piece, length, places
            if "\n" in piece or tries in tried:
                continue
            tried.add(tries)
            for form in self._like(piece, length, places):
                if slipped(form, piece) and whole(text, start, end):
                    hits.add(Hit(form, start, end, slips=1))
        in_order = sorted(hits, key=lambda hit: (hit.start, hit.form))
        return apart(in_order)

    def _windows(self, text: str) -> Iterator[Window]:
        """What may be a name: it begins like one, or it ends like one."""
        for i in range(len(text) - 1):
            pair = text[i : i + 2]
            for length in self._exact.lengths(pair):
                if SHORTEST <= length <= LONGEST:
                    yield from _behind(i, length, len(text))
            for length in lengths_of(self._tails.get(pair, 0)):
                yield from _before(i + 2, length)

    def _like(
        self,
        piece: str,
        length: int,
        places: Iterable[int],
    ) -> Iterator[str]:
        """The forms that come into question for a piece."""
        if len(piece) < length:
            yield from self._lacking(piece)
            return
        for shorter in _shorter(piece, places):
            if len(piece) == length:
                yield from self._lacking(shorter)
            elif shorter in self._exact:
                yield shorter

    def _lacking(self, shorter: str) -> Iterator[str]:
        """The forms that lack a character to be `shorter`, and some that only share its hash."""
        key = _key(shorter)
        if not self._seen[key % self._slots]:
            return
        first = bisect_left(self._packed, key << NUMBER_BITS)
        for place in range(first, len(self._packed)):
            found, number = divmod(self._packed[place], 1 << NUMBER_BITS)
            if found != key:
                return
            yield self._forms[number]


def _behind(start: int, length: int, last: int) -> Iterator[Window]:
    """Windows that begin at `start`, with the error behind their first two characters."""
    for size in (length - 1, length, length + 1):
        if start + size <= last:
            yield Window(start, start + size, length, range(2, size))


def _before(end: int, length: int) -> Iterator[Window]:
    """Windows that end before `end`, with the error before their last two characters."""
    for size in (length - 1, length, length + 1):
        if size <= end:
            yield Window(end - size, end, length, range(size - 2))


def _shorter(text: str, places: Iterable[int]) -> set[str]:
    """The text without the character at each of the places."""
    return {text[:i] + text[i + 1 :] for i in places}


def _long_enough(form: str) -> bool:
    if not SHORTEST <= len(form) <= LONGEST:
        return False
    if form.isascii():
        return len(form) >= SHORTEST_LATIN
    name = HOUSE.sub("", form)
    if name.endswith("网格"):
        return len(own_part(name)) >= SHORTEST_GRID
    return len(name) >= SHORTEST


def _slots(parts: int) -> int:
    return min(MOST_SLOTS, 1 << (A_PART * parts).bit_length())


def _key(text: str) -> int:
    return hash(text) % (1 << HASH_BITS)

"""Which normal forms stand in a text: exact ones, longest first, found in one pass."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

SHORTEST, LONGEST = 2, 48
"""Characters of a form that can be looked up."""
A_SLIP = 2
"""Characters that an error takes of a form's length (ours)."""
AFTER_DIGIT = re.compile(
    r"号(?:门(?![口前外])|出?口|线|铺|桩|仓|柜)"
    r"|栋|楼|单元|层|室|米|公里|块|元|个|点|天|分|小?时|月|年|人|次|辆"
)
"""Behind 「网格3」 this says that the number belongs to what follows: 「某某网格3号门」."""
AFTER_CODE = re.compile(r"号(?!那)|栋|楼(?![下上])|单元|层|室")
"""The same behind a code in Latin letters: it counts nothing, 「G01个路灯」."""
AFTER_HOUSE = re.compile(r"门(?![口前外])|出?口|线|楼")
"""Behind 「文昌路12号」 this makes it a gate or a line: 「12号线」."""
ROAD_GOES_ON = re.compile(r"路(?![边上面灯中旁])|街(?![道边上])|巷|大道")
"""Behind the name of a square this makes it the name of a road: 「体育场路」."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A form that stands at normal[start:end], with `slips` typing errors."""

    form: str
    start: int
    end: int
    slips: int = 0


class Forms:
    """All forms, and for each first pair of characters the lengths of those that begin so."""

    def __init__(self, forms: Iterable[str]) -> None:
        self._forms = frozenset(forms)
        self._lengths: dict[str, int] = {}
        for form in self._forms:
            head = form[:2]
            self._lengths[head] = self._lengths.get(head, 0) | 1 << len(form)

    def __contains__(self, form: str) -> bool:
        return form in self._forms

    def __iter__(self) -> Iterator[str]:
        return iter(self._forms)

    def lengths(self, head: str) -> Iterator[int]:
        """How long the forms are that begin with these two characters, longest first."""
        return lengths_of(self._lengths.get(head, 0))

    def within(self, text: str) -> list[Hit]:
        """The forms that a normal form holds, without those that a longer one covers or crosses."""
        hits = []
        for start in range(len(text) - 1):
            for length in self.lengths(text[start : start + 2]):
                end = start + length
                if self._stands(text, start, end):
                    hits.append(Hit(text[start:end], start, end))
        return apart(hits)

    def _stands(self, text: str, start: int, end: int) -> bool:
        if end > len(text):
            return False
        return text[start:end] in self._forms and whole(
            text,
            start,
            end,
        )


def lengths_of(bits: int) -> Iterator[int]:
    """The places of the bits that are set, from the highest down."""
    while bits:
        length = bits.bit_length() - 1
        yield length
        bits ^= 1 << length


def apart(hits: Iterable[Hit]) -> list[Hit]:
    """Of hits that share a character the longest, of equally long ones the first; in order.

    An error makes one shorter by so much: 万家广厂南门 is not 南门路, whatever stands behind it.
    """
    kept: list[Hit] = []
    taken: set[int] = set()
    for hit in sorted(hits, key=_rank):
        places = range(hit.start, hit.end)
        if taken.isdisjoint(places):
            kept.append(hit)
            taken.update(places)
    return sorted(kept, key=lambda hit: hit.start)


def _rank(hit: Hit) -> tuple[int, int, int]:
    return A_SLIP * hit.slips + hit.start - hit.end, hit.slips, hit.start


def whole(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] can be a name of its own.

    A part of a word, of a number or of a road's name is none.
    """
    if start and _latin(text[start - 1]) and _latin(text[start]):
        return False
    if end == len(text):
        return True
    last = text[end - 1]
    if last == "号":
        return not AFTER_HOUSE.match(text, end)
    code = text[start].isascii() and text[start].isalpha()
    counts = AFTER_CODE if code else AFTER_DIGIT
    if last.isdecimal() and counts.match(text, end):
        return False
    if _latin(last):
        return not _latin(text[end])
    return last in "路街巷" or not ROAD_GOES_ON.match(text, end)


def _latin(char: str) -> bool:
    return char.isascii() and char.isalnum()

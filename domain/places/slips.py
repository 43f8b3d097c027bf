"""Names with one typing error in a text, by a deletion neighbourhood (as SymSpell has it).

Two strings that differ by one character become equal when each loses at most one. One error leaves the
first two or the last two characters of a name as they are, so only what begins or ends like a name is tried.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import takewhile

from domain.places.forms import Forms, Hit, apart, whole

SHORTEST, LONGEST = 4, 24
"""Characters of a form in which an error is looked for."""
SHORTEST_LATIN = 6
SHORTEST_OWN = 3
"""Characters before 网格: 「车站网格」 is not 「东站网格」."""
SLOTS = 1 << 22
HASH_BITS, NUMBER_BITS = 40, 24
SIDES = frozenset("东南西北中上下左右前后新老大甲乙丙丁栋个位些")
"""Where one of these is missing or too much, it is another place; so it is where one stands for another."""
KINDS = frozenset("路街道巷弄桥站里苑园区村厦场楼栋门口店院城家馆校市县镇乡河湖山港坊")
"""Last characters that say what kind of place it is: 「体育场」 is not 「体育馆」."""


class Slips:
    """The forms long enough for an error, by the hash of each with one character left out."""

    def __init__(self, forms: Forms) -> None:
        self._exact = forms
        self._forms = [form for form in forms if _long_enough(form)]
        self._tails: dict[str, int] = {}
        self._seen = bytearray(SLOTS)
        packed: list[int] = []
        for number, form in enumerate(self._forms):
            tail = form[-2:]
            self._tails[tail] = self._tails.get(tail, 0) | 1 << len(form)
            for key in {_key(form[:i] + form[i + 1 :]) for i in range(len(form))}:
                self._seen[key % SLOTS] = 1
                packed.append(key << NUMBER_BITS | number)
        packed.sort()
        self._packed = array("Q", packed)

    def within(self, text: str) -> list[Hit]:
        """The forms that stand in a normal form with exactly one error, longest first where they cross."""
        hits: set[Hit] = set()
        for i in range(len(text) - 1):
            pair = text[i : i + 2]
            for length in self._exact.lengths(pair):
                if SHORTEST <= length <= LONGEST:
                    hits.update(self._from(text, i, length))
            for length in _bits(self._tails.get(pair, 0)):
                hits.update(self._to(text, i + 2, length))
        return apart(sorted(hits, key=lambda hit: (hit.start, hit.form)))

    def _from(self, text: str, start: int, length: int) -> Iterator[Hit]:
        """Forms of this length that begin at `start`, with the error behind their first two characters."""
        for size in (length - 1, length, length + 1):
            end = start + size
            if end <= len(text):
                yield from self._tried(text, start, end, length, range(2, size))

    def _to(self, text: str, end: int, length: int) -> Iterator[Hit]:
        """Forms of this length that end before `end`, with the error before their last two characters."""
        for size in (length - 1, length, length + 1):
            start = end - size
            if start >= 0:
                yield from self._tried(text, start, end, length, range(size - 2))

    def _tried(
        self, text: str, start: int, end: int, length: int, places: Iterable[int]
    ) -> Iterator[Hit]:
        piece = text[start:end]
        if "\n" in piece:
            return
        for form in self._like(piece, length, places):
            if slipped(form, piece) and whole(text, start, end):
                yield Hit(form, start, end, 1)

    def _like(self, piece: str, length: int, places: Iterable[int]) -> Iterator[str]:
        """The forms that may be the piece with one error at one of the places."""
        if len(piece) < length:
            yield from self._lacking(piece)
            return
        for i in places:
            shorter = piece[:i] + piece[i + 1 :]
            if len(piece) == length:
                yield from self._lacking(shorter)
            elif shorter in self._exact:
                yield shorter

    def _lacking(self, shorter: str) -> Iterator[str]:
        """The forms that become `shorter` when they lose a character, and some that only share its hash."""
        key = _key(shorter)
        if not self._seen[key % SLOTS]:
            return
        first = key << NUMBER_BITS
        place = bisect_left(self._packed, first)
        while place < len(self._packed) and self._packed[place] >> NUMBER_BITS == key:
            yield self._forms[self._packed[place] & (1 << NUMBER_BITS) - 1]
            place += 1


def slipped(form: str, piece: str) -> bool:
    """Whether the piece is the form with one character wrong, missing, too much, or two changed about.

    Numbers, sides (东, 西) and the kind of place are never taken for an error.
    """
    start = _alike(form, piece)
    end = _alike(form[start:][::-1], piece[start:][::-1])
    right, wrong = form[start : len(form) - end], piece[start : len(piece) - end]
    if len(right) == 2 and wrong == right[::-1]:
        return not _telling(form, start, right)
    if not right + wrong or max(len(right), len(wrong)) > 1:
        return False
    if end == 0 and right in KINDS and (not wrong or wrong in KINDS | SIDES):
        return False
    return not (_telling(form, start, right + wrong) or _elsewhere(right, wrong))


def _alike(one: str, other: str) -> int:
    """With how many equal characters both begin."""
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _telling(form: str, start: int, changed: str) -> bool:
    """Whether numbers, or the first letters of words in Latin script, are among what changed."""
    if any(char in "0123456789- 号" for char in changed):
        return True
    begins = not form[:start] or not _latin(form[start - 1])
    return begins and any(map(_latin, changed))


def _elsewhere(right: str, wrong: str) -> bool:
    """Whether one side stands for another, or one is missing or too much: 东 for 西, but not 冻 for 东."""
    sides = [char in SIDES or char == "小" for char in right + wrong]
    if right and wrong:
        return all(sides)
    return right + wrong in SIDES


def _latin(char: str) -> bool:
    return char.isascii() and char.isalpha()


def _long_enough(form: str) -> bool:
    shortest = SHORTEST_LATIN if form.isascii() else SHORTEST
    own = form.removesuffix("网格").removesuffix("微")
    return shortest <= len(form) <= LONGEST and len(own) >= SHORTEST_OWN


def _bits(bits: int) -> Iterator[int]:
    while bits:
        length = bits.bit_length() - 1
        yield length
        bits ^= 1 << length


def _key(text: str) -> int:
    return hash(text) & (1 << HASH_BITS) - 1

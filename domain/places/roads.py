"""What stands on a road: its house numbers and its crossings."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from domain.places.forms import Hit

FARTHEST = 100
"""A known house number farther than this from the one asked for tells nothing about it."""
LONGEST = 40
"""Characters of what is no more than such a name (ours): a crossing is looked for in all of it."""
_END = r"(?:路|街|大道|巷|弄|胡同|(?<= )(?:road|street|avenue|lane|boulevard))"
_ROAD_END = re.compile(rf"{_END}$")
_ADDRESS = re.compile(
    rf"(?P<road>.+?{_END})(?P<number>[0-9]{{1,5}})(?:-[0-9]+)?[号弄]院?"
)
_ADDRESS_BEFORE = re.compile(rf"(?P<number>[0-9]{{1,5}}) (?P<road>.+ {_END})")
_CROSSING = re.compile(
    rf"(?P<one>.+?{_END})(?:[与和跟及同]| and | )?(?P<other>.+?{_END})"
    r"的?(?:交叉|交汇|相交|十字)?路?[口处]?(?: (?:crossing|junction|intersection))?"
)
_JOINT = re.compile(r"[与和跟及同\n]?| and | ")
_HOUSE = r"(?P<number>[0-9]{1,5}(?:-[0-9]{1,5})?)"
_SIGN = r"号(?!栋|楼|线|门(?![口前外])|出?口|铺|桩|网格)|弄"
_NUMBER_OF_HOUSE = re.compile(rf"{_HOUSE}(?:{_SIGN})")
_NUMBER = re.compile(
    rf"{_HOUSE}(?:{_SIGN}|(?=\n|$))"
    r"|(?: near)?(?: no)? (?P<english>[0-9]{1,5})(?![0-9])(?! ?[a-z])"
)
_NUMBER_BEFORE = re.compile(r"(?<![0-9a-z-])(?P<number>[0-9]{1,5}) $")


class Numbered(NamedTuple):
    """A house number in a normal form, and where it stands with its name."""

    number: str
    start: int
    end: int


class Known(NamedTuple):
    """The form of a known address, and how many numbers it lies from the one that was asked for."""

    form: str
    apart: int


class Roads:
    """Known house numbers by road, and crossings by their two roads.

    Both are read off the normal forms of all names.
    """

    def __init__(self, forms: Iterable[str]) -> None:
        self._numbers: dict[str, list[tuple[int, str]]] = {}
        self._crossings: dict[frozenset[str], str] = {}
        for form in forms:
            if address := number_in(form):
                self._numbers.setdefault(address[0], []).append((int(address[1]), form))
            elif crossing := _CROSSING.fullmatch(form):
                pair = frozenset(crossing.group("one", "other"))
                self._crossings[pair] = form
        self.names = frozenset(self._numbers).union(*self._crossings)
        """The roads on which something is known."""

    def nearest(self, road: str, number: str) -> Known | None:
        """The known address with this number, or the nearest to it.

        Of two that are as near it is the one on the same side; None if all are too far.
        """
        asked = int(number.partition("-")[0])
        known = self._numbers.get(road, ())
        best = min(
            known,
            key=lambda one: _gap(one[0], asked),
            default=None,
        )
        if best is None or abs(best[0] - asked) > FARTHEST:
            return None
        return Known(best[1], abs(best[0] - asked))

    def along(self, road: str) -> list[str]:
        """The forms of all known addresses and crossings on it, the lowest number first."""
        known = [form for _, form in sorted(self._numbers.get(road, ()))]
        return known + [form for pair, form in self._crossings.items() if road in pair]

    def crossing(self, text: str, one: Hit, other: Hit) -> str | None:
        """The form of a known crossing of two roads that a text names one after the other."""
        if not _JOINT.fullmatch(text, one.end, other.start):
            return None
        return self._crossings.get(frozenset((one.form, other.form)))


def _gap(number: int, asked: int) -> tuple[int, int, int]:
    """How far a number is from another: odd and even numbers stand on two sides."""
    return abs(number - asked), (number - asked) % 2, number


def is_road(form: str) -> bool:
    """Whether a normal form ends like the name of a road and is no address on it."""
    return _ROAD_END.search(form) is not None and number_in(form) is None


def names_road(text: str) -> bool:
    """Whether a text is no more than the name of a road, of a house on one, or of a crossing."""
    said = text.strip().lower()
    if len(said) > LONGEST:
        return False
    shapes = (_ADDRESS, _ADDRESS_BEFORE, _CROSSING)
    return is_road(said) or any(shape.fullmatch(said) for shape in shapes)


def number_in(form: str) -> tuple[str, str] | None:
    """(road, number) of a normal form that is an address and nothing more."""
    address = _ADDRESS.fullmatch(form) or _ADDRESS_BEFORE.fullmatch(form)
    return (address["road"], address["number"]) if address else None


def number_beside(
    text: str,
    start: int,
    end: int,
    road: bool,
) -> Numbered | None:
    """The house number behind the name at text[start:end] of a normal form.

    Behind a road's name it may stand without 号, and before it in English.
    """
    if not road:
        after = _NUMBER_OF_HOUSE.match(text, end)
        return Numbered(after["number"], start, after.end()) if after else None
    if after := _NUMBER.match(text, end):
        number = after["number"] or after["english"]
        return Numbered(number, start, after.end())
    before = _NUMBER_BEFORE.search(text[max(0, start - 8) : start])
    if before:
        return Numbered(
            before["number"],
            start - len(before[0]),
            end,
        )
    return None

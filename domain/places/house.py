"""A house number that stands alone: 14号楼 says where within a grid, and not in which."""

from __future__ import annotations

import re
from collections.abc import Iterable

from domain.places.digits import CHINESE
from domain.places.tails import tail_at

HOUSE = re.compile(
    rf"(?:[a-z]?(?:[0-9]{{1,4}}|[{CHINESE}]{{1,4}})(?:号楼|号院|栋|幢|座|单元)|[a-z](?:座|栋|幢))",
    re.IGNORECASE,
)
ENGLISH = re.compile(
    r"\b(?:(?:building|bldg|block|tower|unit) ?(?:no\.? ?)?[a-z]?[0-9]{1,4}[a-z]?"
    r"|(?:building|tower) [a-h])\b",
    re.IGNORECASE,
)


def house_in(text: str, places: Iterable[str]) -> str:
    """The last house number in a text that names these `places`, where that is no part of a name;
    '' for none.
    """
    found = [place for place in places if is_house(place)]
    english = ENGLISH.findall(text)
    return (*english, *found)[-1] if english or found else ""


def is_house(place: str) -> bool:
    """Whether it says no more than a house number, and where at that house."""
    number = HOUSE.match(place)
    if number is None:
        return False
    return number.end() + len(tail_at(place, number.end())) == len(place)

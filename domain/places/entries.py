"""What a gazetteer holds, and what it finds."""

from __future__ import annotations

from dataclasses import dataclass

from domain.messages import Place

AREA, GRID, ROAD, TAUGHT = "area", "grid", "road", "taught"
"""The kinds that weigh differently; any other word is a building, a shop or the like."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A place with a name. `area` is an area's code, '' where only the point tells it."""

    name: str
    area: str = ""
    place: Place | None = None
    aliases: tuple[str, ...] = ()
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """An entry that a text names.

    `words` is the exact part of the text, and `score` is 0..1. `number` is the house
    number in or beside the name, in digits, '' for none. `tail` is what follows the words
    directly and says where there: 「3号门旁边」.
    """

    entry: Entry
    words: str
    score: float
    number: str = ""
    tail: str = ""

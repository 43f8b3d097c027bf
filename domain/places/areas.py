"""By which names people call an area, read off its code and its name.

Offices number and name their grids in many ways; each way is found by all others.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from domain.places.digits import digits
from domain.places.entries import AREA, GRID, Entry
from domain.places.names import normal
from domain.values.text import ENGLISH

SPELLED = {str(number): word for word, number in ENGLISH.items()}
_GRID_WORD = r"(?:微网格|子网格|网格|格)"
_NUMBER = r"(?P<number>[0-9]+)"
_NUMBERED = (
    re.compile(rf"(?P<before>.*?)第?{_NUMBER}(?:号|个|-)?{_GRID_WORD}(?P<behind>.*)"),
    re.compile(rf"(?P<before>.*?){_GRID_WORD}第?{_NUMBER}号?(?P<behind>.*)"),
    re.compile(r"(?P<before>.*?)\bgrid ?(?:no ?)?(?P<number>[0-9]+)(?P<behind>.*)"),
)
_GRID_NAME = re.compile(r"(?P<proper>.+?)(?:微网格|子网格|网格|(?: micro)? grid)")
_GRID_CODE = re.compile(
    r"(?:.*[^a-z])?(?:g|wg|wwg|grid|网格|微网格)[ -]?(?P<number>[0-9]+)"
)
_TELLING_CODE = re.compile(r"(?=.*[0-9])(?:.*[^0-9 -].*|[0-9-]{6,})")
"""A code that is not mistaken for a house number or a letter."""
_SPACED = re.compile(r"(?<=[a-z])(?=[0-9])")


def area_entries(areas: Iterable[tuple[str, str]]) -> tuple[Entry, ...]:
    """An entry for each (code, name), to be given a place by whoever knows the map.

    Leave out units: 「城管」 in a sentence is no place. Grids of one number
    are all found by it.
    """
    return tuple(area_entry(code, name) for code, name in areas)


def area_entry(code: str, name: str) -> Entry:
    """The entry of one area.

    「体育场网格」 of G26 is also 体育场, 微网格26, 26号网格, 第26网格 and G26.
    """
    form, known = normal(name), normal(code)
    named = next(filter(None, (one.fullmatch(form) for one in _NUMBERED)), None)
    coded = _GRID_CODE.fullmatch(known)
    named_grid = _GRID_NAME.fullmatch(form)
    aliases: list[str] = []
    if named:
        aliases += _around_number(
            named["before"],
            named["number"],
            named["behind"],
        )
    elif coded:
        aliases += _numbered(digits(coded["number"]))
    if named_grid and not named:
        aliases += _proper(named_grid["proper"])
    if _TELLING_CODE.fullmatch(known):
        aliases += [known, _SPACED.sub(" ", known)]
    kind = GRID if named or coded or named_grid else AREA
    others = dict.fromkeys(alias for alias in aliases if alias not in ("", form))
    return Entry(name, code, None, tuple(others), kind)


def _around_number(before: str, number: str, behind: str) -> Iterator[str]:
    """The ways to say a grid's number, alone and behind what comes first, and its proper name."""
    ways = _numbered(number)
    yield from ways
    if before.strip():
        yield from (before + way for way in ways)
    yield from _proper(behind.strip() or before.strip())


def _proper(name: str) -> Iterator[str]:
    """A grid's proper name, and the name with each word for a grid."""
    if name:
        yield name
        yield f"{name}网格"
        yield f"{name}微网格"


def _numbered(number: str) -> tuple[str, ...]:
    return (
        f"微网格{number}",
        f"网格{number}",
        f"{number}号网格",
        f"{number}号微网格",
        f"{number}网格",
        f"{number}微网格",
        f"第{number}网格",
        f"第{number}微网格",
        f"微格{number}",
        f"grid {number}",
        f"grid no {number}",
        f"grid number {number}",
        f"grid {SPELLED.get(number, number)}",
    )

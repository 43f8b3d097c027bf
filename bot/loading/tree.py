"""Whether areas and offices make one tree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from bot.loading.table import LoadError
from domain.area import Area


def check_tree(areas: Sequence[Area]) -> None:
    """Raises LoadError, naming the codes that are at fault."""
    counted = Counter(area.code for area in areas)
    twice = sorted(code for code, count in counted.items() if count > 1)
    if twice:
        raise LoadError(f"code used twice: {', '.join(twice)}")
    _check_parents(areas)
    roots = roots_of(areas)
    if len(roots) != 1:
        listed = ", ".join(roots) or "none"
        raise LoadError(f"exactly one area has no parent; here it is {listed}")
    _check_circles({area.code: area.parent for area in areas})


def roots_of(areas: Sequence[Area]) -> list[str]:
    """The codes of the areas without a parent; there should be one."""
    return [area.code for area in areas if not area.parent and not area.is_office]


def _check_parents(areas: Sequence[Area]) -> None:
    codes = {area.code for area in areas}
    lost = [area.code for area in areas if area.parent and area.parent not in codes]
    if lost:
        raise LoadError(f"parent not in the file: {', '.join(lost)}")
    offices = {area.code for area in areas if area.is_office}
    under = [area.code for area in areas if area.parent in offices]
    if under:
        raise LoadError(f"nothing lies below an office: {', '.join(under)}")


def _check_circles(parents: dict[str, str]) -> None:
    for code in parents:
        step, climbed = code, 0
        while parents[step] and climbed <= len(parents):
            step, climbed = parents[step], climbed + 1
        if climbed > len(parents):
            raise LoadError(f"{code} is its own ancestor")

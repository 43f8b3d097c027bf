"""The rows of a file, each checked: all mistakes are told at once, and with one nothing counts."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Protocol, TypeVar

from bot.loading.table import LoadError

MOST_TOLD = 20
"""Mistakes that are told at once."""

Told = tuple[str, dict[str, Any]]
"""Where it stands, and what it says."""


class Coded(Protocol):
    @property
    def code(self) -> str: ...


Made = TypeVar("Made", bound=Coded)


def checked(
    told: Iterable[Told],
    make: Callable[[dict[str, Any]], Made],
) -> list[Made]:
    """What `make` makes of each; it raises ValueError for a mistake. A code stands once. Raises
    LoadError.
    """
    found: dict[str, Made] = {}
    wrong: list[str] = []
    for where, values in told:
        try:
            one = make(values)
            if one.code in found:
                raise ValueError(f"code {one.code} is used twice")
        except ValueError as error:
            wrong.append(f"{where}: {error}")
            continue
        found[one.code] = one
    refuse(wrong)
    return list(found.values())


def refuse(wrong: list[str]) -> None:
    """Raises LoadError where there are mistakes."""
    if not wrong:
        return
    more = len(wrong) - MOST_TOLD
    rest = [f"and {more} more"] if more > 0 else []
    raise LoadError("\n".join(wrong[:MOST_TOLD] + rest))

"""Checks a vocabulary's plain rows before anything is made of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any, TypeVar

from domain.reading.words import stands_for

E = TypeVar("E", bound=StrEnum)
Plain = Mapping[str, Any]
JOINTS = re.compile(r"[|…+&]")
"""What parts the words of a pattern."""

MOST = 2_000
"""Words that one shorthand may stand for: one of 200,000 took 40 MB (ours)."""


def check_keys(row: Plain, known: Iterable[str], where: str) -> None:
    """Raises ValueError naming the first key that nobody knows."""
    for key in row:
        if key not in known:
            raise ValueError(f"{where}: unknown key {key!r}")


def texts(row: Plain, key: str, where: str) -> tuple[str, ...]:
    """A list of texts, none of them empty; missing is an empty list."""
    value = row.get(key, [])
    if not isinstance(value, list | tuple):
        raise ValueError(f"{where}.{key}: a list is wanted, not {value!r}")
    for each in value:
        if not isinstance(each, str) or not each.strip():
            raise ValueError(f"{where}.{key}: not a word: {each!r}")
        if "[" in each or "?" in each:
            check_size(each, f"{where}.{key}")
    return tuple(value)


def check_size(shorthand: str, where: str) -> None:
    """Raises ValueError for one that stands for too many words."""
    most = max(map(stands_for, JOINTS.split(shorthand)))
    if most > MOST:
        why = f"{most:,} words, at most {MOST:,} are kept: write it in parts"
        raise ValueError(f"{where}: {shorthand!r} stands for {why}")


def text(row: Plain, key: str, where: str, default: str | None = None) -> str:
    value = row.get(key, default)
    if not isinstance(value, str) or (default is None and not value):
        raise ValueError(f"{where}.{key}: a text is wanted, not {value!r}")
    return value


def flag(row: Plain, key: str, where: str) -> bool:
    value = row.get(key, False)
    if not isinstance(value, bool):
        raise ValueError(f"{where}.{key}: true or false is wanted, not {value!r}")
    return value


def choice(
    row: Plain,
    key: str,
    where: str,
    values: type[E],
    default: E | None = None,
) -> E:
    """One of an enumeration's values."""
    value = row.get(key, default)
    if value not in list(values):
        raise ValueError(f"{where}.{key}: {value!r} is none of {', '.join(values)}")
    return values(value)


def rows(data: Plain, key: str) -> list[Plain]:
    """A list of tables."""
    value = data.get(key, [])
    if not isinstance(value, list) or not all(
        isinstance(row, Mapping) for row in value
    ):
        raise ValueError(f"{key}: a list of tables is wanted")
    return list(value)

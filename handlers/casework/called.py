"""Which areas and offices somebody means: by a code however it is written, or by a name."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from functools import lru_cache
from itertools import islice

from domain.places.areas import area_entry
from domain.places.names import normal
from handlers.texts.words import words
from storage.memory.directory import Directory

LONGEST_NAME = 4
"""Words of an area's name."""


def called(
    directory: Directory,
    said: str,
    *,
    whole: bool = True,
) -> list[str]:
    """The codes of those called so: G7 is G07. `whole` names speak of nothing else: 「体育场网格」
    does, 「体育场」 may be any place there.
    """
    form = normal(said)
    areas = directory.areas.values()
    exact = [one.code for one in areas if normal(one.code) == form]
    return exact or [
        one.code for one in areas if form in _forms(one.code, one.name, whole)
    ]


def one_of(directory: Directory, said: str, among: Collection[str]) -> str:
    """The only one among these that is called so, '' for none and for several."""
    found = [code for code in called(directory, said, whole=False) if code in among]
    return found[0] if len(found) == 1 else ""


def within(
    directory: Directory,
    said: str,
    without: str = "",
) -> str:
    """The only area but one that is named in a line, '' for none and for several: an office is not
    meant.
    """
    form = normal(said)
    found = [
        one.code
        for one in directory.areas.values()
        if not one.is_office and one.code != without
        if _named(one.code, one.name).search(form)
    ]
    return found[0] if len(found) == 1 else ""


def cut(directory: Directory, said: str) -> tuple[str, str]:
    """The only area that is named, and the rest in its normal form."""
    code = within(directory, said)
    if not code:
        return "", said
    named = _named(code, directory.areas[code].name)
    return code, named.sub(" ", normal(said), count=1)


def begins(directory: Directory, said: str) -> tuple[str, str]:
    """The name of an area with which this begins, as it was said, and the rest."""
    said = said.strip()
    for end in reversed(_ends(said)):
        if called(directory, said[:end]):
            return said[:end], said[end:].strip()
    return "", said


def _ends(said: str) -> list[int]:
    """Where each of the first words ends."""
    return [one.end() for one in islice(re.finditer(r"\S+", said), LONGEST_NAME)]


@lru_cache(maxsize=8192)
def _named(code: str, name: str) -> re.Pattern[str]:
    longest = sorted(_forms(code, name, False), key=len, reverse=True)
    forms = "|".join(map(_alone, longest))
    return re.compile(f"(?<![0-9])(?:{forms})(?![0-9])")


def _alone(form: str) -> str:
    """A Latin one stands apart from other Latin letters."""
    before = "(?<![a-z])" if form[:1].isascii() else ""
    behind = "(?![a-z])" if form[-1:].isascii() else ""
    return f"{before}{re.escape(form)}{behind}"


@lru_cache(maxsize=8192)
def _forms(code: str, name: str, whole: bool) -> frozenset[str]:
    """By which normal forms an area is called."""
    entry = area_entry(code, name)
    others = set(entry.aliases)
    if whole:
        others = set(_of_grids(others))
    return frozenset({normal(name), normal(code), *others})


def _of_grids(aliases: Iterable[str]) -> list[str]:
    said = words("words-grid")
    return [alias for alias in aliases if any(word in alias for word in said)]

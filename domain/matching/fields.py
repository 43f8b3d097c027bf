"""Fields of service (「6+N」): what a need, a resource or a service is about, as data."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from domain.values.text import plain

OTHER = "other"
LATIN = re.compile(r"[a-z][a-z -]*")


@dataclass(frozen=True, slots=True)
class Field:
    """`names` are (language, name); `words` in a sentence speak of it. What is ordered of a
    `confidential` one is for staff alone (facts, R6.8).
    """

    code: str
    names: tuple[tuple[str, str], ...]
    words: tuple[str, ...] = ()
    confidential: bool = False

    def name(self, language: str) -> str:
        """In that language, else in the first one that there is."""
        return dict(self.names).get(language, self.names[0][1])

    def spoken_of(self, said: str) -> int:
        """How many letters of its words stand in it; `said` as `plain` makes it."""
        return sum(len(word) for word in self.words if _stands(word, said))


def _stands(word: str, said: str) -> bool:
    """A word in Latin letters stands there whole, or as a plural; Chinese has no gaps."""
    if LATIN.fullmatch(word):
        return re.search(rf"\b{re.escape(word)}s?\b", said) is not None
    return word in said


Fields = tuple[Field, ...]


def guessed(words: str, fields: Iterable[Field]) -> str:
    """The code of what these words are about; `OTHER` where none of them speaks of it."""
    said = plain(words).lower()
    best, most = OTHER, 0
    for field in fields:
        count = field.spoken_of(said)
        if count > most:
            best, most = field.code, count
    return best


def named(said: str, fields: Iterable[Field]) -> str:
    """The code that is meant by a code or by a name in any language, '' for none."""
    wanted = plain(said).lower()
    for field in fields:
        if wanted in _called(field):
            return field.code
    return ""


@lru_cache(maxsize=256)
def _called(field: Field) -> frozenset[str]:
    """Its code and its names, as a word that somebody types is compared with them."""
    names = (field.code, *(name for _, name in field.names))
    return frozenset(plain(name).lower() for name in names)


def is_confidential(code: str, fields: Iterable[Field]) -> bool:
    return any(field.confidential for field in fields if field.code == code)


def name_of(code: str, fields: Iterable[Field], language: str) -> str:
    """Its name; what the configuration has dropped goes by its code."""
    known = {field.code: field for field in fields}
    return known[code].name(language) if code in known else code


def with_own(usual: Fields, own: Iterable[Field]) -> Fields:
    """These with an office's own: one with a known code takes the place of ours."""
    found = {field.code: field for field in usual}
    found |= {field.code: field for field in own}
    return tuple(found.values())


@cache
def usual_fields() -> Fields:
    source = files("domain.matching").joinpath("fields.toml")
    rows = tomllib.loads(source.read_text("utf-8"))["fields"]
    return tuple(
        Field(
            row["code"],
            tuple(row["names"].items()),
            tuple(row.get("words", ())),
            row.get("confidential", False),
        )
        for row in rows
    )

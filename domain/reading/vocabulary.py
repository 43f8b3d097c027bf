"""All that a reading knows, made from plain tables: of the package, or an office's own."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib import resources

from domain.reading import parsing
from domain.reading.catalogue import (
    STRENGTHS,
    Catalogue,
    category,
    changed,
)
from domain.reading.linear import Weights
from domain.reading.model import Intent
from domain.reading.parsing import Plain

PACKAGE = "domain.reading"
FILES = (
    "classes",
    "clues",
    "danger",
    "categories",
    "intents",
    "care",
    "told",
    "places",
    "sounds",
)
CALLS = frozenset({"119", "110", "120"})
SECTIONS = frozenset((*FILES, "written"))
TOPIC_KEYS = frozenset(
    {
        "topic",
        "calls",
        "category",
        "patterns",
        "certain",
        "signs",
        "not_with",
        "calmed",
        "lasting",
        "private",
        "of_people",
    }
)
CARE_KEYS = (
    "urgent",
    "utility",
    "confidential",
    "secret",
    "anonymous",
    "accused",
    "wishing",
    "asking",
)


READ = (
    "how_and_what",
    "mask",
    "not",
    "feared",
    "past",
    "now",
    "again",
    "called",
    "formal",
    "habit",
    "told",
    "asked",
    "anybody",
    "wondering",
    "whatif",
    "supposed",
    "cried",
    "unhurt",
    "unhurt_me",
    "others",
    "laugh",
    "earnest",
    "staged",
    "really",
    "jested",
    "spare_end",
    "plain_place",
    "only_inside",
    "plain_person",
    "is_called",
    "on_the_edge",
    "in_water",
    "by_water",
    "en_water",
    "ended",
    "worn",
    "stands",
    "but",
    "besides",
    "beside_it",
    "beside_what",
    "thanked",
    "greeting",
    "courtesy",
    "requests",
    "done",
    "not_behind",
    "around",
)
"""Classes of words that the code itself asks for."""


@dataclass(frozen=True, slots=True)
class Topic:
    """A kind of danger. One of `patterns` is enough; of `signs` it takes two. `certain` are
    patterns that no figure of speech has: what letters say of the rest does not veto them.

    `calmed`: 人没事 ends it; `lasting`: a past time does not.
    `private`: nobody but those who help is to know. `of_people`: said of a thing it is none.
    """

    name: str
    calls: tuple[str, ...]
    category: str
    patterns: tuple[str, ...]
    certain: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()
    not_with: tuple[str, ...] = ()
    calmed: bool = False
    lasting: bool = False
    private: bool = False
    of_people: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """The tables, checked. `extended` makes another one; nothing here is changed.

    `classes` are words that patterns name, and the clues that only the weights know. `written` are
    words as they are mistyped, with what was meant, of as many letters. `told` are patterns by
    category: who says so tells of that, in confidence, and does not chat.
    """

    classes: Mapping[str, tuple[str, ...]]
    topics: tuple[Topic, ...]
    catalogue: Catalogue
    intents: Mapping[Intent, Mapping[str, tuple[str, ...]]]
    care: Mapping[str, tuple[str, ...]]
    told: Mapping[str, tuple[str, ...]]
    places: Mapping[str, tuple[str, ...]]
    sounds: tuple[str, ...]
    written: tuple[tuple[str, str], ...]
    weights: Weights

    def extended(self, categories: Iterable[Plain] = ()) -> Vocabulary:
        """With an office's categories: new ones, and changes of those that are there.

        Words are added to what a category has; every other key takes the place of the old
        value. Raises ValueError naming the key that is wrong.
        """
        known = {each.code: each for each in self.catalogue}
        for row in categories:
            code = parsing.text(row, "code", "categories")
            known[code] = changed(known[code], row) if code in known else category(row)
        return replace(self, catalogue=Catalogue(known.values()))


def topic(row: Plain) -> Topic:
    """One kind of danger from its table."""
    name = parsing.text(row, "topic", "danger")
    where = f"danger.{name}"
    parsing.check_keys(row, TOPIC_KEYS, where)
    calls = parsing.texts(row, "calls", where)
    if len(calls) != len(CALLS) or set(calls) != CALLS:
        raise ValueError(f"{where}.calls: 119, 110 and 120 in some order, not {calls}")
    return Topic(
        name=name,
        calls=calls,
        category=parsing.text(row, "category", where),
        patterns=parsing.texts(row, "patterns", where),
        certain=parsing.texts(row, "certain", where),
        signs=parsing.texts(row, "signs", where),
        not_with=parsing.texts(row, "not_with", where),
        calmed=parsing.flag(row, "calmed", where),
        lasting=parsing.flag(row, "lasting", where),
        private=parsing.flag(row, "private", where),
        of_people=parsing.flag(row, "of_people", where),
    )


def vocabulary(data: Plain, weights: Weights) -> Vocabulary:
    """From one table of all sections. Raises ValueError naming the key that is wrong."""
    parsing.check_keys(data, SECTIONS, "vocabulary")
    catalogue = Catalogue(map(category, parsing.rows(data, "categories")))
    topics = tuple(map(topic, parsing.rows(data, "danger")))
    for each in topics:
        if each.category not in catalogue:
            raise ValueError(
                f"danger.{each.name}.category: no category {each.category!r}"
            )
    care = _lists(data.get("care", {}), "care")
    parsing.check_keys(care, CARE_KEYS, "care")
    told = _lists(data.get("told", {}), "told")
    parsing.check_keys(told, frozenset(each.code for each in catalogue), "told")
    return Vocabulary(
        classes=_classes(data),
        topics=topics,
        catalogue=catalogue,
        intents=_intents(data.get("intents", {})),
        care=care,
        told=told,
        places=_lists(data.get("places", {}), "places"),
        sounds=parsing.texts(data, "sounds", "vocabulary"),
        written=tuple(map(_pair, parsing.texts(data, "written", "vocabulary"))),
        weights=weights,
    )


def _pair(text: str) -> tuple[str, str]:
    mistyped, _, meant = text.partition(" ")
    if not meant or (len(mistyped) != len(meant) and not text.isascii()):
        raise ValueError(f"written: two words of one length, not {text!r}")
    return mistyped, meant


def _lists(table: Plain, where: str) -> dict[str, tuple[str, ...]]:
    return {key: parsing.texts(table, key, where) for key in table}


def _classes(data: Plain) -> dict[str, tuple[str, ...]]:
    """The classes of words and the clues: one name means one of them."""
    classes = _lists(data.get("classes", {}), "classes")
    clues = _lists(data.get("clues", {}), "clues")
    for name in classes.keys() & clues.keys():
        raise ValueError(f"clues.{name}: a class of words has that name")
    return classes | clues


def _intents(
    table: Plain,
) -> dict[Intent, dict[str, tuple[str, ...]]]:
    found = {}
    for name in table:
        intent = parsing.choice({"intent": name}, "intent", "intents", Intent)
        parsing.check_keys(table[name], STRENGTHS, f"intents.{name}")
        found[intent] = _lists(table[name], f"intents.{name}")
    return found


def package_data(
    files: Sequence[str] = FILES,
) -> dict[str, object]:
    """The package's own tables as plain data."""
    data: dict[str, object] = {}
    for name in files:
        text = resources.files(PACKAGE).joinpath(f"{name}.toml").read_text("utf-8")
        data |= tomllib.loads(text)
    return data


@lru_cache(maxsize=1)
def default_vocabulary() -> Vocabulary:
    """The package's own: read once."""
    weights = resources.files(PACKAGE).joinpath("weights.json").read_bytes()
    return vocabulary(package_data(), Weights.read(weights))

"""Whom the words of a matter name, and how: who is complained of does not look after it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Sequence
from enum import Enum
from functools import cache, lru_cache
from importlib.resources import files
from operator import add

from domain.case import Case
from domain.offices import (
    SOMEBODY,
    by_nobody,
    holds_blamed,
    of_carer,
    plain,
    unwanted,
    wronged_by,
)
from domain.offices import blamed as by_office
from domain.people import Person
from domain.privacy import Privacy
from domain.values.pinyin import spelt

LONGEST_NAME = 4
SHORTEST = 2
"""Letters of a name: a single one stands in too many words. `Names` looks for two at a time."""

LATIN = re.compile("[a-z]+")
ENGLISH = {
    "a",
    "an",
    "be",
    "can",
    "do",
    "go",
    "he",
    "i",
    "in",
    "is",
    "long",
    "man",
    "me",
    "men",
    "no",
    "she",
    "so",
    "the",
    "to",
    "we",
    "you",
}
"""Words that are no part of a name, though they sound like one."""

CLAUSE = re.compile(r"[,，。.!！?？;；:：\n~～…]+")


class Tone(Enum):
    """How somebody is spoken of; UNSURE is neither kindly nor with blame."""

    UNNAMED = 0
    KIND = 1
    UNSURE = 2
    BLAME = 3


@lru_cache(maxsize=4096)
def _plain(name: str) -> str:
    return name.strip().casefold()


def names(words: str, name: str) -> bool:
    """Whether a name stands in the words; one in Latin letters only as a whole word."""
    said, known = words.casefold(), _plain(name)
    if len(known) < SHORTEST:
        return False
    if not known.isascii():
        return known in said or not _latin(said).isdisjoint(_sounds(known))
    return known in said and bool(
        re.search(rf"(?<![a-z0-9]){re.escape(known)}(?![a-z0-9])", said)
    )


@lru_cache(maxsize=4096)
def _sounds(name: str) -> frozenset[str]:
    """A name of two to four letters as it is written by its sound, in one word: zhangqiang."""
    short = not name.isascii() and SHORTEST <= len(name) <= LONGEST_NAME
    found = spelt(name[:1], name[1:]) if short else ()
    return frozenset(one for one in found if one.isalpha())


@lru_cache(maxsize=512)
def _latin(said: str) -> frozenset[str]:
    """Its Latin words, and as many side by side as a name may have: zhang qiang."""
    told = [one if one not in ENGLISH else "." for one in LATIN.findall(said)]
    pairs = [*map(add, told, told[1:])]
    return frozenset((*told, *pairs, *map(add, pairs, told[2:])))


def tone(words: str, name: str) -> Tone:
    """How the words speak of somebody. Blame anywhere in them counts, a kind word only in the
    clause of the name.
    """
    if not names(words, name):
        return Tone.UNNAMED
    kind, blame = _patterns()
    said = plain(words)
    if wrongs(words, name) or blame.search(said.replace(_plain(name), "")):
        return Tone.BLAME
    clauses = [one for one in CLAUSE.split(said) if names(one, name)]
    friendly = bool(clauses) and all(kind.search(one) for one in clauses)
    return Tone.KIND if friendly else Tone.UNSURE


def wrongs(
    words: str,
    name: str,
) -> bool:
    """Whether they tell of a wrong that somebody of this name did, and not of work that is late;
    or of whoever has the speaker's case, where the name is said beside it.
    """
    if not names(words, name):
        return False
    said = plain(words).replace(_plain(name), SOMEBODY)
    told = wronged_by(said) or unwanted(said) or of_carer(words)
    return told or by_nobody(words)


def accuses(words: str, name: str) -> bool:
    """Whether they plainly blame somebody of this name."""
    return tone(words, name) is Tone.BLAME


def complains_of(words: str, name: str) -> bool:
    """In doubt it does."""
    return tone(words, name) in (Tone.UNSURE, Tone.BLAME)


def named(words: str, people: Iterable[Person], filer: int) -> list[Person]:
    """Those of the people of whom the words complain, but for who wrote them."""
    there = (one for one in people if names(words, one.name))
    return [one for one in there if one.id != filer and complains_of(words, one.name)]


def concerned(person: Person, case: Case) -> bool:
    """Whether a confidential case may be about this person, who did not file it, or about a shop
    of theirs.
    """
    return tied(person, case) or blamed(person, case)


def blamed(person: Person, case: Case) -> bool:
    """Whether it complains of them, by name or by the office that they hold there."""
    named = complains_of(case.words, person.name)
    return _of_others(person, case) and (
        named or holds_blamed(case.words, person, case.area)
    )


def accused(person: Person, case: Case) -> bool:
    """Whether it plainly blames them, whoever may read it: one that was filed elsewhere may."""
    return person.id != case.filer_id and blames(case.words, person, case.area)


def blames(
    words: str,
    person: Person,
    area: str,
) -> bool:
    """Whether the words plainly blame them, by name or by the office that they hold there."""
    return accuses(words, person.name) or holds_blamed(words, person, area)


def blaming(words: str, people: Iterable[Person], area: str) -> list[Person]:
    """Those whom they plainly blame. Of hundreds hardly one is named at all."""
    said, offices = words.casefold(), bool(by_office(words))
    meant = (one for one in people if offices or _plain(one.name) in said)
    return [one for one in meant if blames(words, one, area)]


class Names:
    """Many names, of which hardly any words hold one: how they begin is looked for first."""

    def __init__(self, names: Iterable[str]) -> None:
        known = {_plain(name): name for name in names}
        self._known = {one: known[one] for one in known if len(one) >= SHORTEST}
        self._beginnings = frozenset(one[:SHORTEST] for one in self._known)
        self._sounds = {
            sound: name for one, name in self._known.items() for sound in _sounds(one)
        }

    def within(self, words: str) -> list[str]:
        """Those whose letters, or whose sound, stand in the words."""
        said = words.casefold()
        sounds = self._sounds
        spelt_out = [sounds[one] for one in _latin(said) if one in sounds]
        if self._beginnings.isdisjoint(map(add, said, said[1:])):
            return spelt_out
        written = [name for one, name in self._known.items() if one in said]
        return list(dict.fromkeys((*written, *spelt_out)))


def any_named(
    words: str,
    names: Names,
    told: Callable[[str, str], bool],
) -> bool:
    """Whether something is told of one of these names: `wrongs` or `accuses`."""
    return any(told(words, one) for one in names.within(words))


def without(words: str, name: str) -> str:
    """The words without that name, as it is written or as it sounds: zhang qiang."""
    known = _plain(name)
    said = words.casefold().replace(known, " ")
    for sound in sorted(_sounds(known), key=len, reverse=True):
        said = re.sub(rf"(?<![a-z]){' ?'.join(sound)}(?![a-z])", " ", said)
    return " ".join(said.split())


def tied(person: Person, case: Case) -> bool:
    """Whether it comes from where a shop is that they are tied to: a report about a shop seldom
    names it as its sign does.
    """
    return case.area in person.shops and _of_others(person, case)


def _of_others(person: Person, case: Case) -> bool:
    return case.privacy is Privacy.CONFIDENTIAL and person.id != case.filer_id


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What is kind, what blames."""
    text = (files("domain") / "named.toml").read_text("utf-8")
    rows = tomllib.loads(text)
    return _any_of(rows["kind"]), _any_of(rows["blame"])


def _any_of(patterns: Sequence[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{one})" for one in patterns))

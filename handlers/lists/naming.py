"""What the words of a list may name: categories, areas, people, or only what a case says."""

from __future__ import annotations

from dataclasses import replace

from domain.kinds import Kind
from domain.wanted import Wanted, Word
from handlers.casework.called import called
from handlers.dialog.turn import Turn
from handlers.lists import days, denied
from handlers.lists.kept import Listing

EITHER = "/"
"""Between words of which either will do, as they are kept and shown."""
SHORTEST = 3
"""Letters of an English word that may name a category in part."""


def wanted(turn: Turn, listing: Listing) -> Wanted:
    """What the list shows, with all that its words may name."""
    below = turn.unit.directory.below(listing.areas)
    looked_for = tuple(_word(turn, one) for one in listing.words)
    return Wanted(
        only=frozenset(listing.only),
        kinds=frozenset(map(Kind, listing.kinds)),
        category=listing.category,
        areas=frozenset({*below, *listing.areas}),
        words=looked_for,
        due=days.due(turn, listing),
        filed=days.filed(turn, listing),
    )


def _word(turn: Turn, said: str) -> Word:
    without = denied.what(said)
    if without:
        return replace(_any_of(turn, without), denied=True)
    return _any_of(turn, said)


def _any_of(turn: Turn, said: str) -> Word:
    first, *others = [one_word(turn, one) for one in said.split(EITHER) if one] or [
        Word(said)
    ]
    return replace(first, others=tuple(others))


def one_word(turn: Turn, said: str) -> Word:
    """A word, with the categories, areas and people that it may name."""
    text = said.lower()
    directory = turn.unit.directory
    categories = [
        category.code
        for category in turn.setup.catalogue
        if category.code == text
        or any(_part(text, name.lower()) for _, name in category.names)
    ]
    people = [
        person.id for person in directory.staff.values() if person.name.lower() == text
    ]
    there = directory.below(areas(turn, said, whole=False))
    return Word(
        _searched(text),
        frozenset(categories),
        frozenset(there),
        frozenset(people),
    )


def _searched(text: str) -> str:
    """What stands in a case: of lamps also lamp."""
    several = text.isascii() and text.endswith("s") and not text.endswith("ss")
    return text[:-1] if several and len(text) > SHORTEST + 1 else text


def _part(text: str, name: str) -> bool:
    """Of an English name it is the beginning of a word: "tree" is no part of a street. A street
    light is a streetlight too, and several are streetlights.
    """
    if not text.isascii():
        return text in name
    one = text.removesuffix("s")
    forms = [said for said in (text, one) if len(said) >= SHORTEST]
    joined = name.replace(" ", "")
    return any(f" {said}" in f" {name}" or joined.startswith(said) for said in forms)


def areas(turn: Turn, said: str, *, whole: bool) -> tuple[str, ...]:
    """The areas and offices called so, one's own before others; `whole` names speak of nothing
    else: 「体育场网格」 does, 「体育场」 may be any place there.
    """
    directory = turn.unit.directory
    found = called(directory, said, whole=whole)
    own = directory.below(grant.area for grant in turn.person.grants)
    mine = [code for code in found if code in own]
    return tuple(mine or found)

"""What was typed after /queue: names of filters and areas; all else is looked for."""

from __future__ import annotations

import re
from dataclasses import replace

from domain.kinds import Kind
from domain.values.number import case_number
from domain.values.text import plain
from domain.wanted import (
    FILED_TODAY,
    FILED_YESTERDAY,
    LATE,
    MINE,
    NEW,
    RED,
    SOON,
    SUPERVISED,
    TODAY,
    TOMORROW,
    UNASSIGNED,
    URGENT,
    WEEK,
    YELLOW,
    Wanted,
    Word,
)
from handlers.casework.called import LONGEST_NAME, called
from handlers.dialog.turn import Turn
from handlers.lists import days, denied
from handlers.lists.kept import Listing
from handlers.texts.words import words

APART = re.compile(r"[\s,，、;；+]+")
EITHER = "/"
"""Between words of which either will do, as they are kept and shown."""
OR_ELSE = "words-or-else"
MOST_PIECES = 12
LONGEST_PIECE = 40
SHORTEST = 3
"""Letters of an English word that may name a category in part."""
NAMES = {
    MINE: "words-mine",
    LATE: "words-late",
    UNASSIGNED: "words-unassigned",
    URGENT: "words-urgent",
    TODAY: "words-due-today",
    SOON: "words-due-soon",
    TOMORROW: "words-due-tomorrow",
    WEEK: "words-due-week",
    NEW: "words-new",
    SUPERVISED: "words-supervised",
    YELLOW: "words-yellow-card",
    RED: "words-red-card",
    FILED_TODAY: "words-filed-today",
    FILED_YESTERDAY: "words-filed-yesterday",
}


KINDS = {
    Kind.HAZARD.value: "words-hazard",
    Kind.HELP.value: "words-help",
    Kind.WISH.value: "words-wish",
}


def narrowed(turn: Turn, listing: Listing, said: str) -> Listing:
    """The list with what these words ask for beside."""
    pieces = [piece for piece in APART.split(plain(said)) if piece]
    pieces = [piece[:LONGEST_PIECE] for piece in pieces[:MOST_PIECES]]
    while pieces:
        listing, pieces = _taken(turn, listing, pieces)
    return listing


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
        filed=days.filed(turn, listing.only),
    )


# --- what a piece is ---


def _taken(
    turn: Turn,
    listing: Listing,
    pieces: list[str],
) -> tuple[Listing, list[str]]:
    """The longest beginning that is a name; else the first piece is a word to look for."""
    named = _beginning(turn, listing, pieces)
    if named is not None:
        return named
    first, signs = pieces[0], words(OR_ELSE)
    parts = _apart(turn, listing, first)
    if len(parts) > 1:
        return listing, [*parts, *pieces[1:]]
    if first.lower() in signs and len(pieces) > 1:
        return listing, pieces[1:]
    if denied.begins(first) and len(pieces) > 1:
        return listing, [f"{first} {pieces[1]}", *pieces[2:]]
    joined = len(pieces) > 2 and pieces[1].lower() in signs
    if joined and _beginning(turn, listing, pieces[2:]) is None:
        return listing, [EITHER.join((first, pieces[2])), *pieces[3:]]
    word = case_number(first) or _either(turn, first)
    looked_for = dict.fromkeys((*listing.words, word))
    return replace(listing, words=tuple(looked_for)), pieces[1:]


def _beginning(
    turn: Turn, listing: Listing, pieces: list[str]
) -> tuple[Listing, list[str]] | None:
    for count in range(min(len(pieces), LONGEST_NAME), 0, -1):
        named = _named(turn, listing, " ".join(pieces[:count]))
        if named is not None:
            return named, pieces[count:]
    return None


def _apart(turn: Turn, listing: Listing, piece: str) -> list[str]:
    """G01/G02 and 求助或心愿 as both names; other words stay together."""
    parts = [one for one in piece.split(EITHER) if one]
    if any(_named(turn, listing, one) for one in parts):
        return parts
    for sign in words(OR_ELSE):
        both = [one for one in piece.split(sign) if one]
        if all(_named(turn, listing, one) for one in both):
            return both
    return [piece]


def _named(
    turn: Turn,
    listing: Listing,
    piece: str,
) -> Listing | None:
    for name, key in NAMES.items():
        if piece.lower() in words(key):
            only = dict.fromkeys((*listing.only, name))
            return replace(listing, only=tuple(only))
    for kind, key in KINDS.items():
        if piece.lower() in words(key):
            kinds = dict.fromkeys((*listing.kinds, kind))
            return replace(listing, kinds=tuple(kinds))
    if piece.lower() in words("words-all"):
        return listing
    due = days.told(turn, piece.lower())
    if due:
        return replace(listing, due=due)
    areas = _areas(turn, piece, whole=True)
    if areas:
        both = dict.fromkeys((*listing.areas, *areas))
        return replace(listing, areas=tuple(both))
    return None


def _either(turn: Turn, piece: str) -> str:
    """垃圾和路灯 as 垃圾/路灯, where each of them names something; else as it is."""
    for sign in words(OR_ELSE):
        parts = [one for one in piece.split(sign) if one]
        told = [_one(turn, one) for one in parts if len(one) > 1]
        names = all(one.categories or one.people for one in told)
        if told and len(told) == len(parts) and names:
            return EITHER.join(parts)
    return piece


# --- what a word may name ---


def _word(turn: Turn, said: str) -> Word:
    without = denied.what(said)
    if without:
        return replace(_any_of(turn, without), denied=True)
    return _any_of(turn, said)


def _any_of(turn: Turn, said: str) -> Word:
    first, *others = [_one(turn, one) for one in said.split(EITHER) if one] or [
        Word(said)
    ]
    return replace(first, others=tuple(others))


def _one(turn: Turn, said: str) -> Word:
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
    areas = directory.below(_areas(turn, said, whole=False))
    return Word(
        _searched(text),
        frozenset(categories),
        frozenset(areas),
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


def _areas(turn: Turn, said: str, *, whole: bool) -> tuple[str, ...]:
    """The areas and offices called so, one's own before others; `whole` names speak of nothing
    else: 「体育场网格」 does, 「体育场」 may be any place there.
    """
    directory = turn.unit.directory
    found = called(directory, said, whole=whole)
    own = directory.below(grant.area for grant in turn.person.grants)
    mine = [code for code in found if code in own]
    return tuple(mine or found)

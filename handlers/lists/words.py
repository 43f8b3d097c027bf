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
)
from handlers.casework.called import LONGEST_NAME
from handlers.dialog.turn import Turn
from handlers.lists import days, denied, filed_days, together_written
from handlers.lists.kept import Listing
from handlers.lists.naming import EITHER, areas, one_word
from handlers.texts.words import words

APART = re.compile(r"[\s,，、;；+]+")
OR_ELSE = "words-or-else"
MOST_PIECES = 12
MOST_TOGETHER = max(LONGEST_NAME, 7)
"""Words of one name: "been waiting for more than three days" (ours)."""
LONGEST_PIECE = 40
NONE = Listing(0)
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
    for count in range(min(len(pieces), MOST_TOGETHER), 0, -1):
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
    together = together_written.apart(turn, piece, lambda one: _named(turn, NONE, one))
    return together or [piece]


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
    filed = filed_days.told(turn, piece.lower())
    if filed:
        return replace(listing, filed=filed)
    there = areas(turn, piece, whole=True)
    if there:
        both = dict.fromkeys((*listing.areas, *there))
        return replace(listing, areas=tuple(both))
    return None


def _either(turn: Turn, piece: str) -> str:
    """垃圾和路灯 as 垃圾/路灯, where each of them names something; else as it is."""
    for sign in words(OR_ELSE):
        parts = [one for one in piece.split(sign) if one]
        told = [one_word(turn, one) for one in parts if len(one) > 1]
        names = all(one.categories or one.people for one in told)
        if told and len(told) == len(parts) and names:
            return EITHER.join(parts)
    return piece

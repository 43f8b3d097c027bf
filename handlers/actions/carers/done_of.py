"""Of which cases words tell that say that something is done."""

from __future__ import annotations

from collections.abc import Sequence

from domain.case import Case
from domain.things import things
from domain.told_of import names, told_of
from domain.values.number import number_within
from domain.values.numbers_said import leading
from handlers.actions.carers.serials import among
from handlers.dialog.fixed import bare
from handlers.dialog.turn import Turn
from handlers.filing.hearing import read_text
from handlers.texts.words import anywhere, plain

A_GUESS = 0.1
"""Below this no category is named: any words are a little like one (ours)."""


def meant(turn: Turn, cases: Sequence[Case]) -> tuple[Case, ...]:
    """Those that are told of, by their number or by what is named."""
    said = turn.event.text
    found = among(turn, cases, said)
    if found or _numbered(said):
        return found
    reading = read_text(turn, bare(said))
    told = told_of(cases, said, reading)
    if not things(said):
        return told
    # a thing is named: what only may be alike is none of it
    sure = [one for one in told if names(one, said) or one.category == reading.category]
    return tuple(sure)


def names_something(turn: Turn) -> bool:
    said = turn.event.text
    reading = read_text(turn, bare(said))
    guessed = reading.category if reading.sure >= A_GUESS else ""
    return bool(things(said) or guessed) or _numbered(said)


def saved(turn: Turn) -> bool:
    """Whether somebody is out of danger: 救上来了."""
    said = plain(turn.event.text)
    return anywhere("words-saved").search(said) is not None


def _numbered(said: str) -> bool:
    return number_within(said) is not None or bool(leading(said.strip()).numbers)

"""The words that may stand after /stats, in every language, and what each of them means."""

from __future__ import annotations

from functools import cache

from domain.kinds import Kind
from domain.reading.catalogue import Category
from handlers.casework.called import one_of
from handlers.dialog.turn import Turn
from handlers.texts.words import words

GROUPS = ("area", "category", "kind", "office")
"""What the lines may be by."""

COUNTING = ("days", "weeks", "months", "years")
WORDS = {
    "today": "stats-words-today",
    "yesterday": "stats-words-yesterday",
    "week": "stats-words-week",
    "last-week": "stats-words-last-week",
    "month": "stats-words-month",
    "last-month": "stats-words-last-month",
    "year": "stats-words-year",
    "last-year": "stats-words-last-year",
    "area": "stats-words-area",
    "category": "stats-words-category",
    "kind": "stats-words-kind",
    "office": "stats-words-office",
    "chart": "stats-words-chart",
    "stations": "stats-words-stations",
    "joining": "stats-words-joining",
    "filler": "stats-words-filler",
    "days": "stats-words-days",
    "weeks": "stats-words-weeks",
    "months": "stats-words-months",
    "years": "stats-words-years",
}


@cache
def spoken(what: str) -> frozenset[str]:
    """The words for it; its name, as buttons say it, is one of them."""
    return words(WORDS[what]) | {what}


@cache
def counting() -> frozenset[str]:
    """The words that may follow a number."""
    return frozenset().union(*(words(WORDS[what]) for what in COUNTING))


@cache
def _before() -> list[str]:
    """What may stand before a number or fill a sentence, the longest first."""
    return sorted(
        spoken("joining") | spoken("filler"),
        key=len,
        reverse=True,
    )


def bare(token: str) -> str:
    """The token without a 'last' or the like before it."""
    for word in _before():
        token = token.removeprefix(word)
    return token


def group(token: str) -> str:
    """What the lines should be by; '' for what names none."""
    return next(
        (name for name in GROUPS if token in spoken(name)),
        "",
    )


def subject(turn: Turn, token: str) -> str:
    """A kind or a category by its code or its name; '' for what is neither."""
    for kind in Kind:
        if token == kind or token in words(f"kind-{kind}"):
            return kind.value
    catalogue = turn.setup.catalogue
    if token in catalogue:
        return token
    return next((one.code for one in catalogue if token in _said(one)), "")


def _said(category: Category) -> set[str]:
    """Its name in any language, without spaces, and the name's words."""
    names = [name.lower() for _, name in category.names]
    return {word for name in names for word in (name.replace(" ", ""), *name.split())}


def area(turn: Turn, token: str) -> str:
    """An area or an office by its code or its name; '' for what is none, or may be several."""
    directory = turn.unit.directory
    own = directory.below(grant.area for grant in turn.person.grants)
    theirs = one_of(directory, token, own)
    return theirs or one_of(directory, token, directory.areas)

"""Which words stand for a card's buttons: their labels in every language, and plain ones."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

from handlers.actions.row import Row
from handlers.actions.table import ACTS, COMMANDS
from handlers.casework.cards.card_buttons import LAYOUT
from handlers.texts.sentences import LANGUAGES, label
from handlers.texts.words import words

PLAIN = {
    "accept": "words-take-it",
    "resolve": "words-done",
    "hand_on": "words-hand-on",
    "extend": "words-extend",
    "hold": "words-put-off",
    "note": "words-note-it",
    "return": "words-send-back",
    "reject": "words-not-taken",
}
"""By act, the words that are said for its label."""
CLOSING = ("resolve", "words-close-case")
"""The same of words that stand before no others."""
SHORT = {
    "ask": "words-ask-short",
    "tell": "words-tell-short",
    "resolve": "words-close-short",
}
"""The same of words that count only right before a number: 问2号几楼."""
BEHIND = ("hold", "extend")
"""Acts of the second page whose words may stand behind their label without a number."""
NAME = "whom"
"""What an act wants for which somebody is named."""
DECORATED = re.compile(r"^\W+|\W+$")


@cache
def labels() -> dict[str, str]:
    """What the buttons of a card say, in every language, with the act of each."""
    return _labelled({one for rows in LAYOUT.values() for row in rows for one in row})


def _labelled(names: Iterable[str]) -> dict[str, str]:
    return {
        undecorated(language, name).casefold(): name
        for language in LANGUAGES
        for name in names
    }


def undecorated(language: str, name: str) -> str:
    """What the button of an act says, without its sign."""
    return re.sub(DECORATED, "", label(language, key_of(name)))


def key_of(name: str) -> str:
    return "button-more-acts" if name == "more" else f"button-{name.replace('_', '-')}"


@cache
def spoken() -> dict[str, str]:
    """What may stand before words: labels of acts that need nothing else, or somebody's name."""
    rows = {said: ACTS.get(name) for said, name in labels().items()}
    able = {said: labels()[said] for said, row in rows.items() if row and _leads(row)}
    known = _plain().items()
    plain = {said: name for said, name in known if _leads(ACTS[name]) or name in BEHIND}
    return _longest_first(plain | able | _labelled(BEHIND))


def _leads(row: Row) -> bool:
    return row.wants == NAME or (row.words and not row.wants)


@cache
def labels_of_staff() -> dict[str, str]:
    return _longest_first(_plain() | _labelled(_staff()))


@cache
def typed_by_staff() -> dict[str, str]:
    """Their labels, and the names of their commands."""
    commands = {said: name for said, name in COMMANDS.items() if name in _staff()}
    short = {word: name for name, key in SHORT.items() for word in words(key)}
    closing = dict.fromkeys(words(CLOSING[1]), CLOSING[0])
    approve = dict.fromkeys(words("words-approve"), "approve")
    return _longest_first(beside_numbers() | commands | short | closing | approve)


@cache
def beside_numbers() -> dict[str, str]:
    """The same, and what alone may be of anything: 撤销, "to Zhang"."""
    undo = dict.fromkeys(words("words-undo") | words("words-open-again"), "undo")
    hand_on = dict.fromkeys(words("words-hand-on-beside"), "hand_on")
    split = dict.fromkeys(words("words-split"), "split")
    return _longest_first(labels_of_staff() | undo | hand_on | split)


def _longest_first(known: Mapping[str, str]) -> dict[str, str]:
    return {word: known[word] for word in sorted(known, key=len, reverse=True)}


def _staff() -> set[str]:
    return {name for name, row in ACTS.items() if row.roles}


def _plain() -> dict[str, str]:
    asking = dict.fromkeys(words("words-ask-filer"), "ask")
    asking |= dict.fromkeys(words("words-tell-filer"), "tell")
    return asking | {word: name for name, key in PLAIN.items() for word in words(key)}


@cache
def to_filer() -> frozenset[str]:
    """What leads words for its filer, glued to them: 问他哪个门, 告诉他明天修."""
    found = words("words-ask-filer") | words("words-tell-filer")
    return frozenset(one for one in found if not one.isascii())

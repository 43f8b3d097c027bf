"""What somebody types in place of a card's button: its label in any language, or plain words for
it, alone or with what there is to say.
"""

from __future__ import annotations

import re
from functools import cache

from domain.offers import ICONS
from domain.values.number import case_number
from handlers.actions.serials import before
from handlers.actions.table import ACTS
from handlers.casework.card_buttons import LAYOUT
from handlers.texts.sentences import LANGUAGES, label
from handlers.texts.words import AFTER, only, words

ENDS = "。.！!？?… "
PLAIN = {"resolve": "words-done"}
"""By act, the words that are said for its label."""


@cache
def labels() -> dict[str, str]:
    """What the buttons of a card say, in every language, with the act of each."""
    names = {name for rows in LAYOUT.values() for row in rows for name in row}
    return {
        label(language, _key(name)).strip(ICONS).rstrip(ENDS).casefold(): name
        for language in LANGUAGES
        for name in names
    }


def _key(name: str) -> str:
    return "button-more-acts" if name == "more" else f"button-{name.replace('_', '-')}"


def act_in(text: str) -> tuple[str, str]:
    """The act whose label this is, and the words that stand after it where the act needs some; two
    times '' for none.
    """
    said = text.strip()
    bare = said.rstrip(ENDS).casefold()
    if labels().get(bare) in ACTS:
        return labels()[bare], ""
    for name, key in PLAIN.items():
        if only(key, said, "words-polite") and not only("words-polite", said):
            return name, ""
    led = _leading().match(said.casefold())
    if led is None or not said[led.end() :].strip():
        return "", ""
    return _spoken()[led["word"]], said[led.end() :].strip()


def of_number(text: str) -> tuple[str, str, str]:
    """The number of the case that stands before or after it, or its bare serial, '' for none; the
    act and its words.
    """
    first, _, rest = text.strip().partition(" ")
    number = case_number(first) or ""
    if not number:
        number, rest = before(text)
    name, said = act_in(rest if number else text)
    behind = case_number(said) or _serial(said)
    return (behind, name, "") if behind else (number, name, said)


def _serial(said: str) -> str:
    serial, rest = before(said)
    return "" if rest else serial


@cache
def _leading() -> re.Pattern[str]:
    longest_first = sorted(_spoken(), key=len, reverse=True)
    said = "|".join(map(re.escape, longest_first))
    return re.compile(rf"(?P<word>{said}){AFTER}+")


@cache
def _spoken() -> dict[str, str]:
    """What may stand before words: labels of acts that need nothing else than words."""
    found = {word: name for name, key in PLAIN.items() for word in words(key)}
    for said, name in labels().items():
        row = ACTS.get(name)
        if row is not None and row.words and not row.wants:
            found[said] = name
    return found

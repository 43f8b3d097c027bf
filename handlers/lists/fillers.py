"""What staff say around the name of what a list shall show: it only asks."""

from __future__ import annotations

import re
from functools import cache

from handlers.texts.words import AFTER, anywhere, one_of, words

CARDS = "words-supervised", "words-yellow-card", "words-red-card"
SIGNS = " 。.！!？?…~～,，、"


def name_in(said: str) -> str:
    """Without what only asks: 井盖有哪些, 待办 井盖 and 井盖的先办 are 井盖. Of 我手上路灯 it is
    我手上 路灯.
    """
    name, before = _led().sub("", said.strip(SIGNS), count=1), ""
    while name != before:
        before = name
        for filler in _fillers():
            name = name.removeprefix(filler).removesuffix(filler).strip(SIGNS)
    name = _mine().sub(r"\g<0> ", name, count=1)
    name = _card_behind().sub(r" \g<0>", name)
    return anywhere("words-list-between").sub(" ", name).strip(SIGNS)


@cache
def _mine() -> re.Pattern[str]:
    """What is written together with what somebody carries."""
    first = one_of("words-mine", *CARDS)
    return re.compile(rf"^{first}(?=[^\x00-\x7f])", re.IGNORECASE)


@cache
def _card_behind() -> re.Pattern[str]:
    """路灯黄牌."""
    return re.compile(rf"(?<=[^\x00-\x7f\s]){one_of(*CARDS)}$")


@cache
def _led() -> re.Pattern[str]:
    """What asks for a list, before the name of what shall be on it."""
    led = "|".join(one_of(key) for key in ("words-my-work", "words-open-work"))
    return re.compile(rf"^(?:{led}){AFTER}+", re.IGNORECASE)


@cache
def _fillers() -> list[str]:
    """The longest first; in English with the space beside it."""
    every = words("words-list-filler") | words("words-list-whose")
    every |= words("words-list-first")
    every |= words("words-press-on") | words("words-list-press")
    found = sorted(every, key=len, reverse=True)
    latin = [one for one in found if one.isascii()]
    spaced = [form for one in latin for form in (f"{one} ", f"{one},", f" {one}")]
    return spaced + [one for one in found if not one.isascii()]

"""Which act words name: the label of a card's button in any language, or plain words for it, alone
or with what there is to say behind them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from domain.values.numbers_said import leading
from domain.values.span import span
from handlers.actions.card_labels import (
    CLOSING,
    NAME,
    PLAIN,
    labels,
    labels_of_staff,
    spoken,
    to_filer,
)
from handlers.actions.given_days import given_days
from handlers.actions.table import ACTS
from handlers.texts.words import AFTER, anywhere, asks, only, plain

ENDS = "。.！!？?… "
DAYS = ("day", "more_days")
"""What is named right behind the act: 延期两天."""
SIGN = re.compile(AFTER)
LONGEST = 40
"""Letters in which it is said how much more time is wanted (ours)."""


def act_of_staff(text: str) -> tuple[str, str]:
    """As `act_in`, any act that staff do, as beside a number. What goes to themselves is taken."""
    name, words = act_in(text, labels_of_staff())
    mine = name and ACTS[name].wants == NAME and only("words-me", words, "words-polite")
    return ("accept", "") if mine else (name, words)


def act_in(
    text: str,
    known: Mapping[str, str] | None = None,
) -> tuple[str, str]:
    """The act whose label this is, and the words that stand after it where the act needs some; two
    times '' for none. Beside a number what is `known` may be any act, and the number its words.
    """
    said = text.strip()
    name = (known or labels()).get(said.rstrip(ENDS).casefold(), "")
    if name in ACTS:
        return name, ""
    for name, key in (*PLAIN.items(), CLOSING):
        if asks(key, said, "words-polite", "words-nod", "words-this"):
            return name, ""
    given = given_days(said)
    if given.days:
        return "extend", given.days
    found = _led(said, known or spoken())
    return found if found[0] else _by_days(said)


def _by_days(said: str) -> tuple[str, str]:
    """More time, of which nothing but how much is said, or why behind it: 延两天, "two more days",
    延三天 等灯泡.
    """
    head, sign, why = _reason(plain(said))
    left, more = anywhere("words-more-days").subn(" ", head)
    left = " ".join(left.split())
    if not (more and span(left)):
        return "", ""
    return "extend", f"{left}{sign}{why}"


def _reason(said: str) -> tuple[str, str, str]:
    """What comes before the first sign behind a length of time, the sign, and what is behind."""
    for sign in SIGN.finditer(said[:LONGEST]):
        head, why = said[: sign.start()], said[sign.end() :].strip()
        long = span(" ".join(anywhere("words-more-days").sub(" ", head).split()))
        if long and why and not span(why):
            return head, " ", why
    return said, "", ""


def _led(said: str, known: Mapping[str, str]) -> tuple[str, str]:
    """The act whose words stand before others, and those; the longest that fits is the first
    that is `known`. A name may be glued to them: 转给张强.
    """
    plain = said.casefold()
    for word in known:
        if not plain.startswith(word):
            continue
        rest = said[len(word) :]
        name = ACTS[known[word]].wants == NAME
        glued = name or ACTS[known[word]].wants in DAYS or word in to_filer()
        glued = glued and not (word[-1].isascii() and rest[:1].isascii())
        if SIGN.match(rest) or leading(rest).numbers or glued:
            rest = re.sub(f"^{AFTER}+", "", rest).strip()
            if name:  # what is said behind it is no part of it
                rest = re.sub(f"{AFTER}+", " ", rest, count=1)
            return (known[word], rest) if rest else ("", "")
    return "", ""

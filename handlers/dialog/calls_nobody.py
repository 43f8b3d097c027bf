"""What sounds like a cry, or like advertising, and is neither: somebody else is hurried, it is
asked until when, or to be forgotten; what was said before was said in jest; here is my number.
"""

from __future__ import annotations

import re

from domain.values.phone import WRITTEN
from domain.values.text import letters
from handlers.dialog.verdict import SIGN
from handlers.texts.asking import questioned
from handlers.texts.words import anywhere, asks, plain

LONGEST = 40
"""Letters: whoever says more says more than that (ours)."""
HURRYING = ("words-tell-to", "words-nudge-fill", "words-polite")
"""What stands beside 快点 where somebody else is meant to hurry."""


def hurries_on(said: str) -> bool:
    """Whether somebody else is told to be quick, and nothing more is said."""
    keys = ("words-hurry", *HURRYING)
    return asks("words-hurry", said, *HURRYING) and asks("words-tell-to", said, *keys)


def erases(said: str) -> bool:
    """Whether a clause says to erase what is known of them, in whatever order: 把我的信息删了."""
    beside = ("words-erase", "words-beside-erase", "words-polite")
    return any(
        anywhere("words-erase").search(plain(clause)) is not None
        and asks("words-my-data", clause, *beside)
        for clause in (said, *re.split(SIGN, said))
    )


def gives_number(said: str) -> bool:
    """Whether a telephone number is said, and no more than that it is one's own."""
    rest, numbers = WRITTEN.subn(" ", plain(said))
    return numbers == 1 and asks("words-my-number", rest, "words-polite")


def beside_no_call(said: str) -> str | None:
    """What else is said by who wants no call, as in "dont call me, im riding"; None for others."""
    rest, count = anywhere("words-no-calls").subn(" ", plain(said))
    return rest if count else None


def until_when(said: str) -> bool:
    """Whether it is asked how long somebody has for it."""
    soon = asks("words-due-soon", said, "words-mine", "words-list-filler")
    return soon or asks(
        "words-until-when", said, "words-until-when-fill", "words-polite"
    )


def in_jest(said: str) -> bool:
    """Whether what was sent before was no earnest, a slip, or for somebody else, and no more is
    said: 开玩笑的, "wrong chat, sorry"; 不是开玩笑 says that it was one.
    """
    if letters(said) > LONGEST:
        return False
    beside = ("words-in-jest-fill", "words-sorry", "words-polite")
    return asks("words-in-jest", said, *beside) and not questioned(said)

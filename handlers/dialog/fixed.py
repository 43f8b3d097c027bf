"""Whether words tell that something is all right again: 灯修好了, "it works again"."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from domain.values.text import letters
from handlers.texts.asking import questioned
from handlers.texts.words import MANY_ASKED, anywhere, asks, plain, words

BACK_ON_A_DAY = re.compile(r"\bback on (?=mon|tue|wed|thu|fri|sat|sun|the\b|[0-9])")
"""Somebody comes back then, and no light is."""
LONGEST = 60
"""Letters: whoever says more tells more (ours)."""


def tells_fixed(text: str) -> bool:
    """Whether they tell that, and do not ask for it, deny it or want it."""
    return anywhere("words-fixed").search(_told(text)) is not None


def carried_out(text: str) -> bool:
    """Whether somebody who looks after a case tells that of it: 已清理, "he is out of the water".
    What was done once and is there again is none.
    """
    said = _told(text)
    if anywhere("words-once-more").search(anywhere("words-fixed").sub(" ", said)):
        return False
    over = asks("words-over", text, "words-polite")
    return over or any(sign.search(said) for sign in (_did(), *_ended()))


def did(text: str) -> bool:
    """Whether they tell what somebody did there, and may still mean a part of it: 垃圾清了."""
    said = _told(text)
    again = anywhere("words-once-more").search(said)
    return again is None and anywhere("words-did-so").search(said) is not None


@lru_cache(maxsize=MANY_ASKED)
def _told(text: str) -> str:
    """What is told; '' where something is asked for, denied or wanted."""
    said = BACK_ON_A_DAY.sub(" ", anywhere("words-cancel").sub(" ", plain(text)))
    for beside in ("words-sorry", "words-somebody-else"):
        said = anywhere(beside).sub(" ", said)
    asks = questioned(said)
    wants = anywhere("words-unfixed").search(said) or _denied().search(plain(text))
    return "" if asks or wants or letters(said) > LONGEST else said


@cache
def _denied() -> re.Pattern[str]:
    """没办好, 不要办好了: with a no before what is done."""
    no, ended = _any("words-denying"), "|".join(one.pattern for one in _ended())
    return re.compile(rf"{no}\s*(?:{ended})")


def _ended() -> tuple[re.Pattern[str], ...]:
    return anywhere("words-fixed"), anywhere("words-rescued")


@cache
def _did() -> re.Pattern[str]:
    """已清理, 清完, 已清: what was done, with the word before it or behind it that says so."""
    whole, short = _any("words-did"), _any("words-did-short")
    before, after = _any("words-did-before"), _any("words-did-after")
    no = "".join(words("words-did-not"))
    behind = rf"(?<![{no}])(?:{whole}|{short}){after}"
    alone = rf"{before}{short}(?=\W|$)"
    return re.compile(f"{before}{whole}|{behind}|{alone}")


def was_done(text: str) -> bool:
    """Whether they tell that somebody did something there: 补了, "they filled it"; it may not be
    right for all that.
    """
    said = plain(text)
    return any(sign.search(said) for sign in (_did(), anywhere("words-was-done")))


def closes(text: str) -> bool:
    """Whether they say that nobody has to see to it any more."""
    said = plain(text)
    return letters(said) <= LONGEST and anywhere("words-close").search(said) is not None


def bare(text: str) -> str:
    """What else is said; '' where that is only of whom: "he is"."""
    left = anywhere("words-cancel").sub(" ", plain(text))
    for sign in (_did(), *_ended()):
        left = sign.sub(" ", left)
    more = anywhere("words-somebody").sub(" ", left)
    return left if any(letter.isalnum() for letter in more) else ""


def _any(key: str) -> str:
    return f"(?:{anywhere(key).pattern})"

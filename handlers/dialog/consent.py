"""Yes and no while something is open: what is consent, what says nothing but "never mind"."""

from __future__ import annotations

import re
import unicodedata

from handlers.dialog.calls_nobody import in_jest
from handlers.dialog.denied import keeps, waits_to_send
from handlers.dialog.verdict import SIGN
from handlers.texts.asking import questioned
from handlers.texts.words import anywhere, asks, only, plain, words

SAYS_MORE = 2
"""Letters beside "never mind": from here on it is a change of mind (ours)."""

NO_SIGN = ("Sk", "Mn", "Cf", "Zs", "Cc")
"""What colours a sign or stands between two (Unicode, "General Category")."""

IT_IS = ("words-it-is", "words-consent", "words-undecided")
IT_IS_NOT = ("words-it-is-not", "words-none-of-them", "words-no")
EITHER = ("words-whichever", "words-no-idea")
BESIDE = ("words-sorry", "words-hurry", "words-polite")
"""What may stand beside these and is none of them: 快点 alone says neither yes nor no."""

BETWEEN = re.compile(r"(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])")


def consents(text: str) -> bool:
    """Whether it says yes, or "send it", and nothing else: in words, or by a thumb. A number is no
    consent.
    """
    yes = _nods(text) or only("words-consent", BETWEEN.sub("", text))
    return yes or sends_it(text)


def it_is(text: str) -> bool:
    """Whether it says yes to "is it this one?", sure or not: 对, 就是这里, "looks like it"."""
    return consents(text) or _says(text, IT_IS)


def it_is_not(text: str) -> bool:
    """Whether it says no to that: 都不是, "not there"."""
    return _says(text, IT_IS_NOT)


def is_none_of_them(text: str) -> bool:
    """Whether it says so of several: 都不是, "neither"."""
    return asks("words-none-of-them", text, "words-no", *BESIDE)


def is_no_matter(text: str) -> bool:
    """Whether whoever says it does not mind which, or does not know: 随便, 你们定."""
    return _says(text, EITHER)


def _says(text: str, keys: tuple[str, ...]) -> bool:
    """Whether one of these is said, and nothing but these and what may stand beside them."""
    first, *others = BESIDE
    if only(first, text, *others):
        return False  # 不好意思 has a 好 and a 不 in it
    return any(asks(key, text, *keys, *BESIDE) for key in keys)


def sends_it(text: str) -> bool:
    """Whether it says to send it, also after all: 交吧, 没事 发吧, "no, wait, send it"."""
    *before, last = [*filter(str.strip, re.split(SIGN, text))] or [""]
    if not only("words-file", last, "words-nod", "words-polite"):
        return False
    nod = only("words-nod", last, "words-polite")
    return not nod and all(map(_hesitates, before))


def _hesitates(said: str) -> bool:
    """Whether it is no more than wait, a nod or never mind."""
    return only("words-wait", said, "words-nod", "words-no") or _gives_up(said)


def _nods(text: str) -> bool:
    """Whether it is nothing but signs that say yes, in whatever colour."""
    signs = [one for one in text if unicodedata.category(one) not in NO_SIGN]
    return bool(signs) and words("words-thumbs").issuperset(signs)


def only_cancels(text: str) -> bool:
    """Whether it says nothing but that it is over: not "never mind, the lamp after all"."""
    said = plain(text)
    if questioned(said) or keeps(said) or waits_to_send(said) or sends_it(said):
        return False
    return _gives_up(said) or in_jest(said)


def _gives_up(said: str) -> bool:
    left, count = anywhere("words-cancel").subn(" ", said)
    rest = anywhere("words-beside-cancel").sub(" ", left)
    return count > 0 and sum(letter.isalnum() for letter in rest) < SAYS_MORE

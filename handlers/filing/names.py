"""What somebody wants to be called, read from their words: 叫我王师傅, "call me Tom", 我是小王."""

from __future__ import annotations

import re

from handlers.texts.words import words

CALL, AM = "words-call-me", "words-i-am"
EDGES = ' \t\n，。,.!！~～:："“”「」'
HAN = re.compile(r"[\u4e00-\u9fff·]{1,6}")
LATIN = re.compile(r"[A-Za-z][A-Za-z .'-]{0,19}")
MIXED = re.compile(r"[A-Za-z\u4e00-\u9fff·]{2,12}")
SHORTEST = 3
"""Letters of a word that is a name by itself without a capital (ours)."""
MOST_WORDS = 3


def said_in(text: str) -> str:
    """The name in the answer to the question for one; '' where these may be other words."""
    text = text.strip(EDGES)
    rest = led(text, CALL)
    if rest is not None:
        return rest if _may_be(rest) else ""
    rest = led(text, AM)
    if rest is not None:
        return rest if _is_name(rest) else ""
    alone = _is_name(text) or (text.islower() and _is_word(text))
    return text if alone else ""


def unasked(text: str) -> str:
    """The name of whoever says how to call them without having been asked: only what can hardly be
    anything else, since "call me back" asks for a call.
    """
    rest = led(text.strip(EDGES), CALL)
    return rest if rest and _is_name(rest) else ""


def led(text: str, key: str) -> str | None:
    """What stands behind one of these words, None where the text begins with none."""
    low = text.lower()
    for lead in sorted(words(key), key=len, reverse=True):
        if low.startswith(lead):
            return text[len(lead) :].strip(EDGES)
    return None


def is_numbered(text: str) -> bool:
    """Whether it is 叫我119: somebody who is called so, and no call for help as 叫119 is."""
    text = text.strip(EDGES)
    rest = led(text, "words-call-me-by")
    if rest is None:
        return False
    title = _title(rest)
    return rest.removesuffix(title).strip().isdecimal()


def _may_be(text: str) -> bool:
    """After 叫我: any word but one that goes on with a sentence (我叫了车, "call me back")."""
    if LATIN.fullmatch(text):
        return _is_word(text)
    no_name = [one for one in words("words-no-name") if not one.isascii()]
    shaped = HAN.fullmatch(text) or MIXED.fullmatch(text)
    return bool(shaped) and not any(word in text for word in no_name)


def _is_name(text: str) -> bool:
    """By itself: a usual surname, with a title, a 小 or 老, or one or two letters more; or words
    with a capital.
    """
    if LATIN.fullmatch(text):
        return text[0].isupper() and _is_word(text)
    if not HAN.fullmatch(text):
        return False
    surnames, familiar = words("words-surnames"), words("words-familiar")
    title = _title(text)
    called = text.removesuffix(title)
    if called[:1] in familiar:
        return len(called) == 2 and called[1:] in surnames
    return called[:1] in surnames and len(called) in ((1, 2, 3) if title else (2, 3))


def _title(text: str) -> str:
    return next((one for one in words("words-titles") if text.endswith(one)), "")


def _is_word(text: str) -> bool:
    """Latin letters that go on with no sentence."""
    said = text.lower().split()
    known = LATIN.fullmatch(text) and len(said) <= MOST_WORDS
    long = len(text) >= SHORTEST or text[:1].isupper()
    return bool(known) and long and words("words-no-name").isdisjoint(said)

"""Stars from one to five, however they were given: 5, 五星, 四颗星, ⭐⭐⭐, 3 stars."""

from __future__ import annotations

import re

from domain.values.text import ENGLISH, chinese_number, spoken

MOST = 5
FULL = "⭐★🌟✨"
EMPTY = "☆✩"
DRAWN = re.compile(f"[{FULL}{EMPTY}](?: ?[{FULL}{EMPTY}])*")
IN_ORDER = re.compile(f"[{FULL} ]+[{EMPTY} ]*")

NUMBER = "[0-9]|[一二两三四五六七八九]|[a-z]{3,5}"
WORD = r"(?:颗|个)?\s*星半?(?:好评)?|颗|分|stars?|/\s*5"
SOFTLY = r"(?:[吧啦嘛呀哦呗]|\s+(?:i guess|i think|maybe|please))?"
SAID = re.compile(rf"({NUMBER})\s*(?P<word>{WORD})?(?(word){SOFTLY})")
WITH_WORDS = re.compile(
    rf"(?:我?[给打评]个?|i(?:'d| would)? give(?: it)?\s+)?"
    rf"(?:(?P<number>{NUMBER})\s*(?:{WORD})|(?P<drawn>[{FULL}]+)){SOFTLY}"
    r"(?:$|[\s,，。.!！;；:：、]+(?P<rest>.*))",
    re.DOTALL,
)
"""Stars, and what is said of them: 4星 就是慢了点."""
CALLED = re.compile(
    rf"(?:(?:要不|那就|一般般?|还行吧?|凑合|马马虎虎|嗯|我?[给打评]|meh|maybe|probably|i'?d say"
    rf"|i would say|let'?s say|make it|call it|a solid|solid|um+|hmm+)[\s,，]*(?:an? )?)+"
    rf"个?({NUMBER})\s*(?:个|{WORD})?{SOFTLY}"
)
"""So many, by who is not sure of it: 要不给四个吧, "meh, three"."""
LAST = re.compile(
    rf"(?P<before>.+?[\s,，。.!！;；:：、]+)(?:我?[给打评]个?|(?:i\s+)?give(?: it| you)?\s+)?"
    rf"(?P<number>{NUMBER})\s*(?:颗|个)?\s*(?:星半?(?:好评)?|stars?|/\s*5|out of 5){SOFTLY}"
    r"(?:$|[\s,，。.!！;；:：、]+(?P<rest>.*))",
    re.DOTALL,
)
"""What is said of them may come first: 可以 就是慢 给4星."""
DENIED = re.compile(
    r"不(?!错)|没(?!问题|事)|别|本来|原来|以为|吗|[?？]|\b(?:no|not|never|if|want(?:ed)?|hotel)\b|n'?t\b"
)
"""Then they may be none, or not so many."""
ALL = re.compile(
    r"(?:我?[给打评]个?)?(?:满分|满星|全五星)(?:好评)?[吧啦嘛呀哦呗]?"
    r"|(?:full|top) (?:marks|score|stars)|all the stars|(?:10|ten)\s*(?:/|out of)\s*(?:10|ten)"
    r"|(?:5|five)\s*out of\s*(?:5|five)"
)


def stars(text: str) -> int | None:
    """1 to 5, or None.

    A drawing counts its full stars: ★★★☆☆ is three. ☆☆☆ alone is three too.
    """
    said = spoken(text)
    if ALL.fullmatch(said):
        return MOST
    found = _drawn(said) if DRAWN.fullmatch(said) else _said(said)
    if found is None or not 1 <= found <= MOST:
        return None
    return found


def stars_first(text: str) -> tuple[int, str] | None:
    """The stars with which the words begin, and what follows them; a figure alone is none."""
    said = spoken(text)
    if ALL.fullmatch(said):
        return MOST, ""
    found = WITH_WORDS.fullmatch(said)
    if found is None:
        return None
    number = stars(found["number"] or found["drawn"])
    return (number, found["rest"] or "") if number is not None else None


def stars_said(text: str) -> tuple[int, str] | None:
    """The same, where what is said of them comes first."""
    first = stars_first(text)
    if first is not None:
        return first
    said = spoken(text)
    called = CALLED.fullmatch(said)
    many = stars(called[1]) if called else None
    if many is not None:
        return many, ""
    found = LAST.fullmatch(said)
    if found is None or DENIED.search(said):
        return None
    number = stars(found["number"])
    return (number, said) if number is not None else None


def no_such(text: str) -> bool:
    """Whether it is so many stars as nobody can give: 6星, 0 stars."""
    said = spoken(text)
    found = SAID.fullmatch(said)
    number = _said(said) if found and found["word"] else None
    return number is not None and not 1 <= number <= MOST


def show_stars(number: int) -> str:
    """'⭐⭐⭐' for 3."""
    return "⭐" * number


def _drawn(said: str) -> int | None:
    full = sum(map(said.count, FULL))
    empty = sum(map(said.count, EMPTY))
    if not full:
        return empty
    if not empty:
        return full
    right = IN_ORDER.fullmatch(said) and full + empty == MOST
    return full if right else None


def _said(said: str) -> int | None:
    found = SAID.fullmatch(said)
    if found is None:
        return None
    word = found[1]
    if word.isdigit():
        return int(word)
    return ENGLISH.get(word, chinese_number(word))

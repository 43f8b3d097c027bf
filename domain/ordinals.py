"""Which number is said, and nothing else: in whatever digits (１ ① 一 1️⃣), as a place in a row
(第二个, "the second one"), or as what is chosen of it (选2, "option 2").
"""

from __future__ import annotations

import re

AROUND = " .。、,，:：#()（）!！~吧啊呀\ufe0f\u20e3"
"""What people write around a number; the last two make a key of it."""
UNITS = {digit: number for number, digit in enumerate("一二三四五六七八九", 1)}
NUMBER = "([0-9]{1,2}|[一二三四五六七八九十]{1,3})"
PLACED = re.compile(
    rf"(?:我?(?:选择?|点击?|按|回复|就是?|要|是)\s*)?第\s*{NUMBER}\s*[个件条项种样张行]?"
)
CHOSEN = re.compile(rf"我?(?:选择?|点击?|按|回复)\s*{NUMBER}")
"""Without 第 no measure follows: 选2个 is how many."""
FIRST = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
SHORT = {"1st": 1, "2nd": 2, "3rd": 3} | {f"{place}th": place for place in range(4, 10)}
PLACES = {word: place for place, word in enumerate(FIRST, 1)} | SHORT
VERB = r"(?:i\s+)?(?:choose|pick|select|press|take|reply)\s+"
ENGLISH_PLACED = re.compile(rf"(?:{VERB})?(?:the\s+)?({'|'.join(PLACES)})(?:\s+one)?")
ENGLISH_CHOSEN = re.compile(
    rf"(?:{VERB}|(?:{VERB})?(?:option|number|no\.)\s*)([0-9]{{1,2}})"
)


def said(text: str) -> int | None:
    """The number that stands alone, in one width and small letters; None for anything else."""
    bare = text.strip(AROUND)
    if bare.isdecimal() and len(bare) < 4:
        return int(bare)
    for pattern in (PLACED, CHOSEN, ENGLISH_CHOSEN):
        found = pattern.fullmatch(bare)
        if found:
            return _digits(found[1])
    english = ENGLISH_PLACED.fullmatch(bare)
    return PLACES[english[1]] if english else _chinese(bare)


def _digits(number: str) -> int | None:
    return int(number) if number.isdecimal() else _chinese(number)


def _chinese(bare: str) -> int | None:
    """一 to 九十九."""
    tens, ten, ones = bare.rpartition("十")
    if not bare or any(part and part not in UNITS for part in (tens, ones)):
        return None
    tenfold = UNITS.get(tens, 1) * 10 if ten else 0
    return tenfold + UNITS.get(ones, 0)

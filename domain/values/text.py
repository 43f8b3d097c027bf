"""What was typed, made plain: one width, one dash, one space, and numerals in figures."""

from __future__ import annotations

import re
import string
import unicodedata
from fractions import Fraction
from functools import lru_cache

from domain.values.simple import TRADITIONAL

LONGEST = 80
"""Characters: a longer text is a story and no value."""

LETTERS_MET = 4096  # more than anybody's everyday letters

SPACED = 10
"""With spaces that do not count it may be so many times as long."""

ALTERED = ("<super>", "<sub>", "<fraction>")
"""Compatibility forms that mean something else than the bare figure: 3² is not 32."""

UNSEEN = ("Cf", "Cc", "Co", "Cs", "Cn")
"""Unicode's categories of letters that nobody sees, or that turn others around."""

HIDDEN = re.compile("[\ufe00-\ufe0f\u20e3]")  # what makes an emoji of a figure
DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\u2e3a\u2e3b\u30fc"
WAVES = "\u2053\u223c\u301c"
COLONS = "\u2236\ufe13\ua789"

SIGNS = str.maketrans(
    dict.fromkeys(DASHES, "-") | dict.fromkeys(WAVES, "~") | dict.fromkeys(COLONS, ":")
)
STACKED = str.maketrans({"\ufe30": ":"})  # typed for a colon; NFKC makes two dots of it

NARROW = {
    ord(letter) + 0xFEE0: letter for letter in string.digits + string.ascii_letters
}
"""Each full-width letter and figure stands so far behind its own (Unicode, "Halfwidth and
Fullwidth Forms").
"""

DIGITS = "零一二三四五六七八九"
VARIANTS = str.maketrans(
    "〇幺壹贰貳叁參肆伍陆陸柒捌玖拾佰", "零一一二二三三四五六六七八九十百"
)
NUMERALS = "零〇一二两三四五六七八九十百"
ENGLISH = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
}


def one_width(text: str) -> str:
    """The text with its letters and figures as wide as those of ASCII. Its signs, spaces and lines
    stay, as people write sentences with them.
    """
    return text.translate(NARROW)


def plain(text: str) -> str:
    """The text in NFKC with ASCII dashes, waves, colons and single spaces.

    What cannot be seen is left out. Superscripts and fractions stay as they are,
    since their figures alone mean something else.
    """
    shown = HIDDEN.sub("", text.translate(STACKED))
    if not shown.isprintable():
        shown = "".join(c for c in shown if unicodedata.category(c) != "Cf")
    if not unicodedata.is_normalized("NFKC", shown):
        shown = unicodedata.normalize("NFC", "".join(map(_unified, shown)))
    return " ".join(shown.translate(SIGNS).split())


@lru_cache(maxsize=LETTERS_MET)
def _unified(char: str) -> str:
    if unicodedata.decomposition(char).startswith(ALTERED):
        return char
    return unicodedata.normalize("NFKC", char)


def one_line(text: str) -> str:
    """What can be seen of it, in one line: nothing turns what stands behind it around."""
    line = " ".join(text.split())
    if line.isprintable():
        return line
    return "".join(c for c in line if unicodedata.category(c) not in UNSEEN).strip()


def told_much(text: str) -> float:
    """How much a text tells, in Chinese letters; a Latin one is half of one."""
    return sum(0.5 if one.isascii() else 1.0 for one in text if one.isalnum())


def spoken(text: str) -> str:
    """As `plain`, in small and simplified letters, without a full stop at its end.

    '' where it is longer than `LONGEST`.
    """
    if len(text) > LONGEST * SPACED:
        return ""
    said = plain(text).lower().translate(TRADITIONAL)
    if len(said) > LONGEST:
        return ""
    return re.sub(r"\s*[。.]$", "", said)


def _written(number: int) -> set[str]:
    """The ways in which Chinese writes a number from 0 to 999."""
    hundreds, tens, ones = number // 100, number // 10 % 10, number % 10
    head = f"{DIGITS[hundreds]}百" if hundreds else ""
    last = DIGITS[ones] if ones else ""
    if not tens:
        return {head + ("零" if head and ones else "") + last or "零"}
    ways = {f"{head}{DIGITS[tens]}十{last}"}
    if number < 20:
        ways.add(f"十{last}")
    if head and not ones:
        ways.add(f"{head}{DIGITS[tens]}")  # 一百二 is 120
    return ways


WRITTEN = {way: number for number in range(1000) for way in _written(number)}


def letters(text: str) -> int:
    """How long it is to read, in Chinese letters: a Latin one counts half."""
    wide = (len(text.encode(errors="replace")) - len(text)) // 2
    return (len(text) + wide + 1) // 2


def chinese_number(text: str) -> int | None:
    """二十三 is 23, 两 is 2, 一百零五 is 105, 二〇二六 is 2026.

    From 0 to 999, or three and four digits in a row. Two digits in a row (三五天)
    mean "three to five" and are no number; 半 is none either, see `count`.
    """
    said = text.translate(VARIANTS)
    said = re.sub("^(?:两|兩)(?=百|$)", "二", said)
    if said in WRITTEN:
        return WRITTEN[said]
    if re.fullmatch(f"[{DIGITS}]{{3,4}}", said):
        return int("".join(str(DIGITS.index(digit)) for digit in said))
    return None


def whole(text: str) -> int | None:
    """A whole number in at most four figures, or in Chinese as `chinese_number`."""
    if re.fullmatch("[0-9]{1,4}", text):
        return int(text)
    return chinese_number(text)


def count(text: str) -> Fraction | None:
    """How many: as `whole`, also 1.5, 半 (a half), English a and one to twelve."""
    if re.fullmatch(r"[0-9]{1,4}(?:\.[0-9]{1,2})?", text):
        return Fraction(text)
    if text == "半":
        return Fraction(1, 2)
    number = ENGLISH.get(text, chinese_number(text))
    return None if number is None else Fraction(number)

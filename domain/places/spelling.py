"""Whether what was typed is a name with one typing error, or another name."""

from __future__ import annotations

import re
from itertools import takewhile

SIDES = frozenset("东南西北中上下左右前后新老大甲乙丙丁栋个位些")
"""Where one of these is missing, too much or stands for another, it is another place."""
KINDS = frozenset("路街道巷弄桥站里苑园区村厦场楼栋门口店院城家馆校市县镇乡河湖山港坊")
"""Last characters that say what kind of place it is: 「体育场」 is not 「体育馆」."""
NUMBERS = frozenset("0123456789- 号")
HOUSE = re.compile(r"[0-9-]+[栋号弄]?院?$")
"""The number at the end of a normal form."""
KIND = re.compile(
    r"(?:微?网格|小区|花园|家园|新村|公寓|广场|大厦|大楼|市场|公园|社区|街道|中心|商场"
    r"|小学|中学|幼儿园|学校|医院|酒店|超市|药房|药店|大道|胡同|[路街巷弄里苑村桥店])$"
)
"""A word at the end that many names share."""


def slipped(form: str, piece: str) -> bool:
    """Whether the piece is the form with one character wrong, missing or too much.

    Two characters changed about count as one error. Numbers, sides (东, 西) and the
    kind of place are never taken for an error.
    """
    start = _alike(form, piece)
    end = _alike(form[start:][::-1], piece[start:][::-1])
    right = form[start : len(form) - end]
    wrong = piece[start : len(piece) - end]
    changed = right + wrong
    if not changed or _telling(form, start, changed):
        return False
    if len(right) == 2 and wrong == right[::-1]:
        return True
    if len(right) > 1 or len(wrong) > 1:
        return False
    if end == 0 and _another_kind(right, wrong):
        return False
    return not _elsewhere(right, wrong)


def own_part(form: str) -> str:
    """What tells a normal form from others of its kind: 幸福 of 「幸福小区3栋」."""
    return KIND.sub("", HOUSE.sub("", form))


def _alike(one: str, other: str) -> int:
    """With how many equal characters both begin."""
    pairs = zip(one, other, strict=False)
    equal = takewhile(lambda pair: pair[0] == pair[1], pairs)
    return sum(1 for _ in equal)


def _telling(form: str, start: int, changed: str) -> bool:
    """Whether a number changed, or the first letter of a word in Latin script."""
    if not NUMBERS.isdisjoint(changed):
        return True
    inside = start > 0 and _latin(form[start - 1])
    return not inside and any(map(_latin, changed))


def _another_kind(right: str, wrong: str) -> bool:
    """Whether the last character, that says the kind of place, is missing or another."""
    return right in KINDS and (not wrong or wrong in KINDS | SIDES)


def _elsewhere(right: str, wrong: str) -> bool:
    """Whether a side is missing, too much or another: 东 for 西, but not 冻 for 东."""
    if right and wrong:
        return {right, wrong} <= SIDES | {"小"}
    return right + wrong in SIDES


def _latin(char: str) -> bool:
    return char.isascii() and char.isalpha()

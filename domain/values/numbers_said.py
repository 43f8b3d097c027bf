"""The numbers of cases that stand together within words: YH26-0001、YH26-0002, 0001 and 0002, or by
their sign 1号2号, 3到5号, "numbers 2 and 4", which are #2 and #4.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from domain.things import CHINESE
from domain.values.number import WITHIN, shown
from domain.values.several import BETWEEN, RANGE, places
from domain.values.text import ENGLISH, SIGNS, one_width, whole

WHOLE = [re.compile(one.pattern, re.IGNORECASE) for one in WITHIN]
SERIAL = re.compile(r"#?(0[0-9]{3})(?![0-9-])")
"""Four figures that begin with nought are no count and no day."""
FEW = r"[0-9]{1,4}(?:\s*(?:[,、和跟与及~-]|到|至|\bto\b|\band\b)\s*#?[0-9]{1,4})*"
BEHIND = (
    r"号(?:那件|那个|的|单)?(?!\s*(?:[楼院门线路桌铺井站口馆厅棚桩柜机车房店库栋座室仓桥摊]|单元|小区"
    r"|上午|下午|早|晚|前|以前|之前|后|以后|之后|到期|那天|再|来|左右|开始|起|截止|那边|附近|门口|对面"
    rf"|{'|'.join(word for word, _ in CHINESE)}))"
)
"""A number of a house, of a day or of a thing (3号充电桩) is known by what follows it."""
LED = r"\b(?:case numbers?|numbers?|cases?|case no\.?|no\.) ?#?"
SPELT = rf"[一幺二两三四五六七八九十]{{1,2}}|(?:{'|'.join(ENGLISH)})\b"
"""一号, "number one"."""
SIGNED = re.compile(
    rf"(?<![a-z0-9第月到在等路街巷弄道村园厦栋楼百千万一二三四五六七八九十-])#?"
    rf"({FEW}|{SPELT})\s*{BEHIND}|{LED}({FEW}|{SPELT})(?![0-9a-z:-])"
    r"|(?<![a-z0-9])#([1-9][0-9]{0,6})(?![0-9-])",
    re.IGNORECASE,
)
BARE = re.compile(r"(?<![A-Za-z0-9-])#?(?:[0-9]{2}-)?[0-9]{1,7}(?![A-Za-z0-9-])")
COUNTED = re.compile(
    r"[0-9]{1,3}(?=\s*[^\W\d])(?!\s*(?:[点时分天日月周年个件次米号楼人]|"
    r"(?:days?|hours?|weeks?|minutes?|[dhm]|min|am|pm|people|more)\b))",
    re.IGNORECASE,
)
"""A number before words that is no time, and not so many of anything."""
MEASURED = re.compile(
    r"(?<![0-9])[1-9][0-9]*\s*(?:[天日周年件个米元块人次单]|小时|分钟|(?:days?|weeks?|months?|years?"
    r"|hours?|minutes?|met(?:er|re)s?)\b)",
    re.IGNORECASE,
)
"""So many of something: 100天 names no case."""
GAP = re.compile(rf"\s*(?:(?:{BETWEEN.pattern})\s*)*", re.IGNORECASE)
SPACE = re.compile(r"\s*")
WIDE_DASH = "\uff0d"
AROUND = " \t\n,，。.、;；:：~～…-"


@dataclass(frozen=True, slots=True)
class Parted:
    """The numbers, each once, and the words beside them."""

    numbers: tuple[str, ...]
    rest: str


def leading(text: str) -> Parted:
    """Those with which a text begins. A serial behind a whole one is of its kind and year."""
    said = _even(text)
    found: dict[str, None] = {}
    end = 0
    while True:
        gap = (GAP if found else SPACE).match(said, end)
        hit = _at(said, gap.end() if gap else end, [*found])
        if hit is None:
            return Parted(tuple(found), text[end:].strip(AROUND) if found else text)
        numbers, end = hit
        found |= dict.fromkeys(numbers)


def within(text: str) -> tuple[str, ...]:
    """All that stand anywhere in the words, whole or by their sign."""
    said = _even(text)
    whole = [shown(*hit.groups()) for one in WHOLE for hit in one.finditer(said)]
    signed = [one for hit in SIGNED.finditer(said) for one in _signed(hit)]
    return tuple(dict.fromkeys((*filter(None, whole), *signed)))


def listed(text: str, least: int = 2) -> tuple[str, ...]:
    """Numbers, whole or bare, and nothing else: 3 4, YH26-0003 和 4. None where there are less than
    `least`.
    """
    said = _even(text)
    pieces = [one for one in BETWEEN.split(said) if one]
    known = all(
        BARE.fullmatch(one) or any(form.fullmatch(one) for form in WHOLE)
        for one in pieces
    )
    if not known and RANGE.search(said):
        pieces = [str(one) for one in places(said)]
        known = bool(pieces)
    return tuple(dict.fromkeys(pieces)) if known and len(pieces) >= least else ()


def counted(text: str) -> str:
    """The bare number with which words begin, '' where it is none of a case: a time, so many."""
    hit = COUNTED.match(_even(text).strip())
    return hit[0] if hit else ""


def ending(text: str) -> Parted:
    """The whole number with which it ends; none where it is not the only one."""
    said = _even(text).rstrip(AROUND)
    hits = [hit for one in WHOLE for hit in one.finditer(said)]
    if len(hits) != 1 or hits[0].end() != len(said):
        return Parted((), text)
    number = shown(*hits[0].groups())
    rest = text[: hits[0].start()].strip(AROUND)
    return Parted((number,), rest) if number else Parted((), text)


def only_number(text: str) -> tuple[str, str]:
    """The only number that stands in the words, whole or bare, and the words beside it; '' and the
    words where there is none or several.
    """
    said = _even(text)
    hits = [hit for one in WHOLE for hit in one.finditer(said)] or [
        *BARE.finditer(said)
    ]
    if len(hits) != 1:
        return "", text
    return hits[0][0], f"{text[: hits[0].start()]} {text[hits[0].end() :]}"


def _even(text: str) -> str:
    """Each letter stays at its place."""
    return one_width(text).translate(SIGNS).replace(WIDE_DASH, "-")


def _signed(hit: re.Match[str]) -> list[str]:
    """Places of a list stand together as these do: 1和3, 2到5."""
    few = hit[1] or hit[2] or hit[3]
    spelt = ENGLISH.get(few.lower()) or whole(few)
    if spelt:
        return [f"#{spelt}"]
    found = (
        places(few.replace("#", "")) or [int(few)] if few.isdecimal() else places(few)
    )
    return [f"#{one}" for one in found if one]


def _at(said: str, place: int, before: list[str]) -> tuple[Sequence[str], int] | None:
    for one in WHOLE:
        hit = one.match(said, place)
        number = shown(*hit.groups()) if hit else None
        if hit and number:
            return (number,), hit.end()
    signed = SIGNED.match(said, place)
    named = _signed(signed) if signed else []
    if signed and named:
        return named, signed.end()
    serial = SERIAL.match(said, place)
    if serial is None or not int(serial[1]):
        return None
    kind = before[-1][:5] if before and not before[-1].isdecimal() else ""
    return (f"{kind}{serial[1]}",), serial.end()

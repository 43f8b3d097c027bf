"""The numbers of cases that stand together within words: YH26-0001、YH26-0002, or 0001 and 0002."""

from __future__ import annotations

import re
from dataclasses import dataclass

from domain.values.number import WITHIN, shown
from domain.values.several import BETWEEN
from domain.values.text import SIGNS, one_width

WHOLE = [re.compile(one.pattern, re.IGNORECASE) for one in WITHIN]
SERIAL = re.compile(r"#?(0[0-9]{3})(?![0-9-])")
"""Four figures that begin with nought are no count and no day."""
BARE = re.compile(r"(?<![A-Za-z0-9-])#?(?:[0-9]{2}-)?[0-9]{1,7}(?![A-Za-z0-9-])")
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
        number, end = hit
        found[number] = None


def listed(text: str) -> tuple[str, ...]:
    """Numbers, whole or bare, and nothing else: 3 4, YH26-0003 和 4. None of one alone."""
    pieces = [one for one in BETWEEN.split(_even(text)) if one]
    known = all(
        BARE.fullmatch(one) or any(form.fullmatch(one) for form in WHOLE)
        for one in pieces
    )
    return tuple(dict.fromkeys(pieces)) if known and len(pieces) > 1 else ()


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


def _at(said: str, place: int, before: list[str]) -> tuple[str, int] | None:
    for one in WHOLE:
        hit = one.match(said, place)
        number = shown(*hit.groups()) if hit else None
        if hit and number:
            return number, hit.end()
    serial = SERIAL.match(said, place)
    if serial is None or not int(serial[1]):
        return None
    kind = before[-1][:5] if before and not before[-1].isdecimal() else ""
    return f"{kind}{serial[1]}", serial.end()

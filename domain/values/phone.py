"""A telephone number of mainland China: mobile, landline, service number."""

from __future__ import annotations

import re

from domain.values.text import spoken

CHINA = "(?:00)?86"
MOBILE = re.compile(f"(?:{CHINA})?(1[3-9][0-9]{{9}})")
WRITTEN = re.compile(
    r"(?<![0-9])(?:\+?86)?[ -]?1[3-9][0-9](?:[ -]?[0-9]{4}){2}(?![0-9])"
)
"""The same among other words."""
CITY = "(10|2[0-9])([2-9][0-9]{7})"  # three figures with the 0, and eight behind
AREA = "([3-9][0-9]{2})([2-9][0-9]{6,7})"
LANDLINES = (
    re.compile(f"(?:{CHINA}0?|0){CITY}"),
    re.compile(f"(?:{CHINA}0?|0){AREA}"),
)
FREE = re.compile("([48]00)([0-9]{3})([0-9]{4})")
SHORT = re.compile("11[0-9]|12[0-2]|1[0-2][0-9]{3}|9[56][0-9]{3,4}")

SHAPE = re.compile(r"\+?[0-9](?:[ \-.·]?[0-9])*")
HEAD = re.compile(r"^(?:tel:\s*)?(?:\((\+?[0-9]{2,4})\)[ -]?)?")
EXTENSIONS = (
    re.compile(r"(.*[0-9])\s*(?:转|分机|ext\.?|x)\s*([0-9]{1,6})"),
    re.compile(r"(.*[0-9]{7,8})-([0-9]{1,5})"),
)


def has_mobile(text: str) -> bool:
    """Whether the number of a mobile phone stands among other words."""
    return WRITTEN.search(text) is not None


def phone(text: str) -> str | None:
    """The number as it is dialled in China, or None.

    '13812345678', '0592-2345678', '0592-2345678-801' with an extension,
    '400-123-4567', '110', '12345'. Taken are +86, 0086, brackets round the
    area code, and single spaces, dots and dashes between figures.
    """
    said = HEAD.sub(lambda head: head[1] or "", spoken(text))
    return _extended(said) or _dialled(said)


def _extended(said: str) -> str | None:
    for pattern in EXTENSIONS:
        found = pattern.fullmatch(said)
        number = _dialled(found[1]) if found else None
        if found and number and number.startswith("0"):
            return f"{number}-{found[2]}"
    return None


def _dialled(said: str) -> str | None:
    if SHAPE.fullmatch(said) is None:
        return None
    figures = re.sub("[^0-9]", "", said)
    abroad = said.startswith("+")
    if abroad and not figures.startswith("86"):
        return None
    if mobile := MOBILE.fullmatch(figures):
        return mobile[1]
    for pattern in LANDLINES:
        if landline := pattern.fullmatch(figures):
            return f"0{landline[1]}-{landline[2]}"
    return None if abroad else _service(said, figures)


def _service(said: str, figures: str) -> str | None:
    if free := FREE.fullmatch(figures):
        return "-".join(free.groups())
    return said if SHORT.fullmatch(said) else None

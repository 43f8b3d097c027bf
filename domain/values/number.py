"""The number of a case, however it was typed: yh26-42 and YH260042 are YH26-0042."""

from __future__ import annotations

import re
from itertools import islice

from domain.kinds import NUMBER_PREFIX
from domain.values.text import one_width, spoken

KINDS = "|".join(NUMBER_PREFIX.values()).lower()
PART = r"(?:\s*-\s*(0?[1-9]|10))?"
ANY_GAP = r"\s*-*\s*"
GAP = r"(?:\s*-+\s*|\s+)"
NO_LONG_YEAR = "(?!20[0-9]{6}(?![0-9]))"  # YH20260042: of 2020 or of 2026?

FULL = (
    rf"({KINDS}){ANY_GAP}(?:20)?([0-9]{{2}}){GAP}([0-9]{{1,7}})",
    rf"({KINDS}){ANY_GAP}{NO_LONG_YEAR}([0-9]{{2}})([0-9]{{4,7}})",
)
APART, TOGETHER = (re.compile(rf"#?{one}{PART}") for one in FULL)
BEFORE = r"(?<![a-z0-9])"
BEHIND = r"(?:-(0?[1-9]|10)(?![a-z0-9]))?(?!-?[0-9]{1,4}(?![a-z0-9]))(?![0-9])"
WITHIN = [re.compile(BEFORE + one + BEHIND) for one in FULL]
"""In a sentence a number is whole or none: no figure is left over before it or behind it."""

SHORT = (
    re.compile(rf"#?({KINDS})([0-9]{{1,3}}){PART}"),
    re.compile(rf"#?({KINDS}){GAP}([0-9]{{1,7}}){PART}"),
)

BARE = re.compile("#?(?:([0-9]{2})-)?([0-9]{1,7})")
LEADING = re.compile("#?(?:[0-9]{2}-)?[0-9]{1,7}(?![0-9-])")
CERTAIN = re.compile("[#0]|.*-|[0-9]{3}")
"""What no count begins with: "2 done" may be two of something, 0002 is not."""
MOST_WORDS = 3
OLDEST = 9
"""Years that a case may be old whose number is written in several words."""


def case_number(text: str, *, year: int | None = None) -> str | None:
    """The number as it is shown, or None.

    That is the prefix, two figures of the year, a serial of at least four and
    the part, 1 to 10. Small letters, spaces or any dash between them, and a
    serial without its noughts are taken; with nothing between year and serial
    it needs all four figures. The year may be missing (YH-42) only where `year`
    says which it is.
    """
    said = spoken(text)
    full = APART.fullmatch(said) or TOGETHER.fullmatch(said)
    if year is None:
        return shown(*full.groups()) if full else None
    attached, loose = (pattern.fullmatch(said) for pattern in SHORT)
    if full:  # YH-26-1 is the first of 2026, or the first part of case 26
        return None if loose else shown(*full.groups())
    short = attached or loose
    if short is None:
        return None
    return shown(short[1], str(year)[-2:], short[2], short[3])


def numbers(text: str, year: int) -> list[str]:
    """The numbers that somebody may mean who sees only cases of their own: YH9 is YH26-0009, and 9
    is that of any kind. What has another form is left as it is.
    """
    found = case_number(text) or case_number(text, year=year)
    if found:
        return [found]
    bare = BARE.fullmatch(spoken(text))
    if bare is None or not int(bare[2]):
        return [text.upper()]
    written = bare[1] or str(year)[-2:]
    return [f"{kind.upper()}{written}-{int(bare[2]):04d}" for kind in KINDS.split("|")]


def no_number(word: str, year: int) -> bool:
    """Whether nobody can have meant a case's number by it: nothing, 3天, 换好了."""
    return numbers(word, year) == [word.upper()] and not (
        certain(word) or case_number(word)
    )


def apart(text: str, year: int) -> tuple[str, str]:
    """The number with which a text begins, and the rest. It may be written in two words, or in
    three: YH 26 42.
    """
    text = text.strip()
    ends = [one.end() for one in islice(re.finditer(r"\S+", text), MOST_WORDS)]
    for end in reversed(ends[1:]):
        if _in_words(text[:end], year):
            return text[:end], text[end:].strip()
    first = ends[0] if ends else 0
    return text[:first], text[first:].strip()


def leading(text: str) -> tuple[str, str]:
    """The bare serial with which a text begins, '' for none, and the rest as it stands."""
    said = one_width(text).strip()
    hit = LEADING.match(said)
    return (hit[0], said[hit.end() :]) if hit else ("", text.strip())


def certain(serial: str) -> bool:
    """Whether it is hardly a count or the number of a line."""
    return CERTAIN.match(serial) is not None


def _in_words(text: str, year: int) -> bool:
    """Whether words apart are one number. Behind YH12 a 3 is something else: no case is of 2012."""
    full = case_number(text)
    if full is None:
        return SHORT[1].fullmatch(spoken(text)) is not None
    return year - OLDEST <= 2000 + int(full[2:4]) <= year


def number_within(text: str) -> str | None:
    """The first full number that stands in a sentence, as it is shown, or None."""
    said = spoken(text)
    found = (pattern.search(said) for pattern in WITHIN)
    hits = [hit for hit in found if hit]
    first = min(hits, key=lambda hit: hit.start(), default=None)
    return shown(*first.groups()) if first else None


def shown(
    prefix: str,
    year: str,
    serial: str,
    part: str | None,
) -> str | None:
    if not int(serial):
        return None
    end = f"-{int(part)}" if part else ""
    return f"{prefix.upper()}{year}-{int(serial):04d}{end}"

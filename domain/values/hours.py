"""Hours from–to as people say them: 08:00-18:00, 9-18, 上午9点至下午6点, 9am to 6pm."""

from __future__ import annotations

import re
from collections.abc import Iterator

from domain.values.clock import DAY, NAMED, Said, read
from domain.values.dayparts import LATE
from domain.values.text import LONGEST, plain, spoken

Span = tuple[int, int]
"""(from, to) in minutes after midnight: 0 to 1439, and 0 to 1440.

A `to` that is less than `from` is the next day's.
"""

JOIN = re.compile(r"\s*(?:-+|~+|至|到|\bto\b|\buntil\b|\btill\b)\s*")
BETWEEN = re.compile("^between (.+) and (.+)$")
BEFORE = re.compile(r"^(?:from |从|自)\s*")
BY_24 = re.compile(r":|\b0[0-9]")
COMMAS = re.compile(r"\s*[,、;]\s*")
MOST = 24
"""As many spans in one text."""


def hours(text: str, *, round_clock: bool = False) -> Span | None:
    """The two ends, or None.

    Numbers alone are hours, so 12-16 is from twelve to four: a door at which
    a day may stand too tries what has a colon first. Both ends alike are None,
    or a whole day where `round_clock`. A part of the day that was named once
    counts for both ends where that makes sense.
    """
    said = BETWEEN.sub(r"\1 to \2", BEFORE.sub("", spoken(text)))
    found = {span for ends in _cuts(said) if (span := _span(*ends))}
    if len(found) != 1:
        return None
    start, end = found.pop()
    if start == end and not round_clock:
        return None
    return start, end


def several_hours(text: str) -> tuple[Span, ...] | None:
    """Hours with commas or spaces between them: 09:00-12:00 14:00-17:30.

    None where one of them is not understood, or there are more than `MOST`.
    """
    said = plain(text)
    if not said or len(said) > LONGEST * MOST:
        return None
    found: list[Span] = []
    for piece in COMMAS.split(said):
        spans = _spaced(piece)
        if spans is None:
            return None
        found += spans
    return tuple(found) if len(found) <= MOST else None


def show_hours(span: Span) -> str:
    """'22:00-08:00'."""
    return "-".join(f"{end // 60:02d}:{end % 60:02d}" for end in span)


def _spaced(piece: str) -> list[Span] | None:
    """One span with or without spaces in it, or several with spaces between them."""
    together = hours(piece)
    if together:
        return [together]
    found: list[Span] = []
    for one in JOIN.sub("-", piece).split(" "):
        span = hours(one)
        if span is None:
            return None
        found.append(span)
    return found


def _cuts(said: str) -> Iterator[tuple[str, str]]:
    """Both sides of each place at which it may be cut in two."""
    for join in JOIN.finditer(said):
        left = said[: join.start()]
        right = said[join.end() :]
        if left and right:
            yield left, right


def _span(left: str, right: str) -> Span | None:
    first = _end(left)
    last = _end(right)
    if first is None or last is None or _of_a_dial(left, first, right, last):
        return None
    start = _start(first, last)
    end = _finish(first, last)
    if start is None or end is None or start == DAY:
        return None
    return start, end


def _of_a_dial(left: str, first: Said, right: str, last: Said) -> bool:
    """9 to 5: nobody said whether the end is in the evening or at dawn. 09:00-05:00 is by 24."""
    if first.part is not None or last.part is not None:
        return False
    by_24 = BY_24.search(left) or BY_24.search(right)
    return not by_24 and 0 < last.hour < first.hour <= 12


def _end(said: str) -> Said | None:
    if said in NAMED:
        return Said(NAMED[said] // 60, 0)
    return read(said, bare=True)


def _start(first: Said, last: Said) -> int | None:
    """2-6pm begins at 14:00, 9-6pm at 09:00; an hour before 下午6点 is one of 24."""
    end = last.minutes()
    if first.part is None and last.after and end is not None:
        borrowed = first.minutes(last.part)
        if borrowed is not None and borrowed < end:
            return borrowed
    return first.minutes()


def _finish(first: Said, last: Said) -> int | None:
    """下午2点到6点 ends at 18:00, 晚上10点到6点 at six; 上午9点到6点 is not clear."""
    alone = last.minutes()
    start = first.minutes()
    if first.part is None or last.part is not None:
        return alone
    if start is None or last.hour > 12:
        return alone
    borrowed = last.minutes(first.part)
    if borrowed is not None and borrowed > start:
        return borrowed
    over_night = first.part in LATE
    clear = alone is not None and (alone > start or over_night)
    return alone if clear else None

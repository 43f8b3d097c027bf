"""The days on which cases were filed, as a list keeps them: 上周五报的, 11月20号的, 超过三天没办的,
"open for more than 3 days".
"""

from __future__ import annotations

import re
from datetime import (
    date,
    timedelta,
)

from domain.values.day import (
    NEAR,
    day,
    past_day,
)
from domain.values.past_spans import DAY as WRITTEN
from domain.values.past_spans import named
from domain.values.period import period
from domain.values.span import span
from handlers.dialog.turn import Turn
from handlers.texts.words import words

DAY = timedelta(days=1)
BETWEEN = "/"
LONGEST = timedelta(days=366)
SOON = timedelta(days=60)
"""A date within so many days is likelier that one (ours)."""


def told(
    turn: Turn,
    said: str,
) -> str:
    """The first and the last of them, as 2026-11-20/2026-11-20; the first is '' of all before it.
    '' where none are said.
    """
    today = turn.unit.now.astimezone(turn.setup.zone).date()
    age = _cut(said, "words-open-longer")
    length = span(age) if age else None
    if length is not None and DAY <= length <= LONGEST:
        return f"{BETWEEN}{today - length}"
    rest = _cut(said, "words-was-filed")
    found = _days(rest, today) if rest else _plainly_past(said, today)
    return BETWEEN.join(map(str, found)) if found else ""


def of_filed(
    filed: str,
) -> tuple[date | None, date]:
    """What was kept so."""
    first, _, last = filed.partition(BETWEEN)
    return date.fromisoformat(first) if first else None, date.fromisoformat(last)


def _days(
    said: str,
    today: date,
) -> tuple[date, date] | None:
    """A day that has begun, or some in a row."""
    one = past_day(said, today)
    if one is not None:
        return (one, one) if one <= today else None
    found = period(said, today)
    if found is not None and found.first <= today:
        return found.first, found.last
    return named("".join(said.split()), today)


def _plainly_past(
    said: str,
    today: date,
) -> tuple[date, date] | None:
    """The same of a date, or a day of the week before, of which nothing else is said, and that is
    not to come soon: 11月20号.
    """
    before = (
        said.startswith(tuple(words("words-week-before"))) or NEAR.get(said, 0) < -1
    )
    if not before and not re.fullmatch(WRITTEN, said):
        return None
    found, soon = _days(said, today), day(said, today)
    near = not before and soon is not None and today <= soon <= today + SOON
    return found if found and found[1] < today and not near else None


def _cut(
    said: str,
    key: str,
) -> str:
    """Without what says so, before or behind it; '' where nothing does."""
    left = said
    for one in sorted(words(key), key=len, reverse=True):
        left = left.removeprefix(one).removesuffix(one).strip()
    return left if left != said else ""

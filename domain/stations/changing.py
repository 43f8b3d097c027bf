"""What a keeper's presses make of the hours."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from domain.stations.hours import ALL_DAY, Closure, Hours, Spans, checked

WEEKDAYS, WEEKEND, EVERY_DAY, HOLIDAYS = "wd", "we", "all", "ph"
DAYS: dict[str, Collection[int]] = {
    WEEKDAYS: range(5),
    WEEKEND: (5, 6),
    EVERY_DAY: range(7),
}
"""By name, which days of the week; Monday is 0."""
ADD, REPLACE = "a", "r"

NEVER = Hours(((),) * 7)
"""Where a week begins of which nothing was known."""
ALWAYS = Hours((ALL_DAY,) * 7)


def with_span(
    hours: Hours | None,
    days: str,
    span: tuple[int, int],
    mode: str,
) -> Hours:
    """The hours with this span on these days, in place of what they had or beside it.

    An end that is not after the beginning is the next day's. Raises ValueError where spans
    overlap.
    """
    start, end = span
    if end <= start:
        end += 24 * 60
    known = hours or NEVER
    made = (start, end)
    if days == HOLIDAYS:
        before = known.holidays or ()
        return replace(known, holidays=_joined(before, made, mode))
    week = tuple(
        _joined(spans, made, mode) if number in DAYS[days] else spans
        for number, spans in enumerate(known.week)
    )
    return replace(known, week=week)


def _joined(before: Spans, made: tuple[int, int], mode: str) -> Spans:
    return checked((*before, made) if mode == ADD else (made,))


def without(hours: Hours | None, days: str) -> Hours:
    """Closed on these days."""
    known = hours or NEVER
    if days == HOLIDAYS:
        return replace(known, holidays=())
    week = (
        () if number in DAYS[days] else spans for number, spans in enumerate(known.week)
    )
    return replace(known, week=tuple(week))


def like_its_weekday(hours: Hours) -> Hours:
    """On holidays as on any other day."""
    return replace(hours, holidays=None)


def closed_for(hours: Hours, first: date, last: date) -> Hours:
    """Closed from the first day to the last; what is over of other closures goes."""
    kept = [one for one in hours.closures if one.last >= first]
    kept.append(Closure(first, last))
    return replace(hours, closures=tuple(kept))


def reopened(hours: Hours) -> Hours:
    """Without any closure."""
    return replace(hours, closures=())

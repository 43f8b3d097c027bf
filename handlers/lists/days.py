"""From when on and before when cases are due, or were filed: 今天到期的, 周五要交的, 昨天的."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime, time, timedelta

from domain.values.day import day
from domain.values.period import Period, period
from domain.wanted import (
    ALWAYS,
    FILED_TODAY,
    FILED_YESTERDAY,
    NEW,
    SOON,
    TODAY,
    TOMORROW,
    WEEK,
    Span,
)
from handlers.dialog.turn import Turn
from handlers.lists.filed_days import of_filed
from handlers.lists.kept import Listing
from handlers.texts.words import words

DAY = timedelta(days=1)
BETWEEN = "/"
DUE: dict[str, tuple[int, int]] = {
    TODAY: (0, 1),
    TOMORROW: (1, 2),
}
FILED: dict[str, tuple[int, int]] = {
    FILED_TODAY: (0, 1),
    FILED_YESTERDAY: (-1, 0),
}
"""The midnights that bound it, counted from the one that began this day."""


def told(turn: Turn, said: str) -> str:
    """The days on which something is said to be due, as a Listing keeps them: 周五要交, "due next
    week". '' where none are.
    """
    meant = _without_due(said)
    today = _today(turn).date()
    one = day(meant, today) if meant else None
    found = Period(one, one) if one else period(meant, today) if meant else None
    return BETWEEN.join(map(str, (found.first, found.last))) if found else ""


def of_due(due: str) -> Period:
    """What was kept so."""
    first, _, last = due.partition(BETWEEN)
    return Period(date.fromisoformat(first), date.fromisoformat(last))


def due(turn: Turn, listing: Listing) -> Span:
    """What is soon due is not late yet."""
    only = listing.only
    if listing.due:
        days = of_due(listing.due)
        return _began(turn, days.first), _began(turn, days.last + DAY)
    if WEEK in only:
        began = _today(turn).weekday()
        return _midnight(turn, -began), _midnight(turn, 7 - began)
    if SOON in only:
        return turn.unit.now, _midnight(turn, 2)
    return _span(turn, DUE, only)


def filed(turn: Turn, listing: Listing) -> Span:
    """What is new came within a day."""
    if listing.filed:
        first, last = of_filed(listing.filed)
        return _began(turn, first) if first else None, _began(turn, last + DAY)
    if NEW in listing.only:
        return turn.unit.now - DAY, None
    return _span(turn, FILED, listing.only)


def _span(
    turn: Turn,
    known: dict[str, tuple[int, int]],
    only: Collection[str],
) -> Span:
    for name in known.keys() & set(only):
        begin, end = known[name]
        return _midnight(turn, begin), _midnight(turn, end)
    return ALWAYS


def _without_due(said: str) -> str:
    """The day; '' where it is not said that anything is due then."""
    for one in sorted(words("words-falls-due"), key=len, reverse=True):
        rest = said.removeprefix(one).removesuffix(one)
        if rest != said:
            return rest.strip()
    return ""


def _today(turn: Turn) -> datetime:
    """When this day began."""
    zone = turn.setup.zone
    return datetime.combine(turn.unit.now.astimezone(zone).date(), time(), zone)


def _midnight(turn: Turn, days: int) -> datetime:
    return _began(turn, _today(turn).date() + days * DAY)


def _began(turn: Turn, local: date) -> datetime:
    began = datetime.combine(local, time(), turn.setup.zone)
    return began.astimezone(turn.unit.now.tzinfo)

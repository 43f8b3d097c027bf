"""From when on and before when cases are due, or were filed: 今天到期的, 新来的, 昨天的."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, time, timedelta

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

DAY = timedelta(days=1)
DUE: dict[str, tuple[int | None, int]] = {
    TODAY: (None, 1),
    SOON: (None, 2),
    TOMORROW: (1, 2),
}
FILED: dict[str, tuple[int | None, int]] = {
    FILED_TODAY: (0, 1),
    FILED_YESTERDAY: (-1, 0),
}
"""The midnights that bound it, counted from the one that began this day."""


def due(turn: Turn, only: Collection[str]) -> Span:
    """Of a week: before its Sunday ends."""
    if WEEK in only:
        return None, _midnight(turn, 7 - _today(turn).weekday())
    return _span(turn, DUE, only)


def filed(turn: Turn, only: Collection[str]) -> Span:
    """What is new came within a day."""
    if NEW in only:
        return turn.unit.now - DAY, None
    return _span(turn, FILED, only)


def _span(
    turn: Turn, known: dict[str, tuple[int | None, int]], only: Collection[str]
) -> Span:
    for name in known.keys() & set(only):
        begin, end = known[name]
        return None if begin is None else _midnight(turn, begin), _midnight(turn, end)
    return ALWAYS


def _today(turn: Turn) -> datetime:
    """When this day began."""
    zone = turn.setup.zone
    return datetime.combine(turn.unit.now.astimezone(zone).date(), time(), zone)


def _midnight(turn: Turn, days: int) -> datetime:
    day = _today(turn).date() + days * DAY
    began = datetime.combine(day, time(), turn.setup.zone)
    return began.astimezone(turn.unit.now.tzinfo)

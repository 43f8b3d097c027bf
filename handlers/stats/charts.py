"""The rates as a picture: received and closed as bars, the closing rate as a line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from domain.phases import NO_REACTION
from domain.tally import Tally
from handlers.dialog.turn import Turn
from handlers.stats.headings import area_names
from handlers.stats.periods import MONTH, SPAN, Period
from handlers.stats.queries import Asked
from storage.figures.scope import DAY, Cell, number_of
from storage.figures.summing import summed

WEEKS, MONTHS = 12, 24
WEEK = DAY * 7


def whole(asked: Asked) -> Period:
    """All days that the picture shows."""
    spans = _spans(asked.period)
    return replace(asked.period, first=spans[0].first, last=spans[-1].last)


def drawn(turn: Turn, asked: Asked, found: Mapping[Cell, Tally]) -> int:
    """Wants the picture: received, closed and the closing rate per week.

    Of more than a quarter it is per month. `found` are the days. Returns the media id.
    """
    spans = _spans(asked.period)
    sums = [_within(found, one) for one in spans]
    some = any(one.filed for one in sums)
    spec = {
        "draw": "chart",
        "title": turn.label(
            "chart-stats-title",
            area=area_names(turn, asked),
        ),
        "note": turn.label("chart-stats-note"),
        "labels": [_label(turn, one) for one in spans],
        "left": turn.label("chart-stats-left"),
        "right": turn.label("chart-stats-right"),
        "series": _series(turn, spans, sums) if some else [],
    }
    return turn.unit.media.draw(spec)


def _series(
    turn: Turn,
    spans: Sequence[Period],
    sums: Sequence[Tally],
) -> list[dict[str, Any]]:
    rates = [_settled(turn, *pair) for pair in zip(spans, sums, strict=True)]
    filed = [one.filed for one in sums]
    closed = [one.closed for one in sums]
    series = (
        ("chart-stats-filed", "bar", "left", filed),
        ("chart-stats-closed", "bar", "left", closed),
        (
            "chart-stats-closing",
            "line",
            "right",
            rates,
        ),
    )
    return [
        {
            "name": turn.label(name),
            "kind": kind,
            "axis": axis,
            "values": values,
        }
        for name, kind, axis, values in series
    ]


def _settled(turn: Turn, span: Period, tally: Tally) -> float | None:
    """In per cent; none while filers still have their two weeks to answer.

    The line would only seem to fall.
    """
    today = turn.unit.now.astimezone(turn.setup.zone).date()
    young = span.last > today - NO_REACTION
    return None if young or tally.closing is None else round(100 * tally.closing, 1)


def _within(found: Mapping[Cell, Tally], period: Period) -> Tally:
    first = number_of(period.first)
    last = number_of(period.last)
    return summed(tally for cell, tally in found.items() if first <= cell.day <= last)


def _spans(period: Period) -> list[Period]:
    """The twelve weeks up to the period's end, or its months where it is longer."""
    if period.days > 7 * (WEEKS + 1):
        return _months(period)
    monday = period.last - DAY * period.last.weekday()
    starts = [monday - WEEK * back for back in reversed(range(WEEKS))]
    return [
        replace(
            period,
            first=day,
            last=min(day + DAY * 6, period.last),
            how=SPAN,
        )
        for day in starts
    ]


def _months(period: Period) -> list[Period]:
    """At most `MONTHS` of them, the last as far as it has come."""
    first = period.last.replace(day=1)
    found = [replace(period, first=first, how=MONTH)]
    while first > period.first and len(found) < MONTHS:
        last = first - DAY
        first = last.replace(day=1)
        found.insert(
            0,
            replace(
                period,
                first=first,
                last=last,
                how=MONTH,
            ),
        )
    return found


def _label(turn: Turn, span: Period) -> str:
    if span.how != MONTH:
        return f"{span.first.month}/{span.first.day}"
    return turn.label("month-name", month=span.first.month)

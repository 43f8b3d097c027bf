"""The rates as a picture: received and closed as bars, the closing rate as a line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from domain.deadlines import NO_REACTION
from domain.rates import Tally
from handlers.dialog.turn import Turn
from handlers.stats.queries import MONTH, SPAN, Asked, Period
from handlers.stats.rates import area_names
from storage.figures.daily import summed
from storage.figures.scope import DAY, Cell, number_of

WEEKS, MONTHS = 12, 24


async def wanted(turn: Turn, asked: Asked) -> int:
    """Wants the picture: per week (of more than a quarter per month) received and closed, and
    the closing rate.
    """
    spans = _spans(asked.period)
    found = await turn.unit.daily.between(
        turn.setup.zone,
        spans[0].first,
        spans[-1].last,
        asked.scope,
        ("day",),
    )
    sums = [_within(found, one) for one in spans]
    series = (
        ("chart-stats-filed", "bar", "left", [one.filed for one in sums]),
        ("chart-stats-closed", "bar", "left", [one.closed for one in sums]),
        (
            "chart-stats-closing",
            "line",
            "right",
            [_settled(turn, *pair) for pair in zip(spans, sums, strict=True)],
        ),
    )
    spec: dict[str, Any] = {
        "draw": "chart",
        "title": turn.label("chart-stats-title", area=area_names(turn, asked)),
        "note": turn.label("chart-stats-note"),
        "labels": [_label(turn, one) for one in spans],
        "left": turn.label("chart-stats-left"),
        "right": turn.label("chart-stats-right"),
        "series": [
            {"name": turn.label(n), "kind": k, "axis": a, "values": v}
            for n, k, a, v in series
        ],
    }
    if not any(one.filed for one in sums):
        spec["series"] = []
    return turn.unit.media.draw(spec)


def _settled(turn: Turn, span: Period, tally: Tally) -> float | None:
    """In per cent; none while filers still have their two weeks to answer: the line would only
    seem to fall.
    """
    today = turn.unit.now.astimezone(turn.setup.zone).date()
    young = span.last > today - NO_REACTION
    return None if young or tally.closing is None else round(100 * tally.closing, 1)


def _within(found: Mapping[Cell, Tally], period: Period) -> Tally:
    first, last = number_of(period.first), number_of(period.last)
    return summed(tally for cell, tally in found.items() if first <= cell.day <= last)


def _spans(period: Period) -> list[Period]:
    """The twelve weeks up to the period's end, or its months (at most 24) where it is longer."""
    if period.days > 7 * (WEEKS + 1):
        first, found = (
            period.last.replace(day=1),
            [replace(period, first=period.last.replace(day=1), how=MONTH)],
        )
        while first > period.first and len(found) < MONTHS:
            last = first - DAY
            first = last.replace(day=1)
            found.insert(0, replace(period, first=first, last=last, how=MONTH))
        return found
    monday = period.last - DAY * period.last.weekday()
    starts = [monday - DAY * 7 * n for n in reversed(range(WEEKS))]
    return [
        replace(period, first=day, last=min(day + DAY * 6, period.last), how=SPAN)
        for day in starts
    ]


def _label(turn: Turn, span: Period) -> str:
    if span.how != MONTH:
        return f"{span.first.month}/{span.first.day}"
    return turn.label("chart-stats-month", month=span.first.month)

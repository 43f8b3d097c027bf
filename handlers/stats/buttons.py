"""The buttons below the figures: a chart, other lines, another period."""

from __future__ import annotations

from domain.messages import Choice
from handlers.dialog.turn import Turn
from handlers.stats.lines import branches, groups
from handlers.stats.queries import Asked

MOST_DATA = 60
"""Bytes of a button's data (Telegram: 64)."""

LINES = {
    "area": "button-stats-area",
    "category": "button-stats-category",
    "kind": "button-stats-kind",
    "office": "button-stats-office",
}
PERIODS = {
    "month": "button-stats-month",
    "last-month": "button-stats-last-month",
    "year": "button-stats-year",
}


def buttons(turn: Turn, asked: Asked) -> list[list[Choice]]:
    """What may be asked next; a question too long for a button has none."""
    by = groups(turn, asked)
    first = [turn.choice("button-stats-chart", asked.again(chart=True))]
    if turn.unit.stations.any:
        words = " ".join(("stations", *asked.codes))
        first.append(turn.choice("button-stats-stations", f"s:{words}"))
    others = [
        turn.choice(key, asked.again(by=name))
        for name, key in LINES.items()
        if name != by and (name != "area" or branches(asked))
    ]
    periods = [
        turn.choice(key, asked.again(period=name)) for name, key in PERIODS.items()
    ]
    kept = [_fitting(row) for row in (first, others, periods)]
    return [row for row in kept if row]


def _fitting(row: list[Choice]) -> list[Choice]:
    return [one for one in row if len(one.data.encode()) <= MOST_DATA]

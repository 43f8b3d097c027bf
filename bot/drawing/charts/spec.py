"""A chart's spec, read."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

from matplotlib import font_manager

from bot.drawing.charts.style import FAMILIES


@dataclass(frozen=True, slots=True)
class Series:
    name: str
    line: bool
    right: bool
    values: list[float]  # NaN is a gap


@dataclass(frozen=True, slots=True)
class Chart:
    title: str
    note: str
    labels: list[str]
    series: list[Series]
    left: str
    right: str

    @property
    def empty(self) -> bool:
        values = (value for series in self.series for value in series.values)
        return all(math.isnan(value) for value in values)


def read(spec: dict[str, Any]) -> Chart:
    """The spec with every value in its place; figures that belong to no label are left out."""
    labels = [drawable(label) for label in spec["labels"]]
    series = [_series(one, len(labels)) for one in spec["series"]]
    if all(one.right for one in series):  # a right axis alone stands on the left
        series = [Series(one.name, one.line, False, one.values) for one in series]
        left, right = spec.get("right", ""), ""
    else:
        left, right = spec.get("left", ""), spec.get("right", "")
    note = drawable(spec.get("note", ""))
    return Chart(
        drawable(spec["title"]), note, labels, series, drawable(left), drawable(right)
    )


def _series(one: dict[str, Any], count: int) -> Series:
    if one["kind"] not in ("bar", "line"):
        raise ValueError("neither bar nor line")
    values = [_figure(value) for value in one["values"][:count]]
    values += [math.nan] * (count - len(values))
    right = one.get("axis") == "right"
    return Series(drawable(one["name"]), one["kind"] == "line", right, values)


def _figure(value: Any) -> float:
    """NaN for a gap."""
    figure = math.nan if value is None else float(value)
    return figure if math.isfinite(figure) else math.nan


def drawable(text: str) -> str:
    """The text without what our fonts cannot draw (most emoji), on one line."""
    fonts = [
        font_manager.get_font(font_manager.findfont(family, fallback_to_default=False))
        for family in FAMILIES
    ]
    known = (
        c
        for c in " ".join(text.split())
        if c == " " or any(font.get_char_index(ord(c)) for font in fonts)
    )
    return " ".join("".join(known).split())

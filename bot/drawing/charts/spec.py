"""A chart's spec, read."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from matplotlib import font_manager

from bot.drawing.charts.style import FAMILIES
from bot.drawing.lacking import Lacking


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
    foot: str = ""  # which signs the fonts lack

    @property
    def empty(self) -> bool:
        values = (value for series in self.series for value in series.values)
        return all(math.isnan(value) for value in values)


def read(spec: dict[str, Any]) -> Chart:
    """The spec with every value in its place; figures that belong to no label are left out."""
    lacking = Lacking(_has)
    drawable = lacking.drawable
    labels = [drawable(label) for label in spec["labels"]]
    series = [
        _series(
            one,
            len(labels),
            drawable,
        )
        for one in spec["series"]
    ]
    if all(one.right for one in series):  # a right axis alone stands on the left
        series = [
            Series(
                one.name,
                one.line,
                False,
                one.values,
            )
            for one in series
        ]
        left, right = spec.get("right", ""), ""
    else:
        left, right = spec.get("left", ""), spec.get("right", "")
    return Chart(
        title=drawable(spec["title"]),
        note=drawable(spec.get("note", "")),
        labels=labels,
        series=series,
        left=drawable(left),
        right=drawable(right),
        foot=lacking.note,
    )


def _series(
    one: dict[str, Any],
    count: int,
    drawable: Callable[[str], str],
) -> Series:
    if one["kind"] not in ("bar", "line"):
        raise ValueError("neither bar nor line")
    values = [_figure(value) for value in one["values"][:count]]
    values += [math.nan] * (count - len(values))
    right = one.get("axis") == "right"
    return Series(
        drawable(one["name"]),
        one["kind"] == "line",
        right,
        values,
    )


def _figure(value: Any) -> float:
    """NaN for a gap."""
    figure = math.nan if value is None else float(value)
    return figure if math.isfinite(figure) else math.nan


def _has(code: int) -> bool:
    """Whether one of our fonts has this sign."""
    files = map(_file, FAMILIES)
    return any(font_manager.get_font(one).get_char_index(code) for one in files)


def _file(family: str) -> str:
    return font_manager.findfont(family, fallback_to_default=False)

"""The bars and lines of a chart."""

from __future__ import annotations

import math
from typing import Any

from matplotlib.axes import Axes

from bot.drawing.charts.spec import Chart
from bot.drawing.charts.style import FIGURES

# Okabe and Ito's colours (jfly.uni-koeln.de/color), which people who confuse red and green tell
# apart; neighbours also differ in lightness.
BARS = ("#56B4E9", "#0072B2", "#E69F00", "#009E73", "#CC79A7", "#999999")
LINES = ("#D55E00", "#222222", "#009E73", "#CC79A7", "#0072B2", "#E69F00")
MARKS = "osD^vP"
FIGURES_ON = 14  # more bars than this carry no figures
MANY_LABELS = 20  # with more of them marks are smaller
EDGE: dict[str, Any] = {
    "color": "white",
    "linewidth": 7.0,
    "solid_capstyle": "round",
}
LINE: dict[str, Any] = {
    "linewidth": 3.6,
    "markeredgecolor": "white",
    "markeredgewidth": 1.5,
    "solid_capstyle": "round",
    "clip_on": False,
}


def bars(main: Axes, beside: Axes | None, chart: Chart) -> dict[int, Any]:
    """Bars side by side, with their figures above them where these have room. Returns what the
    legend shows.
    """
    drawn = [(number, one) for number, one in enumerate(chart.series) if not one.line]
    many = len(drawn)
    width = 0.78 / max(1, many)
    alone = many == len(chart.series)
    figures = alone and many * len(chart.labels) <= FIGURES_ON
    handles = {}
    for place, (number, one) in enumerate(drawn):
        where = [(x, y) for x, y in enumerate(one.values) if not math.isnan(y)]
        middle = (place - (many - 1) / 2) * width
        axes = beside if one.right and beside is not None else main
        handles[number] = axes.bar(
            [x + middle for x, _ in where],
            [value for _, value in where],
            width * 0.94,
            color=BARS[place % len(BARS)],
            zorder=2,
        )
        if figures:
            texts = [f"{value:,.10g}" for _, value in where]
            axes.bar_label(
                handles[number],
                texts,
                padding=3,
                fontsize=FIGURES,
            )
    return handles


def lines(main: Axes, beside: Axes | None, chart: Chart) -> dict[int, Any]:
    """Lines with a mark at each value, edged in white so that they are seen before bars."""
    drawn = [(number, one) for number, one in enumerate(chart.series) if one.line]
    size = 11.0 if len(chart.labels) <= MANY_LABELS else 6.5
    handles = {}
    for place, (number, one) in enumerate(drawn):
        axes = beside if one.right and beside is not None else main
        across = range(len(one.values))
        axes.plot(
            across,
            one.values,
            **EDGE,
            zorder=3,
        )
        handles[number] = axes.plot(
            across,
            one.values,
            **LINE,
            color=LINES[place % len(LINES)],
            marker=MARKS[place % len(MARKS)],
            markersize=size,
            zorder=4,
        )[0]
    return handles

"""The axes, the legend, and all of a chart together."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import FigureBase
from matplotlib.ticker import FuncFormatter, MaxNLocator, MultipleLocator
from matplotlib.transforms import blended_transform_factory

from bot.drawing.charts.series import bars, lines
from bot.drawing.charts.spec import Chart, Series
from bot.drawing.charts.style import DPI, EDGE, FIGURES, GRID, PALE, WIDTH, WORDS
from bot.drawing.fitting import cut, ems, ticks

PERCENT = r"[%\uff05]\)?$"
TURNED = {"rotation": 38, "ha": "right", "rotation_mode": "anchor"}


def draw(figure: FigureBase, chart: Chart) -> None:
    main = figure.add_subplot()
    right = [series for series in chart.series if series.right]
    left = [series for series in chart.series if not series.right]
    beside = main.twinx() if right else None
    handles = bars(
        main,
        beside,
        chart,
    ) | lines(
        main,
        beside,
        chart,
    )
    _along(main, chart)
    _upwards(main, chart.left, left, False)
    main.grid(
        axis="y",
        color=GRID,
        linewidth=1.2,
    )
    main.set_axisbelow(True)
    if beside is not None:
        _upwards(
            beside,
            chart.right,
            right,
            True,
        )
    _legend(figure, chart, handles)


def _legend(
    figure: FigureBase,
    chart: Chart,
    handles: dict[int, Any],
) -> None:
    """Below, in as many columns as have room; nothing where no series has a name."""
    names = {at: cut(one.name, 14) for at, one in enumerate(chart.series) if one.name}
    if not names:
        return
    widest = max(map(ems, names.values())) + 3.2
    room = int(WIDTH * 0.94 / (widest * WORDS * DPI / 72))
    figure.legend(
        [handles[at] for at in names],
        list(names.values()),
        loc="outside lower center",
        ncols=max(1, min(len(names), room)),
        frameon=False,
        fontsize=WORDS,
        handlelength=1.5,
        handletextpad=0.5,
        columnspacing=1.5,
        borderpad=0.0,
    )


def _along(main: Axes, chart: Chart) -> None:
    """The labels below; few columns are not spread over the whole width."""
    count = len(chart.labels)
    half, middle = max(count, 4) / 2, (count - 1) / 2
    main.set_xlim(middle - half * 1.02, middle + half * 1.02)
    room = WIDTH * (0.80 if any(series.right for series in chart.series) else 0.86)
    below = ticks(chart.labels, room / max(count, 4) / (FIGURES * DPI / 72))
    turned: dict[str, Any] = TURNED if below.turned else {}
    main.set_xticks(
        below.at,
        below.texts,
        fontsize=FIGURES,
        **turned,
    )
    main.tick_params(
        axis="x",
        length=0,
        pad=4 if below.turned else 10,
    )
    main.spines[["top", "left", "right"]].set_visible(False)


def _upwards(
    axes: Axes,
    label: str,
    series: Iterable[Series],
    right: bool,
) -> None:
    """A scale from zero with few steps; its label lies above it, since upright Chinese is hard
    to read.
    """
    values = [y for one in series for y in one.values if not math.isnan(y)] or [0.0]
    low, high = min(0.0, *values), max(0.0, *values)
    if re.search(PERCENT, label) and low == 0 and high <= 100:
        axes.set_ylim(0, 106)
        axes.yaxis.set_major_locator(MultipleLocator(25))
    else:
        above = (high - low or 1.0) * 0.12
        axes.set_ylim(low - above if low < 0 else 0.0, high + above)
        whole = all(value == int(value) for value in values)
        steps = MaxNLocator(
            5,
            integer=whole,
            steps=[1, 2, 2.5, 5, 10],
        )
        axes.yaxis.set_major_locator(steps)
    axes.yaxis.set_major_formatter(
        FuncFormatter(lambda value, _: "" if right and not value else f"{value:,.10g}")
    )
    axes.tick_params(
        axis="y",
        length=0,
        labelsize=FIGURES,
    )
    axes.spines[["top", "left", "right"]].set_visible(False)
    if label:
        _above(axes, label, right)


def _above(axes: Axes, label: str, right: bool) -> None:
    """Words above a scale, from the picture's edge inwards."""
    # makes room; the words themselves take none
    axes.set_title(" ", fontsize=FIGURES, pad=18)
    where = blended_transform_factory(axes.figure.transFigure, axes.transAxes)
    words = axes.annotate(
        cut(label, 16),
        (1 - EDGE if right else EDGE, 1),
        (0, 18),
        where,
        "offset points",
        ha="right" if right else "left",
        va="baseline",
        fontsize=FIGURES,
        color=PALE,
        annotation_clip=False,
    )
    words.set_in_layout(False)

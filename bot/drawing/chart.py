"""Statistics as a picture to be read on a phone: `python -m bot.drawing.chart`, spec on stdin, PNG
on stdout.

1200 × 750 pixels; a phone shows them a third as large, so no letter is smaller than 28. `note` is
what the picture says when there is nothing to show. Imports nothing of the house: it starts for
every picture.
"""

from __future__ import annotations

import io
import json
import math
import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from matplotlib import font_manager, rc_context
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.layout_engine import ConstrainedLayoutEngine
from matplotlib.ticker import FuncFormatter, MaxNLocator, MultipleLocator
from matplotlib.transforms import blended_transform_factory
from PIL import Image

from bot.drawing.fitting import cut, ems, rows_of, ticks

FONT = Path(__file__).with_name("font") / "DroidSansFallbackFull.ttf"
# the first has no Latin letters, the second no Chinese ones
FAMILIES = ["Droid Sans Fallback", "DejaVu Sans"]
WIDTH, HEIGHT, DPI = 1200, 750, 100  # pixels, pixels, pixels per inch
TITLE, WORDS, FIGURES = 30.0, 22.0, 20.5  # points: 42, 31 and 28 pixels
INK, PALE, GRID = "#222222", "#555555", "#DDDDDD"
# Okabe and Ito's colours (jfly.uni-koeln.de/color), which people who confuse red and green tell
# apart; neighbours also differ in lightness.
BARS = ("#56B4E9", "#0072B2", "#E69F00", "#009E73", "#CC79A7", "#999999")
LINES = ("#D55E00", "#222222", "#009E73", "#CC79A7", "#0072B2", "#E69F00")
MARKS = "osD^vP"
COLOURS = 128  # few hues and their edges; a third of the bytes of full colours
EDGE = 0.025  # of the width
PERCENT = r"[%\uff05]\)?$"
FIGURES_ON = 14  # more bars than this carry no figures
STYLE: Any = {
    "font.family": FAMILIES,
    "font.size": WORDS,
    "text.parse_math": False,
    "axes.unicode_minus": False,
    "text.color": INK,
    "xtick.color": INK,
    "ytick.color": INK,
    "axes.edgecolor": PALE,
}
font_manager.fontManager.addfont(str(FONT))


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
        return all(
            math.isnan(value) for series in self.series for value in series.values
        )


def render(spec: dict[str, Any]) -> bytes:
    """The PNG. Raises KeyError, TypeError, ValueError or AttributeError for what is no chart."""
    chart = read(spec)
    with rc_context(STYLE):
        layout = ConstrainedLayoutEngine(w_pad=0.2, h_pad=0.18)  # inches
        figure = Figure(
            figsize=(WIDTH / DPI, HEIGHT / DPI),
            dpi=DPI,
            layout=layout,
            facecolor="white",
        )
        if chart.title:
            lines = rows_of(chart.title, WIDTH * 0.94 / (TITLE * DPI / 72), 2)
            figure.suptitle("\n".join(lines), x=EDGE, ha="left", fontsize=TITLE)
        if chart.empty:
            note = "\n".join(rows_of(chart.note, 30, 4))
            figure.text(
                0.5,
                0.47,
                note,
                ha="center",
                va="center",
                fontsize=WORDS * 1.15,
                color=PALE,
            )
        else:
            draw(figure, chart)
        drawn = io.BytesIO()
        figure.savefig(drawn, format="png")
    out = io.BytesIO()
    Image.open(drawn).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(
        out, "PNG", optimize=True
    )
    return out.getvalue()


# --- reading ---


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
    values = [
        math.nan if value is None else float(value) for value in one["values"][:count]
    ]
    values = [value if math.isfinite(value) else math.nan for value in values]
    values += [math.nan] * (count - len(values))
    return Series(
        drawable(one["name"]), one["kind"] == "line", one.get("axis") == "right", values
    )


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


# --- drawing ---


def draw(figure: Figure, chart: Chart) -> None:
    main = figure.add_subplot()
    beside = main.twinx() if any(series.right for series in chart.series) else None
    handles = _bars(main, beside, chart) | _lines(main, beside, chart)
    _along(main, chart)
    _upwards(main, chart.left, [one for one in chart.series if not one.right], False)
    main.grid(axis="y", color=GRID, linewidth=1.2)
    main.set_axisbelow(True)
    if beside is not None:
        _upwards(beside, chart.right, [one for one in chart.series if one.right], True)
    named = [
        (handles[number], cut(one.name, 14))
        for number, one in enumerate(chart.series)
        if one.name
    ]
    if named:
        widest = max(ems(name) for _, name in named) + 3.2
        columns = max(
            1, min(len(named), int(WIDTH * 0.94 / (widest * WORDS * DPI / 72)))
        )
        figure.legend(
            [handle for handle, _ in named],
            [name for _, name in named],
            loc="outside lower center",
            ncols=columns,
            frameon=False,
            fontsize=WORDS,
            handlelength=1.5,
            handletextpad=0.5,
            columnspacing=1.5,
            borderpad=0.0,
        )


def _bars(main: Axes, beside: Axes | None, chart: Chart) -> dict[int, Any]:
    """Bars side by side, with their figures above them where these have room. Returns what the
    legend shows.
    """
    bars = [(number, one) for number, one in enumerate(chart.series) if not one.line]
    width = 0.78 / max(1, len(bars))
    figures = (
        len(bars) == len(chart.series) and len(bars) * len(chart.labels) <= FIGURES_ON
    )
    handles = {}
    for place, (number, one) in enumerate(bars):
        where = [
            (x, value) for x, value in enumerate(one.values) if not math.isnan(value)
        ]
        middle = (place - (len(bars) - 1) / 2) * width
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
            axes.bar_label(handles[number], texts, padding=3, fontsize=FIGURES)
    return handles


def _lines(main: Axes, beside: Axes | None, chart: Chart) -> dict[int, Any]:
    """Lines with a mark at each value, edged in white so that they are seen before bars."""
    lines = [(number, one) for number, one in enumerate(chart.series) if one.line]
    mark = 11.0 if len(chart.labels) <= 20 else 6.5
    handles = {}
    for place, (number, one) in enumerate(lines):
        axes = beside if one.right and beside is not None else main
        axes.plot(
            range(len(one.values)),
            one.values,
            color="white",
            linewidth=7.0,
            zorder=3,
            solid_capstyle="round",
        )
        handles[number] = axes.plot(
            range(len(one.values)),
            one.values,
            color=LINES[place % len(LINES)],
            linewidth=3.6,
            zorder=4,
            marker=MARKS[place % len(MARKS)],
            markersize=mark,
            markeredgecolor="white",
            markeredgewidth=1.5,
            solid_capstyle="round",
            clip_on=False,
        )[0]
    return handles


def _along(main: Axes, chart: Chart) -> None:
    """The labels below; few columns are not spread over the whole width."""
    count = len(chart.labels)
    half, middle = max(count, 4) / 2, (count - 1) / 2
    main.set_xlim(middle - half * 1.02, middle + half * 1.02)
    room = WIDTH * (0.80 if any(series.right for series in chart.series) else 0.86)
    below = ticks(chart.labels, room / max(count, 4) / (FIGURES * DPI / 72))
    turned: dict[str, Any] = (
        {"rotation": 38, "ha": "right", "rotation_mode": "anchor"}
        if below.turned
        else {}
    )
    main.set_xticks(below.at, below.texts, fontsize=FIGURES, **turned)
    main.tick_params(axis="x", length=0, pad=4 if below.turned else 10)
    main.spines[["top", "left", "right"]].set_visible(False)


def _upwards(axes: Axes, label: str, series: Iterable[Series], right: bool) -> None:
    """A scale from zero with few steps; its label lies above it, since upright Chinese is hard
    to read.
    """
    values = [
        value for one in series for value in one.values if not math.isnan(value)
    ] or [0.0]
    low, high = min(0.0, *values), max(0.0, *values)
    if re.search(PERCENT, label) and low == 0 and high <= 100:
        axes.set_ylim(0, 106)
        axes.yaxis.set_major_locator(MultipleLocator(25))
    else:
        above = (high - low or 1.0) * 0.12
        axes.set_ylim(low - above if low < 0 else 0.0, high + above)
        whole = all(value == int(value) for value in values)
        axes.yaxis.set_major_locator(
            MaxNLocator(5, integer=whole, steps=[1, 2, 2.5, 5, 10])
        )
    axes.yaxis.set_major_formatter(
        FuncFormatter(lambda value, _: "" if right and not value else f"{value:,.10g}")
    )
    axes.tick_params(axis="y", length=0, labelsize=FIGURES)
    axes.spines[["top", "left", "right"]].set_visible(False)
    if label:
        # makes room; the words themselves start at the picture's edge
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


def main() -> None:
    spec: dict[str, Any] = json.loads(sys.stdin.buffer.read())
    sys.stdout.buffer.write(render(spec))


if __name__ == "__main__":
    main()

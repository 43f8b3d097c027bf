"""Statistics as a picture to be read on a phone: a PNG, drawn in a child of its own.

1200 × 750 pixels; a phone shows them a third as large, so no letter is smaller than 28. `note` is
what the picture says when there is nothing to show. Imports nothing of the house: it starts for
every picture.
"""

from __future__ import annotations

import io
from typing import Any

from matplotlib import rc_context
from matplotlib.figure import Figure, FigureBase
from matplotlib.layout_engine import ConstrainedLayoutEngine
from PIL import Image

from bot.drawing.charts.axes import draw
from bot.drawing.charts.spec import Chart, read
from bot.drawing.charts.style import (
    DPI,
    EDGE,
    FIGURES,
    HEIGHT,
    PALE,
    STYLE,
    TITLE,
    WIDTH,
    WORDS,
)
from bot.drawing.fitting import rows_of
from bot.drawing.orders import order

FOOT = 0.06  # of the height: room for the line about lacking signs
COLOURS = 128  # few hues and their edges; a third of the bytes of full colours


def render(spec: dict[str, Any]) -> bytes:
    """The PNG. Raises KeyError, TypeError, ValueError or AttributeError for what is no chart."""
    chart = read(spec)
    with rc_context(STYLE):
        figure = Figure(
            figsize=(WIDTH / DPI, HEIGHT / DPI),
            dpi=DPI,
            layout=ConstrainedLayoutEngine(w_pad=0.2, h_pad=0.18),  # inches
            facecolor="white",
        )
        room = _above_foot(figure, chart.foot) if chart.foot else figure
        _fill(room, chart)
        drawn = io.BytesIO()
        figure.savefig(drawn, format="png")
    return _packed(drawn)


def _fill(figure: FigureBase, chart: Chart) -> None:
    if chart.title:
        lines = rows_of(
            chart.title,
            WIDTH * 0.94 / (TITLE * DPI / 72),
            2,
        )
        figure.suptitle(
            "\n".join(lines),
            x=EDGE,
            ha="left",
            fontsize=TITLE,
        )
    if chart.empty:
        _say(figure, chart.note)
    else:
        draw(figure, chart)


def _above_foot(figure: Figure, foot: str) -> FigureBase:
    """What is left of the picture above a line about the signs that the fonts lack."""
    rows = figure.add_gridspec(
        2,
        1,
        height_ratios=[1 - FOOT, FOOT],
    )
    below = figure.add_subfigure(rows[1, 0])
    right: dict[str, Any] = {"ha": "right", "va": "center"}
    below.text(
        1 - EDGE,
        0.6,
        foot,
        **right,
        fontsize=FIGURES,
        color=PALE,
    )
    return figure.add_subfigure(rows[0, 0])


def _say(figure: FigureBase, note: str) -> None:
    words = "\n".join(rows_of(note, 30, 4))
    middle: dict[str, Any] = {"ha": "center", "va": "center"}
    figure.text(
        0.5,
        0.47,
        words,
        **middle,
        fontsize=WORDS * 1.15,
        color=PALE,
    )


def _packed(drawn: io.BytesIO) -> bytes:
    """The picture in few colours."""
    picture = Image.open(drawn).convert("RGB")
    few = picture.quantize(COLOURS, dither=Image.Dither.NONE)
    out = io.BytesIO()
    few.save(out, "PNG", optimize=True)
    return out.getvalue()


JOBS = {"draw": order(render)}

"""Statistics as a picture to be read on a phone: `python -m bot.drawing.chart`, spec on stdin, PNG
on stdout.

1200 × 750 pixels; a phone shows them a third as large, so no letter is smaller than 28. `note` is
what the picture says when there is nothing to show. Imports nothing of the house: it starts for
every picture.
"""

from __future__ import annotations

import io
import json
import sys
from typing import Any

from matplotlib import rc_context
from matplotlib.figure import Figure
from matplotlib.layout_engine import ConstrainedLayoutEngine
from PIL import Image

from bot.drawing.charts.axes import draw
from bot.drawing.charts.spec import read
from bot.drawing.charts.style import DPI, EDGE, HEIGHT, PALE, STYLE, TITLE, WIDTH, WORDS
from bot.drawing.fitting import rows_of

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
        if chart.title:
            lines = rows_of(chart.title, WIDTH * 0.94 / (TITLE * DPI / 72), 2)
            figure.suptitle("\n".join(lines), x=EDGE, ha="left", fontsize=TITLE)
        if chart.empty:
            _say(figure, chart.note)
        else:
            draw(figure, chart)
        drawn = io.BytesIO()
        figure.savefig(drawn, format="png")
    return _packed(drawn)


def _say(figure: Figure, note: str) -> None:
    words = "\n".join(rows_of(note, 30, 4))
    middle: dict[str, Any] = {"ha": "center", "va": "center"}
    figure.text(0.5, 0.47, words, **middle, fontsize=WORDS * 1.15, color=PALE)


def _packed(drawn: io.BytesIO) -> bytes:
    """The picture in few colours."""
    picture = Image.open(drawn).convert("RGB")
    few = picture.quantize(COLOURS, dither=Image.Dither.NONE)
    out = io.BytesIO()
    few.save(out, "PNG", optimize=True)
    return out.getvalue()


def main() -> None:
    spec: dict[str, Any] = json.loads(sys.stdin.buffer.read())
    sys.stdout.buffer.write(render(spec))


if __name__ == "__main__":
    main()

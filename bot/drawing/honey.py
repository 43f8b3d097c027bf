"""Somebody's honey card (蜜值储蓄卡) as a picture: tier, figures, and how far the next tier is.

It has no name on it, and the day, since figures grow old. Drawn at twice its size, so that slanted
lines are smooth.
"""

from __future__ import annotations

import io
import itertools
import math
from collections.abc import Sequence
from typing import Any

from PIL import Image, ImageDraw

from bot.drawing.fitting import cut, ems
from bot.drawing.lettering import lettering

WIDE, TALL = 1080, 680  # pixels; as a bank card's sides
FINER = 2
EDGE = 64
ROUND = 44  # of the corners
TITLE, NOTE = 480, 660  # pixels for the words above the tier and below the bar
LONGEST = 9  # ems of what stands to the right of these
GAP = 20  # pixels between two figures
CELL = 74  # pixels, radius of a cell of the comb
COMB, EMPTY = 26, 70  # of 255, how white the comb and the empty bar are
LARGE, MIDDLE, PLAIN, SMALL = 92, 60, 38, 32  # pixels of the letters
INK, PALE, FILLED = "#FFFFFF", "#F3E9D2", "#FFD866"
BAR = (EDGE, 530, WIDE - EDGE, 548)  # pixels: left, top, right, bottom
COLOURS = {
    "bronze": ("#5B3717", "#8C5A2B"),
    "silver": ("#434C55", "#69757F"),
    "gold": ("#7A5200", "#A87400"),
    "platinum": ("#2C3E4B", "#4E6878"),
    "diamond": ("#123A66", "#2B6CA3"),
    "royal": ("#2E1547", "#6A2F86"),
}
"""From the top to the bottom, dark enough for white letters (ours)."""


def draw(spec: dict[str, Any]) -> bytes:
    """The PNG. Raises KeyError, TypeError or ValueError for what is no card."""
    made = _shaded(*COLOURS[spec["tier"]])
    made.paste("white", mask=_faint(made.size))
    pen = ImageDraw.Draw(made)
    _say(pen, EDGE, 58, str(spec["title"]), PLAIN, PALE, TITLE)
    _say_right(pen, 58, str(spec["number"]), PLAIN, PALE)
    _say(
        pen,
        EDGE,
        142,
        str(spec["name"]),
        LARGE,
        INK,
        WIDE - 2 * EDGE,
    )
    _figures(pen, 330, spec["figures"])
    _filled(pen, float(spec["progress"]))
    _say(
        pen,
        EDGE,
        BAR[3] + 26,
        str(spec["note"]),
        SMALL,
        PALE,
        NOTE,
    )
    _say_right(pen, BAR[3] + 26, str(spec["day"]), SMALL, PALE)
    return _png(made)


def _shaded(top: str, bottom: str) -> Image.Image:
    """One colour going over into the other."""
    size = (WIDE * FINER, TALL * FINER)
    first = Image.new("RGB", size, top)
    second = Image.new("RGB", size, bottom)
    mask = Image.linear_gradient("L")
    return Image.composite(second, first, mask.resize(size))


def _faint(size: tuple[int, int]) -> Image.Image:
    """How white each place is, of 255: cells of a honeycomb in a corner, and the whole bar."""
    mask = Image.new("L", size, 0)
    pen = ImageDraw.Draw(mask)
    step_x, step_y = CELL * math.sqrt(3), CELL * 1.5
    for row, column in itertools.product(range(6), range(5)):
        x = WIDE - (column + row % 2 / 2) * step_x + CELL / 2
        y = row * step_y - CELL / 4
        if x - y > WIDE - 420:
            middle = (x * FINER, y * FINER, CELL * FINER)
            pen.regular_polygon(
                middle,
                6,
                rotation=30,
                outline=COMB,
                width=6,
            )
    _rounded(pen, BAR, EMPTY)
    return mask


def _figures(
    pen: ImageDraw.ImageDraw,
    top: float,
    figures: Sequence[Sequence[str]],
) -> None:
    """Label over figure, side by side, the labels all of one size."""
    wide = (WIDE - 2 * EDGE) / max(len(figures), 1)
    room = wide - GAP
    sizes = [_fitting(label, SMALL, room) for label, _ in figures]
    size = min(sizes, default=SMALL)
    for place, (label, value) in enumerate(figures):
        left = EDGE + place * wide
        _say(pen, left, top, label, size, PALE, room)
        _say(pen, left, top + 52, value, MIDDLE, INK, room)


def _filled(pen: ImageDraw.ImageDraw, progress: float) -> None:
    """How far from this tier to the next: 0 to 1."""
    left, top, right, bottom = BAR
    end = left + (right - left) * min(max(progress, 0.0), 1.0)
    # a shorter one would have no round ends
    if end - left >= bottom - top:
        _rounded(pen, (left, top, end, bottom), FILLED)


def _rounded(
    pen: ImageDraw.ImageDraw,
    box: tuple[float, float, float, float],
    fill: str | int,
) -> None:
    finer = [side * FINER for side in box]
    pen.rounded_rectangle(
        finer,
        (finer[3] - finer[1]) / 2,
        fill=fill,
    )


def _fitting(
    text: str,
    size: int,
    room: float,
) -> int:
    """The size in which a line fits, at least half of what it should be."""
    return min(size, max(size // 2, int(room / max(ems(text), 1))))


def _say(
    pen: ImageDraw.ImageDraw,
    left: float,
    top: float,
    text: str,
    size: int,
    ink: str,
    room: float,
) -> None:
    """One line, smaller where it would not fit, and cut where that is not enough."""
    letters = _fitting(text, size, room)
    x, y = left * FINER, (top + size) * FINER
    for part, font in lettering(cut(text, room / letters), letters * FINER):
        pen.text((x, y), part, fill=ink, font=font, anchor="ls")
        x += font.getlength(part)


def _say_right(
    pen: ImageDraw.ImageDraw,
    top: float,
    text: str,
    size: int,
    ink: str,
) -> None:
    """The same, up to the right edge."""
    said = cut(text, LONGEST)
    parts = lettering(said, size * FINER)
    wide = sum(font.getlength(part) for part, font in parts) / FINER
    _say(pen, WIDE - EDGE - wide, top, said, size, ink, WIDE)


def _png(made: Image.Image) -> bytes:
    """In its own size, with round corners."""
    small = made.resize((WIDE, TALL), Image.Resampling.LANCZOS)
    shape = Image.new("L", made.size, 0)
    corners = ImageDraw.Draw(shape)
    corners.rounded_rectangle(
        (0, 0, *made.size),
        ROUND * FINER,
        fill=255,
    )
    small.putalpha(shape.resize((WIDE, TALL), Image.Resampling.LANCZOS))
    white = Image.new("RGB", small.size, "white")
    white.paste(small, mask=small)
    out = io.BytesIO()
    white.save(out, "PNG")
    return out.getvalue()

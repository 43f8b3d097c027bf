"""A proof slip as a picture: what it is and its number, a few rows, and the code to scan.

It is shown on a phone, so everything is large; what does not fit is cut with ….
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

import segno
from PIL import Image, ImageDraw

from bot.drawing.fitting import cut, ems, rows_of
from bot.drawing.lettering import lettering

WIDE, TALL = 1080, 1440  # pixels
EDGE = 72
INK, PALE, HONEY = "#24211B", "#6E675A", "#F7B21A"
LARGE, PLAIN, SMALL = 72, 44, 34  # pixels of the letters
QR = 520
SQUARE = 10  # pixels of one square of the code, before it is fitted
MOST_NOTES = 3  # rows of one note


def draw(spec: dict[str, Any]) -> bytes:
    """The PNG. Raises KeyError, TypeError or ValueError for what is no slip."""
    picture = Image.new(
        "RGB",
        (WIDE, TALL),
        "white",
    )
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, 0, WIDE, 24), fill=HONEY)
    _line(
        pen,
        84,
        str(spec["title"]),
        PLAIN,
        PALE,
    )
    _line(
        pen,
        150,
        str(spec["number"]),
        LARGE,
        INK,
    )
    top = _rows(pen, 270, spec["rows"])
    code = _code(str(spec["qr"]))
    picture.paste(code, ((WIDE - QR) // 2, top + 16))
    _notes(pen, top + QR + 44, spec["notes"])
    out = io.BytesIO()
    picture.save(out, "PNG", optimize=True)
    return out.getvalue()


def _rows(
    pen: ImageDraw.ImageDraw,
    top: int,
    rows: Sequence[Sequence[str]],
) -> int:
    """Label and value; returns where they end."""
    for label, value in rows:
        _line(pen, top, label, SMALL, PALE)
        _line(pen, top + 44, value, PLAIN, INK)
        top += 126
    return top


def _notes(pen: ImageDraw.ImageDraw, top: int, notes: Sequence[str]) -> None:
    room = (WIDE - 2 * EDGE) / SMALL
    for note in notes:
        for row in rows_of(
            note,
            room,
            MOST_NOTES,
        ):
            _line(pen, top, row, SMALL, PALE)
            top += 46


def _line(
    pen: ImageDraw.ImageDraw,
    top: int,
    text: str,
    size: int,
    ink: str,
) -> None:
    """One line of words, smaller where it would not fit, and cut where that is not enough."""
    room = WIDE - 2 * EDGE
    smallest = size * 2 // 3
    fits = int(room / max(ems(text), 1))
    letters = min(size, max(smallest, fits))
    left: float = EDGE
    for part, font in lettering(cut(text, room / letters), letters):
        pen.text(
            (left, top + letters),
            part,
            fill=ink,
            font=font,
            anchor="ls",
        )
        left += font.getlength(part)


def _code(words: str) -> Image.Image:
    drawn = io.BytesIO()
    made = segno.make(
        words,
        error="m",
        micro=False,
    )
    made.save(
        drawn,
        kind="png",
        scale=SQUARE,
        border=4,
    )
    opened = Image.open(drawn).convert("L")
    return opened.resize((QR, QR), Image.Resampling.LANCZOS)

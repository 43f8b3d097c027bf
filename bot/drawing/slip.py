"""A dispatch slip as one A4 page: a PDF, drawn in a child of its own.

Read standing, by somebody tired: the number large, every value beside its label, room to write
below. What does not fit is cut with …; there is never a second page. Imports nothing of the house
but `fitting`.
"""

from __future__ import annotations

import io
from typing import Any

import segno

from bot.drawing.fitting import ems
from bot.drawing.orders import order
from bot.drawing.slips.foot import history, sign
from bot.drawing.slips.measures import (
    HUGE,
    LABEL,
    LARGE,
    LEFT,
    LINE,
    PALE,
    PLAIN,
    POINT,
    RIGHT,
    SMALL,
    TOP,
    WIDE,
)
from bot.drawing.slips.page import Page
from bot.drawing.slips.photos import photos

QR = 30.0
MAP_QR = 22.0  # smaller, so that nobody scans it for the number
MOST_ROWS = 8  # of words


def render(spec: dict[str, Any]) -> bytes:
    """The PDF. Raises KeyError, TypeError or ValueError for what is no slip."""
    with Page(spec["made_at"]) as page:
        page.pdf.set_title(str(spec["number"]))
        _head(page, spec)
        _fields(page, spec["fields"])
        page.heading(spec["words_label"])
        page.rows(
            LEFT,
            spec["words"],
            MOST_ROWS,
            WIDE,
            11.5,
        )
        photos(page, spec)
        history(
            page,
            spec["history_label"],
            spec["history"],
        )
        sign(page, spec)
        return bytes(page.pdf.output())


def _head(page: Page, spec: dict[str, Any]) -> None:
    """What it is and its number on the left, on the right the code to scan and beside it the map's,
    if there is one.
    """
    beside = MAP_QR + 6 if spec.get("map") else 0
    room = WIDE - QR - 6 - beside
    page.text(
        LEFT,
        TOP,
        spec["title"],
        LARGE,
        most=room,
    )
    page.text(
        LEFT,
        TOP + 8.5,
        spec["number"],
        HUGE,
        most=room,
    )
    page.text(
        LEFT,
        TOP + 21,
        spec["subject"],
        LARGE,
        most=room,
    )
    _code(page, spec["code"], RIGHT - QR, QR)
    if beside:
        left = RIGHT - QR - beside
        _code(page, spec["map"], left, MAP_QR)
        page.text(
            left,
            TOP + MAP_QR + 1,
            spec["map_label"],
            SMALL,
            PALE,
            MAP_QR,
        )
    page.y = TOP + QR + 3
    page.rule(page.y, thick=0.6)
    page.y += 2.5


def _code(page: Page, words: str, left: float, size: float) -> None:
    """A QR code at the top of the page, `size` millimetres high."""
    drawn = io.BytesIO()
    made = segno.make(
        words,
        error="m",
        micro=False,
    )
    made.save(
        drawn,
        kind="png",
        scale=8,
        border=0,
    )
    page.pdf.image(drawn, left, TOP, size, size)


def _fields(page: Page, fields: list[list[str]]) -> None:
    """Label and value, two to a row where both are short."""
    half, step = WIDE / 2, PLAIN * POINT * LINE + 0.9
    room = half - LABEL - 3
    at = 0
    for label, value in fields:
        long = ems(value) * PLAIN * POINT > room
        if long and at:
            page.y, at = page.y + step, 0
        x = LEFT + at * half
        page.text(
            x,
            page.y + 0.5,
            label,
            SMALL,
            PALE,
            LABEL - 2,
        )
        if long:
            top = page.y
            page.rows(
                x + LABEL,
                value,
                2,
                WIDE - LABEL,
            )
            page.y = max(page.y + 0.9, top + step)
        else:
            page.text(
                x + LABEL,
                page.y,
                value,
                most=room,
            )
            page.y, at = (page.y + step, 0) if at else (page.y, 1)
    page.y += step if at else 0
    page.rule(page.y + 0.8)


JOBS = {"draw": order(render)}

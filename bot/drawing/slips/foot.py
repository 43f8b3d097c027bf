"""The lower part of a slip: what happened, and room to write and sign."""

from __future__ import annotations

from typing import Any

from bot.drawing.fitting import cut, ems
from bot.drawing.lacking import seen
from bot.drawing.slips.measures import (
    BOTTOM,
    LEFT,
    LINE,
    PALE,
    POINT,
    SIGN,
    SMALL,
    TINY,
    WIDE,
)
from bot.drawing.slips.page import Page


def history(page: Page, label: str, history: list[list[str]]) -> None:
    """The newest lines that still have room above the signatures."""
    step, stamp = 9.5 * POINT * LINE, 27.0
    room = int((BOTTOM - SIGN - page.y - 8) / step)
    if not history or room < 1:
        return
    page.heading(label)
    for at, what in history[-room:]:
        page.text(
            LEFT,
            page.y,
            at,
            9.5,
            PALE,
            stamp - 2,
        )
        said = cut(seen(what), (WIDE - stamp) / (9.5 * POINT))
        page.text(
            LEFT + stamp,
            page.y,
            said,
            9.5,
            most=WIDE - stamp,
        )
        page.y += step


def sign(page: Page, spec: dict[str, Any]) -> None:
    """Lines to write on, always at the same place; then who signs, and when this was printed."""
    top = BOTTOM - SIGN
    page.rule(top, thick=0.6)
    page.text(
        LEFT,
        top + 2.5,
        spec["remarks_label"],
        SMALL,
        PALE,
    )
    for n in range(4):
        page.rule(top + 16 + n * 8.5)
    third = WIDE / len(spec["sign"])
    for n, label in enumerate(spec["sign"]):
        x = LEFT + n * third
        page.text(
            x,
            BOTTOM - 9.5,
            label,
            SMALL,
            PALE,
            third,
        )
        wide = ems(label) * SMALL * POINT
        page.rule(
            BOTTOM - 5.5,
            x + min(wide + 2, third / 2),
            x + third - 5,
            0.3,
        )
    page.text(
        LEFT,
        BOTTOM - 1.5,
        spec["foot"],
        TINY,
        PALE,
    )
    page.text(
        LEFT,
        BOTTOM + 2.5,
        page.lacking.note,
        TINY,
        PALE,
    )

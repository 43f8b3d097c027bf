"""A pen that goes down the page."""

from __future__ import annotations

import importlib.util
from datetime import datetime
from pathlib import Path

from fpdf import FPDF

from bot.drawing.fitting import ems, rows_of
from bot.drawing.fonts import CHINESE, RARE
from bot.drawing.lacking import Lacking, seen
from bot.drawing.slips.measures import (
    INK,
    LEFT,
    LINE,
    PALE,
    PLAIN,
    POINT,
    RIGHT,
    RULE,
    SMALL,
    TOP,
    WIDE,
)

# in matplotlib's folder, which has all the others
LATIN = "mpl-data/fonts/ttf/DejaVuSans.ttf"


class Page:
    """A pen that goes down the page. As a context it closes its fonts."""

    def __init__(self, made_at: str) -> None:
        self.pdf = FPDF(format="A4", unit="mm")
        self.pdf.set_creation_date(datetime.fromisoformat(made_at))
        self.pdf.set_auto_page_break(False)
        self.pdf.set_margin(0)
        self.pdf.c_margin = 0
        self.pdf.add_font("latin", fname=_latin())
        self.pdf.add_font("chinese", fname=CHINESE)
        self.pdf.set_fallback_fonts(["chinese"], exact_match=False)
        self.lacking = Lacking(self._has)
        self.pdf.add_page()
        self.y = TOP

    def __enter__(self) -> Page:
        return self

    def __exit__(self, *_: object) -> None:
        for font in self.pdf.fonts.values():
            font.close()

    def _has(self, code: int) -> bool:
        """Whether a font has this sign. The one with the rare ones is large: most pages go
        without.
        """
        if self._known(code):
            return True
        if "rare" not in self.pdf.fonts:
            self.pdf.add_font("rare", fname=RARE)
            self.pdf.set_fallback_fonts(["chinese", "rare"], exact_match=False)
        return self._known(code)

    def _known(self, code: int) -> bool:
        fonts = self.pdf.fonts.values()
        return any(code in font.cmap for font in fonts)

    def text(
        self,
        x: float,
        y: float,
        words: str,
        points: float = PLAIN,
        grey: int = INK,
        most: float = WIDE,
    ) -> None:
        """One line from its top left corner, narrowed where it is wider than `most` millimetres."""
        words = self.lacking.drawable(words)
        if not words:
            return
        self.pdf.set_font("latin", size=points)
        self.pdf.set_text_color(grey)
        wide = self.pdf.get_string_width(words)
        self.pdf.set_stretching(min(100.0, 100 * most / wide) if wide else 100)
        self.pdf.set_xy(x, y)
        # `text` knows no second font
        self.pdf.cell(
            most,
            points * POINT * 1.3,
            words,
        )
        self.pdf.set_stretching(100)

    def rows(
        self, x: float, words: str, most: int, wide: float, points: float = PLAIN
    ) -> None:
        """Words in at most so many rows; the pen stands below them."""
        words = seen(words)
        self.pdf.set_font("latin", size=points)
        # English takes less room than its figures
        real = self.pdf.get_string_width(self.lacking.squared(words)) or 1.0
        for row in rows_of(
            words,
            0.97 * wide * ems(words) / real,
            most,
        ):
            self.text(
                x,
                self.y,
                row,
                points,
                most=wide,
            )
            self.y += points * POINT * LINE

    def rule(
        self, y: float, left: float = LEFT, right: float = RIGHT, thick: float = 0.2
    ) -> None:
        self.pdf.set_draw_color(RULE if thick < 0.4 else INK)
        self.pdf.set_line_width(thick)
        self.pdf.line(left, y, right, y)

    def heading(self, words: str) -> None:
        self.y += 3.0
        self.text(
            LEFT,
            self.y,
            words,
            SMALL,
            PALE,
        )
        self.y += SMALL * POINT * LINE + 0.6


def _latin() -> Path:
    found = importlib.util.find_spec("matplotlib")  # looks for it, does not load it
    if found is None or found.origin is None:
        raise FileNotFoundError(LATIN)
    return (
        Path(found.origin).with_name(LATIN.partition("/")[0]) / LATIN.partition("/")[2]
    )

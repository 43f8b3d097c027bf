"""A dispatch slip as one A4 page: `python -m bot.drawing.slip`, spec on stdin, PDF on stdout.

Read standing, by somebody tired: the number large, every value beside its label, room to write
below. What does not fit is cut with …; there is never a second page. Imports nothing of the house
but `fitting`.
"""

from __future__ import annotations

import importlib.util
import io
import json
import sys
import unicodedata
from datetime import datetime
from pathlib import Path
from typing import Any

import segno
from fpdf import FPDF
from PIL import Image, ImageOps

from bot.drawing.fitting import cut, ems, rows_of

# has no Latin letters
CHINESE = Path(__file__).with_name("font") / "DroidSansFallbackFull.ttf"
# in matplotlib's folder, which has all the others
LATIN = "mpl-data/fonts/ttf/DejaVuSans.ttf"
LEFT, RIGHT, TOP, BOTTOM = 16.0, 194.0, 14.0, 284.0  # millimetres
WIDE = RIGHT - LEFT
LABEL = 24.0  # millimetres of a label's column
LINE = 1.5  # of the letters' height
POINT = 25.4 / 72  # millimetres
QR = 30.0
SIGN = 62.0  # millimetres at the foot for remarks and signatures
SMALL, PLAIN, LARGE, HUGE = 8.5, 10.5, 15.0, 24.0  # points
INK, PALE, RULE = 20, 95, 190  # grey, 0 is black
PHOTO = (42.0, 36.0)  # millimetres
PIXELS = 560  # of a photo's longer side: 300 to the inch on the page
MOST_ROWS = 8  # of words
MOST_PHOTOS = 4


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
        self.pdf.add_page()
        self.y = TOP

    def __enter__(self) -> Page:
        return self

    def __exit__(self, *_: object) -> None:
        for font in self.pdf.fonts.values():
            font.close()  # type: ignore[union-attr]

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
        words = self.drawable(words)
        if not words:
            return
        self.pdf.set_font("latin", size=points)
        self.pdf.set_text_color(grey)
        wide = self.pdf.get_string_width(words)
        self.pdf.set_stretching(min(100.0, 100 * most / wide) if wide else 100)
        self.pdf.set_xy(x, y)
        # `text` knows no second font
        self.pdf.cell(most, points * POINT * 1.3, words)
        self.pdf.set_stretching(100)

    def rows(
        self, x: float, words: str, most: int, wide: float, points: float = PLAIN
    ) -> None:
        """Words in at most so many rows; the pen stands below them."""
        words = self.drawable(words)
        self.pdf.set_font("latin", size=points)
        # English takes less room than its figures
        real = self.pdf.get_string_width(words) or 1.0
        for row in rows_of(words, 0.97 * wide * ems(words) / real, most):
            self.text(x, self.y, row, points, most=wide)
            self.y += points * POINT * LINE

    def rule(
        self, y: float, left: float = LEFT, right: float = RIGHT, thick: float = 0.2
    ) -> None:
        self.pdf.set_draw_color(RULE if thick < 0.4 else INK)
        self.pdf.set_line_width(thick)
        self.pdf.line(left, y, right, y)

    def heading(self, words: str) -> None:
        self.y += 3.0
        self.text(LEFT, self.y, words, SMALL, PALE)
        self.y += SMALL * POINT * LINE + 0.6

    def drawable(self, words: str) -> str:
        """The words without what neither font can draw (most emoji) and signs that turn the
        direction, on one line.
        """
        known = [font.cmap for font in self.pdf.fonts.values()]  # type: ignore[union-attr]
        shown = (
            c
            for c in " ".join(words.split())
            if not unicodedata.category(c).startswith("C")
        )
        kept = "".join(c for c in shown if any(ord(c) in cmap for cmap in known))
        return " ".join(kept.split())


def _latin() -> Path:
    found = importlib.util.find_spec("matplotlib")  # looks for it, does not load it
    if found is None or found.origin is None:
        raise FileNotFoundError(LATIN)
    return (
        Path(found.origin).with_name(LATIN.partition("/")[0]) / LATIN.partition("/")[2]
    )


def render(spec: dict[str, Any]) -> bytes:
    """The PDF. Raises KeyError, TypeError or ValueError for what is no slip."""
    with Page(spec["made_at"]) as page:
        page.pdf.set_title(str(spec["number"]))
        _head(page, spec)
        _fields(page, spec["fields"])
        page.heading(spec["words_label"])
        page.rows(LEFT, spec["words"], MOST_ROWS, WIDE, 11.5)
        _photos(page, spec)
        _history(page, spec["history_label"], spec["history"])
        _sign(page, spec)
        return bytes(page.pdf.output())


def _head(page: Page, spec: dict[str, Any]) -> None:
    """What it is and its number on the left, the code to scan on the right."""
    room = WIDE - QR - 6
    page.text(LEFT, TOP, spec["title"], LARGE, most=room)
    page.text(LEFT, TOP + 8.5, spec["number"], HUGE, most=room)
    page.text(LEFT, TOP + 21, spec["subject"], LARGE, most=room)
    code = io.BytesIO()
    segno.make(spec["code"], error="m", micro=False).save(
        code, kind="png", scale=8, border=0
    )
    page.pdf.image(code, RIGHT - QR, TOP, QR, QR)
    page.y = TOP + QR + 3
    page.rule(page.y, thick=0.6)
    page.y += 2.5


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
        page.text(x, page.y + 0.5, label, SMALL, PALE, LABEL - 2)
        if long:
            top = page.y
            page.rows(x + LABEL, value, 2, WIDE - LABEL)
            page.y = max(page.y + 0.9, top + step)
        else:
            page.text(x + LABEL, page.y, value, most=room)
            page.y, at = (page.y + step, 0) if at else (page.y, 1)
    page.y += step if at else 0
    page.rule(page.y + 0.8)


def _photos(page: Page, spec: dict[str, Any]) -> None:
    """Small ones in a row; what is no picture after all is left out."""
    opened = [
        photo
        for path in spec["photos"][:MOST_PHOTOS]
        if (photo := _small(path)) is not None
    ]
    if not opened:
        return
    page.heading(spec["photos_label"])
    left = LEFT
    for photo in opened:
        scale = min(PHOTO[0] / photo.width, PHOTO[1] / photo.height)
        page.pdf.image(
            _as_jpeg(photo), left, page.y, photo.width * scale, photo.height * scale
        )
        left += PHOTO[0] + (WIDE - MOST_PHOTOS * PHOTO[0]) / (MOST_PHOTOS - 1)
    page.y += (
        max(
            photo.height * min(PHOTO[0] / photo.width, PHOTO[1] / photo.height)
            for photo in opened
        )
        + 1.5
    )


def _small(path: str) -> Image.Image | None:
    try:
        with Image.open(path, formats=["JPEG", "PNG", "WEBP"]) as image:
            image.draft("RGB", (PIXELS, PIXELS))
            upright = ImageOps.exif_transpose(image)
            upright.thumbnail((PIXELS, PIXELS))
            return upright.convert("RGB")
    except Exception:
        return None


def _as_jpeg(photo: Image.Image) -> io.BytesIO:
    out = io.BytesIO()
    photo.save(out, "JPEG", quality=80)
    out.seek(0)
    return out


def _history(page: Page, label: str, history: list[list[str]]) -> None:
    """The newest lines that still have room above the signatures."""
    step, stamp = 9.5 * POINT * LINE, 27.0
    room = int((BOTTOM - SIGN - page.y - 8) / step)
    if not history or room < 1:
        return
    page.heading(label)
    for at, what in history[-room:]:
        page.text(LEFT, page.y, at, 9.5, PALE, stamp - 2)
        said = cut(page.drawable(what), (WIDE - stamp) / (9.5 * POINT))
        page.text(LEFT + stamp, page.y, said, 9.5, most=WIDE - stamp)
        page.y += step


def _sign(page: Page, spec: dict[str, Any]) -> None:
    """Lines to write on, always at the same place; then who signs, and when this was printed."""
    top = BOTTOM - SIGN
    page.rule(top, thick=0.6)
    page.text(LEFT, top + 2.5, spec["remarks_label"], SMALL, PALE)
    for n in range(4):
        page.rule(top + 16 + n * 8.5)
    third = WIDE / len(spec["sign"])
    for n, label in enumerate(spec["sign"]):
        x = LEFT + n * third
        page.text(x, BOTTOM - 9.5, label, SMALL, PALE, third)
        wide = ems(label) * SMALL * POINT
        page.rule(BOTTOM - 5.5, x + min(wide + 2, third / 2), x + third - 5, 0.3)
    page.text(LEFT, BOTTOM - 1.5, spec["foot"], 7.5, PALE)


def main() -> None:
    spec: dict[str, Any] = json.loads(sys.stdin.buffer.read())
    sys.stdout.buffer.write(render(spec))


if __name__ == "__main__":
    main()

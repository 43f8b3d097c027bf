"""Words on a picture: which font draws which letters."""

from __future__ import annotations

import unicodedata
from typing import cast

from PIL import ImageFont

from bot.drawing.fonts import CHINESE

Font = ImageFont.FreeTypeFont


def lettering(label: str, letters: int) -> list[tuple[str, Font]]:
    """The words by font: ours has no Latin letters, Pillow's own no others. What neither can
    draw is left out.
    """
    chinese = ImageFont.truetype(str(CHINESE), letters)
    # Pillow has FreeType: else the line before had failed
    latin = cast(Font, ImageFont.load_default(letters))
    parts: list[tuple[str, Font]] = []
    for c in label:
        font = next((font for font in (latin, chinese) if _has(font, c)), None)
        if font is not None and parts and parts[-1][1] is font:
            parts[-1] = (parts[-1][0] + c, font)
        elif font is not None:
            parts.append((c, font))
    return parts


def _has(font: Font, c: str) -> bool:
    """Whether the font can draw a character: what it cannot looks like a code point that no font
    knows.
    """
    if unicodedata.category(c).startswith("C"):
        return False
    return c == " " or bytes(font.getmask(c)) != bytes(font.getmask("\U0010ffff"))

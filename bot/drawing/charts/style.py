"""Sizes, colours and fonts of a chart."""

from __future__ import annotations

from typing import Any

from matplotlib import font_manager

from bot.drawing.fonts import CHINESE, RARE

# the first has no Latin letters, the second no Chinese ones, the third what is rare
FAMILIES = ["Droid Sans Fallback", "DejaVu Sans", "Gridbee Han Extension"]
WIDTH, HEIGHT, DPI = 1200, 750, 100  # pixels, pixels, pixels per inch
TITLE, WORDS, FIGURES = 30.0, 22.0, 20.5  # points: 42, 31 and 28 pixels
INK, PALE, GRID = "#222222", "#555555", "#DDDDDD"
EDGE = 0.025  # of the width
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
for font in (CHINESE, RARE):
    font_manager.fontManager.addfont(str(font))

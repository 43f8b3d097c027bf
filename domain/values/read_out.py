"""A number of four figures as a voice input writes it, one by one: 零零零二 is 0002."""

from __future__ import annotations

import re

NOUGHT = "零〇○"
HAN = f"{NOUGHT}一幺二三四五六七八九"
READ_OUT = re.compile(rf"(?<![{HAN}])[{NOUGHT}][{HAN}]{{3}}(?![{HAN}])")
FIGURES = str.maketrans(HAN, "0001123456789")


def in_figures(text: str) -> str:
    """The words, with such numbers in figures."""
    return READ_OUT.sub(lambda found: found[0].translate(FIGURES), text)

"""Measures of the page, in millimetres, and sizes of letters, in points."""

from __future__ import annotations

LEFT, RIGHT, TOP, BOTTOM = 16.0, 194.0, 14.0, 284.0  # millimetres
WIDE = RIGHT - LEFT
LABEL = 24.0  # millimetres of a label's column
LINE = 1.5  # of the letters' height
POINT = 25.4 / 72  # millimetres
SIGN = 62.0  # millimetres at the foot for remarks and signatures
TINY, SMALL, PLAIN, LARGE, HUGE = 7.5, 8.5, 10.5, 15.0, 24.0  # points
INK, PALE, RULE = 20, 95, 190  # grey, 0 is black

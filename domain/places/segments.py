"""Straight lines between two points of a flat sheet."""

from __future__ import annotations

from fractions import Fraction
from math import hypot

Segment = tuple[float, float, float, float]
"""x and y where it begins, x and y where it ends."""

ROUNDED = 3.4e-16
"""As much of the sum of the two products may be wrong of their difference (J. R. Shewchuk, Adaptive
Precision Floating-Point Arithmetic, 1997: 3 and a bit times half a unit of the last place).
"""


def turn(
    x1: float,
    y1: float,
    x2: float,
    y2: float,
    x: float,
    y: float,
) -> float:
    """Positive where the point lies to the left of the line, 0 where on it, and never otherwise."""
    left, right = (x2 - x1) * (y - y1), (x - x1) * (y2 - y1)
    found = left - right
    if abs(found) > ROUNDED * (abs(left) + abs(right)):
        return found
    a, b, c, d, e, f = map(Fraction, (x1, y1, x2, y2, x, y))
    exact = (c - a) * (f - b) - (e - a) * (d - b)
    return (exact > 0) - (exact < 0)


def gap(one: Segment, other: Segment) -> float:
    """How far apart two lines are, 0 where they touch."""
    if _cross(one, other):
        return 0.0
    return min(
        _reach(*one[:2], other),
        _reach(*one[2:], other),
        _reach(*other[:2], one),
        _reach(*other[2:], one),
    )


def _cross(one: Segment, other: Segment) -> bool:
    """Whether each has the other's ends on both its sides; lines that touch have no gap anyway."""
    first = turn(*one, *other[:2]) * turn(*one, *other[2:])
    return first < 0 and turn(*other, *one[:2]) * turn(*other, *one[2:]) < 0


def _reach(x: float, y: float, line: Segment) -> float:
    """From a point to the nearest one of a line."""
    x1, y1, x2, y2 = line
    east, north = x2 - x1, y2 - y1
    long = east * east + north * north
    along = ((x - x1) * east + (y - y1) * north) / long if long else 0.0
    along = min(max(along, 0.0), 1.0)
    return hypot(x - x1 - along * east, y - y1 - along * north)

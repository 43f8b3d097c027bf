"""Points and outlines, beside shapely."""

from __future__ import annotations

from math import atan2
from typing import Any

import pytest
import shapely
from hypothesis import assume, example, given
from hypothesis import strategies as st
from shapely.geometry import shape

from domain.places.outlines import Outline
from domain.places.sheet import Sheet

PARTS = 1 << 20


def around(corners: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """In such an order that hardly any edges cross."""
    x, y = (sum(values) / len(corners) for values in zip(*corners, strict=True))
    return sorted(corners, key=lambda one: atan2(one[1] - y, one[0] - x))


FINE = st.one_of(
    st.integers(0, 12).map(float),
    st.integers(0, 12 * PARTS).map(lambda number: number / PARTS),
)
CORNERS = st.lists(st.tuples(FINE, FINE), min_size=3, max_size=9, unique=True).map(
    around
)
SQUARE = [(0.0, 0.0), (0.0, 9.0), (9.0, 9.0), (9.0, 0.0)]
HOLE = [(3.0, 3.0), (3.0, 6.0), (6.0, 6.0), (6.0, 3.0)]


def polygon(*rings: Any) -> Any:
    return shape({"type": "Polygon", "coordinates": [list(ring) for ring in rings]})


def drawn(corners: Any) -> tuple[Outline, Any]:
    """Ours and theirs, of whatever crosses nowhere."""
    theirs = polygon(corners)
    assume(theirs.is_valid and theirs.area > 0)
    return Outline([corners]), theirs


@given(CORNERS, FINE, FINE)
@example([(0.0, 0.0), (0.1, 0.3), (1.0, 0.0)], 0.05, 0.15)
def test_a_point_is_held_where_shapely_says_so(
    corners: Any, x: float, y: float
) -> None:
    ours, theirs = drawn(corners)
    along = [*zip(corners, [*corners[1:], corners[0]], strict=True)]
    middles = [((a[0] + b[0]) / 2, (a[1] + b[1]) / 2) for a, b in along]
    for point in ((x, y), *corners, *middles):
        held = bool(theirs.intersects(shapely.Point(point)))
        assert ours.holds(*point) is held


@given(CORNERS)
def test_the_middle_is_inside_and_where_shapely_has_it(corners: Any) -> None:
    ours, theirs = drawn(corners)
    wide, x, y = ours.stretch()
    assert wide > 0 and theirs.distance(shapely.Point(x, y)) < 1e-9
    point = theirs.representative_point()
    assert y == pytest.approx(point.y)


@given(CORNERS, CORNERS, st.floats(0.01, 6))
def test_what_is_near_is_what_shapely_finds_within(
    one: Any, two: Any, by: float
) -> None:
    (ours, theirs), (others, foreign) = drawn(one), drawn(two)
    between = theirs.distance(foreign)
    assume(abs(between - by) > 1e-9)
    assert ours.near(others, by) == others.near(ours, by) == (between < by)


def test_a_hole_is_not_held_but_its_border_is() -> None:
    ring = Outline([SQUARE, HOLE])
    assert ring.holds(1, 1) and not ring.holds(4.5, 4.5)
    assert ring.holds(3, 4.5) and ring.holds(6, 6)
    wide, x, y = ring.stretch()
    assert wide > 0 and ring.holds(x, y)


@given(st.lists(CORNERS, min_size=1, max_size=8), FINE, FINE)
def test_a_sheet_finds_what_each_of_its_outlines_holds(
    many: Any, x: float, y: float
) -> None:
    outlines = {str(number): Outline([one]) for number, one in enumerate(many)}
    sheet = Sheet(outlines)
    held = [name for name, one in outlines.items() if one.holds(x, y)]
    assert sheet.holding(x, y) == held
    assert set(sheet.near("0", 0.5)) == {
        name for name, one in outlines.items() if one.near(outlines["0"], 0.5)
    }


def test_where_nothing_is_drawn_nothing_is_held() -> None:
    assert Sheet({}).holding(1, 1) == []


def test_a_border_of_two_is_in_both_and_never_between() -> None:
    west = Outline([[(0.0, 0.0), (0.1, 0.7), (0.3, 1.0), (-1.0, 1.0), (-1.0, 0.0)]])
    east = Outline([[(0.3, 1.0), (0.1, 0.7), (0.0, 0.0), (2.0, 0.0), (2.0, 1.0)]])
    for number in range(1, 1000):
        y = number / 1000
        for x in (y / 7, 0.1 * y / 0.7, 0.1 + (y - 0.7) * 2 / 3):
            assert west.holds(x, y) or east.holds(x, y)

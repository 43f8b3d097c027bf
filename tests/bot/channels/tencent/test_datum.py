"""The published pairs of WGS-84 and GCJ-02, and the way back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.tencent.datum import to_gcj02, to_wgs84

PAIRS = [
    ((39.9042, 116.4074), (39.905603, 116.413642)),
    ((31.2304, 121.4737), (31.228458, 121.478223)),
    ((22.5431, 114.0579), (22.540383, 114.063014)),
    ((30.5728, 104.0668), (30.570346, 104.069305)),
    ((35.6762, 139.6503), (35.6762, 139.6503)),
]
"""As gcoord and coordtransform have them, to a millionth of a degree; the last is Tokyo."""
MILLIMETRE = 1e-8  # degrees


@pytest.mark.parametrize(("wgs", "gcj"), PAIRS)
def test_the_published_pairs(
    wgs: tuple[float, float], gcj: tuple[float, float]
) -> None:
    assert to_gcj02(*wgs) == pytest.approx(gcj, abs=6e-7)
    assert to_wgs84(*gcj) == pytest.approx(wgs, abs=6e-7)


@given(st.floats(4, 52), st.floats(74, 135))
def test_there_and_back_is_the_same_place(lat: float, lon: float) -> None:
    assert to_wgs84(*to_gcj02(lat, lon)) == pytest.approx((lat, lon), abs=MILLIMETRE)

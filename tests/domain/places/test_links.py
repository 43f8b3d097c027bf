"""Links that open a map, and GCJ-02 against published pairs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.messages import Place
from domain.places.links import gcj02, map_link, wgs84
from domain.places.points import metres

PAIRS = (
    # WGS-84, GCJ-02; three from the tests of googollee/eviltransform,
    # the fourth from those of wandergis/coordtransform
    (31.1774276, 121.5272106, 31.17530398364597, 121.531541859215),
    (22.543847, 113.912316, 22.540796131694766, 113.9171764808363),
    (39.911954, 116.377817, 39.91334545536069, 116.38404722455657),
    (39.915, 116.404, 39.91640428150164, 116.41024449916938),
)
ABROAD = (
    Place(35.68, 139.77),
    Place(51.5, -0.12),
    Place(-33.9, 151.2),
    Place(0.5, 110),
    Place(60, 100),
    Place(40, 71),
)


@pytest.mark.parametrize("lat, lon, gcj_lat, gcj_lon", PAIRS)
def test_the_shift_is_the_published_one(
    lat: float, lon: float, gcj_lat: float, gcj_lon: float
) -> None:
    shifted = gcj02(Place(lat, lon))
    assert (shifted.lat, shifted.lon) == pytest.approx((gcj_lat, gcj_lon), abs=1e-8)
    back = wgs84(Place(gcj_lat, gcj_lon))
    assert metres(back, Place(lat, lon)) < 0.01


@given(st.floats(18, 53), st.floats(74, 135))
def test_the_inverse_is_exact_to_a_millimetre(lat: float, lon: float) -> None:
    place = Place(lat, lon)
    assert metres(wgs84(gcj02(place)), place) < 0.001
    assert 10 < metres(gcj02(place), place) < 1500


@pytest.mark.parametrize("place", ABROAD)
def test_abroad_nothing_is_shifted(place: Place) -> None:
    assert gcj02(place) == place
    assert wgs84(place) == place


@given(st.floats(-90, 90), st.floats(-180, 180))
def test_any_place_can_be_shifted(lat: float, lon: float) -> None:
    for shifted in (gcj02(Place(lat, lon)), wgs84(Place(lat, lon))):
        assert abs(shifted.lat - lat) < 0.02
        assert abs(shifted.lon - lon) < 0.02


@pytest.mark.parametrize(
    "template, label, link",
    [
        (
            None,
            "体育场网格 3号门",
            "geo:24.500000,118.100000?q=24.500000,118.100000"
            "(%E4%BD%93%E8%82%B2%E5%9C%BA%E7%BD%91%E6%A0%BC%203%E5%8F%B7%E9%97%A8)",
        ),
        (None, "", "geo:24.500000,118.100000?q=24.500000,118.100000"),
        (
            "https://example.org/?p={lon},{lat}&n={label}",
            "a&b)(<\"'",
            "https://example.org/?p=118.100000,24.500000&n=a%26b%29%28%3C%22%27",
        ),
        ("https://example.org/", "x", "https://example.org/"),
    ],
)
def test_a_template_is_filled_in(template: str | None, label: str, link: str) -> None:
    place = Place(24.5, 118.1)
    assert (
        map_link(place, label=label)
        if template is None
        else map_link(place, template, label)
    ) == link


def test_a_template_may_ask_for_the_shifted_place() -> None:
    link = map_link(Place(39.915, 116.404), "https://example.org/{gcj_lon},{gcj_lat}")
    assert link == "https://example.org/116.410244,39.916404"


@pytest.mark.parametrize("template", ["{latitude}", "{}", "geo:{lat},{lng}"])
def test_an_unknown_placeholder_is_an_error(template: str) -> None:
    with pytest.raises(ValueError, match="a map link has no"):
        map_link(Place(24.5, 118.1), template)


@given(st.text())
def test_any_label_is_one_part_of_the_link(label: str) -> None:
    label = label.encode("utf-8", "ignore").decode()
    link = map_link(Place(24.5, 118.1), "x/{label}/y", label)
    assert link.count("/") == 2
    assert link.isascii()

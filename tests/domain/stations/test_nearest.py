"""Which stations somebody hears of, and from where on there is none near."""

from __future__ import annotations

from domain.messages import Place
from domain.stations.nearest import nearest
from domain.stations.standing import Standing
from domain.stations.station import Station

HERE = Place(24.447, 118.088)
EAST = Place(24.447, 118.187)
"""Ten kilometres from HERE."""
OTHER_CITY = Place(25.0, 118.0)


def station(code: str, place: Place) -> Station:
    return Station(code, code, place)


def opened(one: Station) -> Standing:
    return Standing(open=True)


def test_nobody_is_sent_farther_than_the_stations_lie_apart() -> None:
    both = [station("west", HERE), station("east", EAST)]
    found = nearest(both, HERE, "", opened)
    assert [one.station.code for one in found.shown] == ["west", "east"]
    assert found.beyond is None
    away = nearest(both, OTHER_CITY, "", opened)
    assert not away.shown and not away.passed_over
    assert away.beyond is not None and 60_000 < away.beyond < 65_000


def test_a_single_station_counts_within_ten_kilometres() -> None:
    alone = [station("west", HERE)]
    near, far = Place(24.447, 118.18), Place(24.447, 118.19)
    assert nearest(alone, near, "", opened).shown
    assert nearest(alone, far, "", opened).beyond
    assert nearest([], far, "", opened).beyond is None

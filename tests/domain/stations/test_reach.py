"""The night hole: which hours of the day have an open station near the places of cases."""

from __future__ import annotations

from datetime import date

from bot.loading.hours import hours_of
from domain.messages import Place
from domain.special_days import NONE
from domain.stations.reach import Spot, open_hours, reach
from domain.stations.station import Station

MONDAY, TUESDAY = date(2026, 11, 23), date(2026, 11, 24)
HERE = Place(24.45, 118.09)
NEAR, FAR = Place(24.4589, 118.09), Place(24.4591, 118.09)
"""990 and 1,012 m to the north."""


def station(code: str, place: Place, text: str) -> Station:
    return Station(code, code, place, hours=hours_of(text))


def test_an_hour_counts_where_a_station_near_is_open_in_its_middle() -> None:
    day = station("D", NEAR, "Mo-Su 08:00-20:20")
    night = station("N", HERE, "Mo 22:00-02:00")
    far = station("F", FAR, "24/7")
    unknown = station("U", HERE, "")
    found = reach(
        [Spot(HERE, MONDAY), Spot(HERE, TUESDAY)],
        [day, night, far, unknown],
        NONE,
    )
    assert found.all == 2
    assert [hour for hour in range(24) if found.near[hour] == 2] == list(range(8, 20))
    assert [hour for hour in range(24) if found.near[hour] == 1] == [0, 1, 22, 23]
    assert found.share(20) == 0 and found.share(8) == 1 and found.share(22) == 0.5
    assert reach([], [day], NONE).share(8) == 0


def test_a_station_is_open_at_the_hours_of_its_day() -> None:
    assert open_hours(None, MONDAY, NONE) == frozenset()
    night = hours_of("Mo 22:00-06:00; 2026 Nov 24 off")
    assert open_hours(night, MONDAY, NONE) == {22, 23}
    assert open_hours(night, TUESDAY, NONE) == set(range(6))

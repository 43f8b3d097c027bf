"""A rest station: where it is, what is there and how one gets in."""

from __future__ import annotations

from dataclasses import dataclass

from domain.messages import Place
from domain.stations.hours import Hours

AMENITIES = (
    "seat",
    "water",
    "hot_water",
    "microwave",
    "phone_charging",
    "battery_swap",
    "toilet",
    "air_con",
    "first_aid",
    "wifi",
    "rest_bed",
    "parking",
)
ENTRIES = ("open", "desk", "code", "card", "app")
"""How one gets in: the door is open, one asks at the desk, or needs a code, a card or an app."""

CHARGING, HOT_FOOD, TOILET, NIGHT = "charging", "hot_food", "toilet", "night"
FILTERS: dict[str, frozenset[str]] = {
    CHARGING: frozenset({"phone_charging", "battery_swap"}),
    HOT_FOOD: frozenset({"microwave"}),
    TOILET: frozenset({"toilet"}),
    NIGHT: frozenset(),
}
"""By filter, of which amenities one is enough; at night none is asked for."""

WANTED = FILTERS | {
    name: frozenset({name}) for name in ("hot_water", "air_con", "first_aid", "wifi")
}
"""What may be asked for in words: the filters, and what has no button."""


@dataclass(frozen=True, slots=True)
class Station:
    """`hours` is None while nobody knows them: that is not closed. `keeper` is the code of the
    office that looks after it, '' where the staff of its `area` do. `phone` is told to riders only
    where it is `phone_shown`; `photo` is a media id.
    """

    code: str
    name: str
    place: Place
    area: str = ""
    kind: str = ""
    hours: Hours | None = None
    amenities: tuple[str, ...] = ()
    entry: str = ""
    entry_note: str = ""
    seats: int | None = None
    keeper: str = ""
    phone: str = ""
    phone_shown: bool = False
    photo: int | None = None


def offers(station: Station, wanted: str) -> bool:
    """Whether it has what a filter asks for; '' asks for nothing."""
    enough = WANTED.get(wanted)
    return not enough or not enough.isdisjoint(station.amenities)

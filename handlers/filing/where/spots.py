"""A place in words as a draft keeps it: {name, area, lat, lon}, plain values for JSON.

Degrees are None where only an area is named.
"""

from __future__ import annotations

from typing import Any

from domain.area import Area
from domain.draft import Draft
from domain.messages import Place
from domain.places.entries import Found
from domain.places.roads import names_road
from handlers.casework import whereabouts
from handlers.casework.whereabouts import Whereabouts
from handlers.dialog.fields import located, words
from handlers.dialog.turn import Turn
from handlers.filing.hearing import read_text

Spot = dict[str, Any]


def look(
    turn: Turn,
    draft: Draft,
) -> Whereabouts:
    """What the words of the place name; where these name nothing, all words. A road that nobody
    knows is not where the words say.
    """
    found, told = Whereabouts(), located(draft).words
    for text in (told, "" if road_by_name(turn, told) else words(draft)):
        if text and not (found.sure or found.likely):
            found = whereabouts.find(
                turn.scene,
                text,
                turn.person,
            )
    return found


def road_by_name(turn: Turn, said: str) -> bool:
    """Whether a road, or a house on one, is named and nothing else: 那条街 is none by its name."""
    return names_road(said) and bool(read_text(turn, said).places)


def spot_of(found: Found) -> Spot:
    """The place that was found."""
    known = whereabouts.spot_of(found)
    return {
        "name": known.name,
        "area": known.area,
        "lat": known.place.lat if known.place else None,
        "lon": known.place.lon if known.place else None,
    }


def spot_in(area: Area) -> Spot:
    """Somewhere in an area that was pressed."""
    return {
        "name": area.name,
        "area": area.code,
        "lat": None,
        "lon": None,
    }


def spot_at(
    area: Area,
    name: str,
    place: Place | None,
) -> Spot:
    """Where something is that is filed already; as if it had been pressed."""
    point = {"lat": place.lat, "lon": place.lon} if place else {}
    named_so = {"name": name} if name else {}
    return spot_in(area) | named_so | point | {"said": ""}


def named(
    turn: Turn,
    spot: Spot,
) -> str:
    """The name of the place, and of the area around it that the name does not say already."""
    name = str(spot["name"])
    areas = turn.unit.directory.areas
    area = areas.get(spot["area"])
    if area is not None and name.startswith(area.name):
        area = areas.get(area.parent)
    return f"{name} · {area.name}" if area else name

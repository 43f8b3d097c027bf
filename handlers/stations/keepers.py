"""Who looks after a station: the office that keeps it, else whoever looks after its area."""

from __future__ import annotations

from domain.people import Person, Role
from domain.stations.station import Station
from handlers.dialog.turn import Turn
from storage.memory.directory import Directory


def area_of(directory: Directory, station: Station) -> str:
    """The area that it names, else the one that its point lies in."""
    if station.area in directory.areas:
        return station.area
    return directory.locate(station.place)


def keepers(directory: Directory, station: Station) -> list[Person]:
    """Those who hear of it."""
    if station.keeper in directory.areas:
        members = directory.members(station.keeper)
        if members:
            return members
    area = area_of(directory, station)
    return directory.nearest(area, *Role)[1]


def keeps(turn: Turn, station: Station) -> bool:
    """Whether this person may change it: a keeper, or whoever leads the area it lies in."""
    directory = turn.unit.directory
    path = {station.keeper, *directory.path(area_of(directory, station))}
    return any(grant.area in path and not grant.post for grant in turn.person.grants)

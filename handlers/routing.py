"""Which area a filing belongs to, who takes charge of it, and who sees its card."""

from __future__ import annotations

from domain.messages import Address, Place
from domain.people import Person, Role
from storage.areas import Directory


def area_for(directory: Directory, place: Place | None, scanned: str, last_area: str) -> str:
    """The place's lowest area; else the QR code's; else the filer's last grid; else the district's desk."""
    if place is not None:
        found = directory.locate(place)
        if found:
            return found
    for code in (scanned, last_area):
        if code in directory.areas:
            return code
    return directory.root


def carer(directory: Directory, area: str, serial: int) -> Person | None:
    """Who takes charge of case `serial`: the nearest level's coordinators in turns, else its lead, else its admin.

    Whoever cannot be reached is passed over while there is somebody who can.
    """
    for reachable in (True, False):
        for code in directory.path(area):
            for role in (Role.COORDINATOR, Role.LEAD, Role.ADMIN):
                people = [p for p in directory.holders(code, role) if not reachable or directory.addresses.get(p.id)]
                if people:
                    return people[serial % len(people)]
    return None


def head(directory: Directory, area: str, levels_up: int) -> tuple[str, list[Person]]:
    """Who leads the area `levels_up` steps above; where nobody leads, the next level that has a lead or an admin."""
    path = directory.path(area)
    if not path:
        return "", []
    return directory.nearest(path[min(levels_up, len(path) - 1)], Role.LEAD, Role.ADMIN)


def heads_above(directory: Directory, area: str, without: Person | None) -> list[Person]:
    """Who sorts out what was handed back: the leads, else admins, of the lowest level with another than `without`."""
    for code in directory.path(area):
        for role in (Role.LEAD, Role.ADMIN):
            people = [person for person in directory.holders(code, role) if without is None or person.id != without.id]
            if people:
                return people
    return []


def watchers(directory: Directory, area: str, assignee: Person | None) -> list[Address]:
    """Where the case card appears: the grid's groups, its coordinators' chats and the assignee's."""
    people = directory.holders(area, Role.COORDINATOR)
    if assignee is not None and assignee not in people:
        people.append(assignee)
    chats = [address for person in people for address in directory.addresses.get(person.id, ())]
    return list(dict.fromkeys([*directory.group_of(area), *chats]))


def candidates(directory: Directory, area: str, without: int | None, most: int = 24) -> list[tuple[Person, str]]:
    """To whom a case may be handed on, with the area where they work: the nearest first."""
    found: dict[int, tuple[Person, str]] = {}
    for code in directory.path(area):
        for near in [code, *sorted(directory.below([code]))]:
            for role in (Role.COORDINATOR, Role.LEAD):
                for person in directory.holders(near, role):
                    if person.id != without:
                        found.setdefault(person.id, (person, near))
        if len(found) >= most:
            break
    return list(found.values())[:most]

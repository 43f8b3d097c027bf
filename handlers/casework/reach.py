"""Who stands above a case, and where its card stands."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from domain.case import Case
from domain.messages import Address
from domain.named import concerned
from domain.people import Person, Role
from domain.privacy import Aspect, Viewer, shows
from storage.memory.directory import Directory
from storage.unit import Unit


def head(
    directory: Directory, path: Sequence[str], levels_up: int
) -> tuple[str, list[Person]]:
    """Who leads the area `levels_up` steps up this path; where nobody leads, the next level with a
    lead or an admin.
    """
    for code in path[min(levels_up, len(path) - 1) :] if path else ():
        leads = directory.holders(code, Role.LEAD)
        people = [*leads, *directory.holders(code, Role.ADMIN)]
        if people:
            return code, list(dict.fromkeys(people))
    return "", []


def present(unit: Unit, people: Sequence[Person]) -> list[Person]:
    """Those who are not on leave and whom messages reach."""
    addresses = unit.directory.addresses
    return [one for one in people if not one.away(unit.now) and addresses.get(one.id)]


def heads(
    unit: Unit,
    case: Case,
    level: int,
    without: Person | None,
) -> list[Person]:
    """Who leads the case from this level on: the first level with somebody else than `without`
    and whom it names, and who is there. Where nobody is, the first level all the same.
    """
    path = unit.directory.ladder(case)
    steps = range(min(level, max(len(path) - 1, 0)), len(path))
    found = (head(unit.directory, path, step)[1] for step in steps)
    return _there(unit, [_others(people, case, without) for people in found])


def heads_above(unit: Unit, case: Case, without: Person | None) -> list[Person]:
    """Who sorts out what was handed back: the leads, else admins, of the lowest level with another
    than `without` who is there. Where nobody is, of the lowest level.
    """
    directory = unit.directory
    found = (
        directory.holders(code, role)
        for code in directory.path(case.area)
        for role in (Role.LEAD, Role.ADMIN)
    )
    return _there(unit, [_others(people, case, without) for people in found])


def anybody(person: Person) -> bool:
    return True


def admins_of(
    unit: Unit,
    area: str,
    fits: Callable[[Person], bool] = anybody,
) -> list[Person]:
    """The nearest admins up the tree who fit and are there; where none is, the nearest."""
    path = unit.directory.path(area)
    levels = (unit.directory.holders(code, Role.ADMIN) for code in path)
    return _there(unit, [list(filter(fits, people)) for people in levels])


def _there(unit: Unit, levels: Sequence[list[Person]]) -> list[Person]:
    """Of the first level where somebody is there those who are, else the first level's people."""
    there = (present(unit, people) for people in levels)
    return next((people for people in there if people), None) or next(
        filter(None, levels), []
    )


def _others(
    people: Sequence[Person], case: Case, without: Person | None
) -> list[Person]:
    left_out = without.id if without is not None else None
    return [one for one in people if one.id != left_out and not concerned(one, case)]


def watchers(
    directory: Directory, case: Case, assignee: Person | None
) -> list[Address]:
    """Where the case card appears: its grid's or office's groups, its coordinators' chats and the
    assignee's.

    What was meant for a post is its holder's and the group's; a confidential case only the
    assignee's.
    """
    people = [assignee] if assignee is not None else []
    groups: list[Address] = []
    home = case.office or case.area
    if shows(case.privacy, Viewer.GROUP, Aspect.WORDS):
        groups = directory.group_of(home)
        if not case.post:
            people = [*directory.holders(home, Role.COORDINATOR), *people]
    chats = [
        address
        for person in people
        for address in directory.addresses.get(person.id, ())
    ]
    return list(dict.fromkeys([*groups, *chats]))

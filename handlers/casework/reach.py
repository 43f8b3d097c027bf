"""Who stands above a case, and where its card stands."""

from __future__ import annotations

from collections.abc import Sequence

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


def heads(unit: Unit, case: Case, level: int, without: Person | None) -> list[Person]:
    """Who leads the case from this level on: the first level with somebody else than `without`
    and whom it names.
    """
    path = unit.directory.ladder(case)
    for step in range(min(level, max(len(path) - 1, 0)), len(path)):
        people = _others(head(unit.directory, path, step)[1], case, without)
        if people:
            return people
    return []


def heads_above(
    directory: Directory, case: Case, without: Person | None
) -> list[Person]:
    """Who sorts out what was handed back: the leads, else admins, of the lowest level with another
    than `without`.
    """
    for code in directory.path(case.area):
        for role in (Role.LEAD, Role.ADMIN):
            people = _others(directory.holders(code, role), case, without)
            if people:
                return people
    return []


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

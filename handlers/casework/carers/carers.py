"""Who takes charge of a case: of the team, whoever is on duty, then who carries fewest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from domain.assignment import Candidate, choose
from domain.case import Case
from domain.named import accused, concerned
from domain.people import Person, Role
from handlers.casework.carers.routing import Team
from handlers.casework.reach import present
from handlers.dialog.scene import Scene
from storage.memory.directory import Directory

NOBODY: frozenset[int] = frozenset()
NO_MORE: Mapping[int, int] = {}


def carer(
    scene: Scene,
    team: Team,
    serial: int,
    without: AbstractSet[int] = NOBODY,
    more: Mapping[int, int] = NO_MORE,
) -> Person | None:
    """Who takes charge of case `serial`, below the cap; `more` is what somebody is about to get.

    Nobody there: the head of the area, then up the tree, then whoever is there and has too many,
    then the neighbours; and before a case has nobody at all, whoever there is.
    """
    directory = scene.unit.directory
    levels = list(_levels(directory, team))
    for people in levels:
        found = _choose(scene, team, people, serial, without, more)
        if found is not None:
            return found
    everybody = [person for people in levels for person in people]
    rest = [one for one in everybody if one.id not in without]
    there = present(scene.unit, rest)
    if there:
        return there[0]
    for people in _neighbours(directory, team, bool(without)):
        found = _choose(scene, team, people, serial, without, more)
        if found is not None:
            return found
    return next(iter(rest), None)


def _levels(directory: Directory, team: Team) -> Iterator[list[Person]]:
    """The people to ask, nearest first: the team's own, then level by level coordinators and
    heads.
    """
    if team.post:
        yield directory.post_holders(team.area, team.post)[1]
    if team.office:
        yield directory.holders(team.office, Role.COORDINATOR)
        yield directory.holders(team.office, Role.LEAD)
    for code in directory.path(team.area):
        for role in (Role.COORDINATOR, Role.LEAD, Role.ADMIN):
            yield directory.holders(code, role)


def _neighbours(
    directory: Directory, team: Team, heads_only: bool
) -> Iterator[list[Person]]:
    """Where everybody up the tree is away: the heads, then the coordinators, of what lies beside,
    the nearest first.
    """
    roles = (
        [Role.LEAD, Role.ADMIN]
        if heads_only
        else [Role.LEAD, Role.ADMIN, Role.COORDINATOR]
    )
    for code in directory.path(team.area):
        beside = sorted(directory.below([code]))
        for role in roles:
            found = [one for near in beside for one in directory.holders(near, role)]
            yield list(dict.fromkeys(found))


def _choose(
    scene: Scene,
    team: Team,
    people: Sequence[Person],
    serial: int,
    without: AbstractSet[int],
    more: Mapping[int, int],
) -> Person | None:
    """Whoever should have it; those who carry equally many take turns. Nobody whom no message
    reaches.
    """
    unit, directory = scene.unit, scene.unit.directory
    here = (*directory.path(team.area), team.office)
    on_duty = {person for person, area in directory.on_duty(unit.now) if area in here}
    turned = [people[(serial + i) % len(people)] for i in range(len(people))]
    candidates = [
        Candidate(
            place,
            person.id in on_duty,
            unit.cases.carries(person.id) + more.get(person.id, 0),
            away=person.away(unit.now),
        )
        for place, person in enumerate(turned)
        if person.id not in without and directory.addresses.get(person.id)
    ]
    chosen = choose(candidates, scene.setup.cap)
    return turned[chosen] if chosen is not None else None


def stand_in(scene: Scene, case: Case, away: Person) -> Person | None:
    """Who could have the case in place of somebody on leave: of those to whom it may be handed on
    the nearest who are there; not who hands it on.
    """
    options = candidates(scene.unit.directory, case, case.assignee_id)
    without = {away.id, scene.actor.id or 0}
    for near in dict.fromkeys(area for _, area in options):
        people = [person for person, area in options if area == near]
        team = Team(near)
        found = _choose(scene, team, people, case.id, without, NO_MORE)
        if found is not None:
            return found
    return None


def _about(person: Person, case: Case) -> bool:
    return concerned(person, case) or accused(person, case)


def candidates(
    directory: Directory, case: Case, without: int | None, most: int = 24
) -> list[tuple[Person, str]]:
    """To whom a case may be handed on, with the area where they work: the nearest first; never
    whom it complains of.
    """
    found: dict[int, tuple[Person, str]] = {}
    for code in directory.path(case.area):
        for near in [code, *sorted(directory.below([code]))]:
            if directory.areas[near].is_office:
                continue
            for role in (Role.COORDINATOR, Role.LEAD):
                for person in directory.holders(near, role):
                    if person.id != without and not _about(person, case):
                        found.setdefault(person.id, (person, near))
        if len(found) >= most:
            break
    return list(found.values())[:most]

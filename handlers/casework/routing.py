"""Which area a filing belongs to, who takes charge of it, and who sees its card."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from domain import rules
from domain.case import Case, Kind
from domain.messages import Address, Place
from domain.people import Person, Role
from domain.privacy import Aspect, Viewer, shows
from domain.rules import Candidate, Matter, Rule, Verdict
from handlers.dialog.setup import Setup
from storage.memory.directory import Directory
from storage.unit import Unit

NOBODY: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Team:
    """For whom a case is meant: the holders of a post, an office, or with neither the area's own
    coordinators.
    """

    area: str
    post: str = ""
    office: str = ""


def area_for(
    directory: Directory, place: Place | None, scanned: str, last_area: str
) -> str:
    """The place's lowest area; else the QR code's; else the filer's last grid; else the
    district's desk.
    """
    if place is not None:
        found = directory.locate(place)
        if found:
            return found
    for code in (scanned, last_area):
        if code in directory.areas and not directory.areas[code].is_office:
            return code
    return directory.root


# --- rules ---


def verdict(
    unit: Unit, setup: Setup, kind: Kind, category: str, words: str, area: str
) -> Verdict:
    """Which routing rule takes a matter filed now."""
    directory, local = unit.directory, unit.now.astimezone(setup.zone)
    matter = Matter(
        kind,
        category,
        words,
        directory.path(area),
        directory.tags(area),
        local.hour * 60 + local.minute,
        local.weekday(),
    )
    return rules.decide(setup.rules, matter, lambda rule: _held(directory, rule, area))


def _held(directory: Directory, rule: Rule, area: str) -> bool:
    return bool(
        directory.members(rule.office)
        if rule.office
        else directory.post_holders(area, rule.post)[1]
    )


# --- people ---


def carer(
    unit: Unit,
    setup: Setup,
    team: Team,
    serial: int,
    without: AbstractSet[int] = NOBODY,
) -> Person | None:
    """Who takes charge of case `serial`: of the team, whoever is on duty, then who carries fewest,
    below the cap.

    Nobody there: the head of the area, then up the tree; and before a case has nobody at all,
    whoever there is.
    """
    for people in _levels(unit.directory, team):
        found = _choose(unit, team, people, serial, setup.cap, without)
        if found is not None:
            return found
    everybody = [
        person for people in _levels(unit.directory, team) for person in people
    ]
    return next(
        (p for p in everybody if p.id not in without),
        everybody[0] if everybody else None,
    )


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


def _choose(
    unit: Unit,
    team: Team,
    people: Sequence[Person],
    serial: int,
    cap: int,
    without: AbstractSet[int],
) -> Person | None:
    """Whoever should have it; those who carry equally many take turns. Nobody whom no message
    reaches.
    """
    here = (*unit.directory.path(team.area), team.office)
    on_duty = {
        person_id
        for person_id, area in unit.directory.on_duty(unit.now)
        if area in here
    }
    turned = [people[(serial + i) % len(people)] for i in range(len(people))]
    candidates = [
        Candidate(
            place,
            person.id in on_duty,
            unit.cases.carries(person.id),
            away=person.away(unit.now),
        )
        for place, person in enumerate(turned)
        if person.id not in without and unit.directory.addresses.get(person.id)
    ]
    chosen = rules.choose(candidates, cap)
    return turned[chosen] if chosen is not None else None


def head(
    directory: Directory, path: Sequence[str], levels_up: int
) -> tuple[str, list[Person]]:
    """Who leads the area `levels_up` steps up this path; where nobody leads, the next level with
    a lead or an admin.
    """
    for code in path[min(levels_up, len(path) - 1) :] if path else ():
        people = [
            *directory.holders(code, Role.LEAD),
            *directory.holders(code, Role.ADMIN),
        ]
        if people:
            return code, list(dict.fromkeys(people))
    return "", []


def heads_above(
    directory: Directory, area: str, without: Person | None
) -> list[Person]:
    """Who sorts out what was handed back: the leads, else admins, of the lowest level with
    another than `without`.
    """
    for code in directory.path(area):
        for role in (Role.LEAD, Role.ADMIN):
            people = [
                person
                for person in directory.holders(code, role)
                if without is None or person.id != without.id
            ]
            if people:
                return people
    return []


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


def candidates(
    directory: Directory, area: str, without: int | None, most: int = 24
) -> list[tuple[Person, str]]:
    """To whom a case may be handed on, with the area where they work: the nearest first."""
    found: dict[int, tuple[Person, str]] = {}
    for code in directory.path(area):
        for near in [code, *sorted(directory.below([code]))]:
            for role in (Role.COORDINATOR, Role.LEAD):
                for person in directory.holders(near, role):
                    if person.id != without and not directory.areas[near].is_office:
                        found.setdefault(person.id, (person, near))
        if len(found) >= most:
            break
    return list(found.values())[:most]


def teams(directory: Directory, posts: Iterable[str], area: str) -> list[Team]:
    """The posts that somebody holds for this area and the offices that have people: where else a
    case can go.
    """
    held = [
        Team(area, post=post) for post in posts if directory.post_holders(area, post)[1]
    ]
    return [
        *held,
        *(
            Team(area, office=one.code)
            for one in directory.offices
            if directory.members(one.code)
        ),
    ]


def team_of(directory: Directory, setup: Setup, area: str, value: str) -> Team | None:
    """The team that a press names, 'post:police' or 'office:CG', if somebody is there for this
    area.
    """
    kind, _, code = value.partition(":")
    kind = "office" if kind == "unit" else kind  # as buttons of before 0.3 say
    team = Team(area, **{kind: code}) if kind in ("post", "office") else None
    return team if team in teams(directory, setup.posts, area) else None

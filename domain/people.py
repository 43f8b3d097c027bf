"""Who somebody is, where their word counts, and the one table of who may do what."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum, StrEnum

from domain.acts import Act
from domain.case import Case
from domain.privacy import Aspect, Privacy, Viewer, shows

OFFICE = "office"  # the level of a node that is no area but an office beside the tree
MEDIATOR = "mediator"  # the post whose holders may read confidential cases


class Role(StrEnum):
    COORDINATOR = "coordinator"
    LEAD = "lead"
    ADMIN = "admin"


class Scope(IntEnum):
    """How far a permission reaches, from the case that one carries oneself to the role's whole
    area.
    """

    ASSIGNEE = 1
    AREA = 2


@dataclass(frozen=True, slots=True)
class Grant:
    """A role in an area; it counts in everything below that area too. A `post` (岗位) narrows it
    to its own cases.
    """

    role: Role
    area: str
    post: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who wrote to us. `quiet` holds (from, to) minutes after local midnight; None means
    the defaults.

    Until `away_until` somebody else gets their cases. `digest` is the minute of the morning digest,
    -1 for none.
    """

    id: int
    name: str
    language: str = ""
    grants: tuple[Grant, ...] = ()
    quiet: tuple[tuple[int, int], ...] | None = None
    muted: bool = False
    last_area: str = ""
    seen_at: datetime | None = None
    away_until: datetime | None = None
    digest: int | None = None

    @property
    def staff(self) -> bool:
        return bool(self.grants)

    def has(self, role: Role) -> bool:
        return any(grant.role is role for grant in self.grants)

    def away(self, now: datetime) -> bool:
        return self.away_until is not None and now < self.away_until


@dataclass(frozen=True, slots=True)
class Area:
    """A node of the area tree. `level` is the level's configured name, `polygon` GeoJSON
    coordinates or None.

    An office (城管, 公安, …) is a node of level "office" without a polygon: its people and groups are
    bound like a grid's, and cases are sent to it by rules and by hand. `tags` are trades (catering,
    courier, …).
    """

    code: str
    name: str
    level: str
    parent: str = ""
    polygon: tuple[object, ...] | None = None
    kind: str = "Polygon"
    tags: tuple[str, ...] = ()

    @property
    def is_office(self) -> bool:
        return self.level == OFFICE


FILER_ACTS = frozenset(
    {Act.ADD, Act.ANSWER, Act.WITHDRAW, Act.CONFIRM, Act.REOPEN, Act.RATE}
)
FOLLOWER_ACTS = FILER_ACTS - {Act.WITHDRAW}

LEADING = (
    Act.SEE,
    Act.ON_SITE,
    Act.ACCEPT,
    Act.NOTE,
    Act.ASK,
    Act.TELL,
    Act.HAND_ON,
    Act.RETURN,
    Act.RESOLVE,
    Act.SUBMIT,
    Act.REJECT,
    Act.HOLD,
    Act.RESUME,
    Act.EXTEND,
    Act.APPROVE,
    Act.DECLINE,
    Act.RECLASSIFY,
    Act.RAISE,
    Act.SUPERVISE,
    Act.SPLIT,
    Act.LINK,
    Act.MERGE,
    Act.UNMERGE,
    Act.VERIFY,
    Act.REDO,
    Act.DELIBERATE,
    Act.DECIDE,
)

PERMISSIONS: dict[Role, dict[Act, Scope]] = {
    Role.COORDINATOR: {
        Act.SEE: Scope.AREA,
        Act.ON_SITE: Scope.AREA,
        Act.ACCEPT: Scope.AREA,
        Act.NOTE: Scope.AREA,
        Act.ASK: Scope.AREA,
        Act.HAND_ON: Scope.ASSIGNEE,
        Act.RETURN: Scope.ASSIGNEE,
        Act.RESOLVE: Scope.ASSIGNEE,
        Act.TELL: Scope.AREA,
        Act.LINK: Scope.AREA,
        Act.MERGE: Scope.AREA,
        Act.UNMERGE: Scope.AREA,
        Act.SUBMIT: Scope.ASSIGNEE,
        Act.HOLD: Scope.ASSIGNEE,
        Act.RESUME: Scope.ASSIGNEE,
        Act.EXTEND: Scope.ASSIGNEE,
        Act.RECLASSIFY: Scope.ASSIGNEE,
        Act.RAISE: Scope.ASSIGNEE,
        Act.SPLIT: Scope.ASSIGNEE,
        Act.DELIBERATE: Scope.ASSIGNEE,
        Act.DECIDE: Scope.ASSIGNEE,
    },
    Role.LEAD: dict.fromkeys(LEADING, Scope.AREA),
    Role.ADMIN: dict.fromkeys(LEADING, Scope.AREA),
}

BLIND_ACTS = frozenset(
    {Act.SEE, Act.HAND_ON, Act.SUPERVISE, Act.APPROVE, Act.DECLINE, Act.RAISE}
)
"""What may be done to a case whose words one may not read."""

COMMAND_ROLES: dict[str, frozenset[Role]] = {
    "queue": frozenset(Role),
    "mine": frozenset(Role),
    "overdue": frozenset(Role),
    "onsite": frozenset(Role),
    "away": frozenset(Role),
    "digest": frozenset(Role),
    "duty": frozenset(Role),
    "similar": frozenset(Role),
    "templates": frozenset(Role),
    "policy": frozenset({Role.ADMIN}),
    "route": frozenset({Role.ADMIN}),
    "audit": frozenset({Role.ADMIN}),
    "areas": frozenset({Role.ADMIN}),
    "announce": frozenset({Role.ADMIN}),
    "bind": frozenset({Role.ADMIN}),
    "grant": frozenset({Role.ADMIN}),
    "health": frozenset({Role.ADMIN}),
    "invite": frozenset({Role.ADMIN}),
    "people": frozenset({Role.ADMIN}),
    "revoke": frozenset({Role.ADMIN}),
    "stats": frozenset({Role.LEAD, Role.ADMIN}),
    "register": frozenset({Role.LEAD, Role.ADMIN}),
    "slip": frozenset(Role),
    **dict.fromkeys(
        (
            "accept",
            "pass",
            "return",
            "ask",
            "tell",
            "note",
            "hold",
            "resume",
            "extend",
            "approve",
            "decline",
            "category",
            "urgency",
            "privacy",
            "raise",
            "supervise",
            "split",
            "link",
            "merge",
            "takein",
            "unmerge",
            "resolve",
            "verify",
            "redo",
            "reject",
            "deliberate",
            "decide",
            "undo",
        ),
        frozenset(Role),
    ),
}


def may(
    person: Person,
    act: Act,
    case: Case,
    area_path: Sequence[str],
    follows: bool = False,
) -> bool:
    """Whether `person` may do `act` on `case`, whose areas from its own up to the root, and office,
    are `area_path`.

    `follows` says that they joined it. Whether they may know of it at all is `domain/privacy.py`'s
    word.
    """
    if person.id == case.filer_id and (act in FILER_ACTS or act is Act.SEE):
        return True
    if follows and (act in FOLLOWER_ACTS or act is Act.SEE):
        return True
    if not person.grants or not _knows(person, act, case, area_path):
        return False
    for grant in person.grants:
        scope = PERMISSIONS[grant.role].get(act)
        if (
            scope is None
            or grant.area not in area_path
            or not _meant(grant, person, case)
        ):
            continue
        if scope is Scope.AREA or case.assignee_id == person.id:
            return True
    return False


def _knows(person: Person, act: Act, case: Case, area_path: Sequence[str]) -> bool:
    """Whether they know enough of the case for this act."""
    if case.privacy is not Privacy.CONFIDENTIAL:
        return True
    return reads(
        person, case, area_path, Aspect.EXISTS if act in BLIND_ACTS else Aspect.WORDS
    )


def _meant(grant: Grant, person: Person, case: Case) -> bool:
    """A post counts for the cases that were meant for it; the mediators' for every confidential
    one.
    """
    if not grant.post or grant.post == case.post or case.assignee_id == person.id:
        return True
    return grant.post == MEDIATOR and case.privacy is Privacy.CONFIDENTIAL


def viewers(
    person: Person, case: Case, area_path: Sequence[str], follows: bool = False
) -> set[Viewer]:
    """Every capacity in which this person may look at the case; empty for whom it is none of
    their business.
    """
    found: set[Viewer] = set()
    if person.id == case.filer_id:
        found.add(Viewer.FILER)
    if follows:
        found.add(Viewer.FOLLOWER)
    if person.grants and person.id == case.assignee_id:
        found.add(Viewer.ASSIGNEE)
    for grant in person.grants:
        if grant.area in area_path and _meant(grant, person, case):
            found.add(
                Viewer.MEDIATOR if grant.post == MEDIATOR else CAPACITY[grant.role]
            )
    return found


CAPACITY = {
    Role.COORDINATOR: Viewer.COLLEAGUE,
    Role.LEAD: Viewer.LEAD,
    Role.ADMIN: Viewer.ADMIN,
}


def reads(
    person: Person,
    case: Case,
    area_path: Sequence[str],
    part: Aspect,
    follows: bool = False,
) -> bool:
    """Whether this person may know that part of the case."""
    return any(
        shows(case.privacy, viewer, part)
        for viewer in viewers(person, case, area_path, follows)
    )


def may_command(person: Person, command: str) -> bool:
    """Whether a command exists for this person; a command without a row in the table is
    everybody's.
    """
    roles = COMMAND_ROLES.get(command)
    return roles is None or any(grant.role in roles for grant in person.grants)


def admin_of(person: Person, area_path: Iterable[str]) -> bool:
    """Whether the person is an admin of an area on this path."""
    path = set(area_path)
    return any(
        grant.role is Role.ADMIN and grant.area in path for grant in person.grants
    )

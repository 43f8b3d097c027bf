"""Who somebody is, where their word counts, and the one table of who may do what."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum, StrEnum

from domain.case import Act, Case


class Role(StrEnum):
    COORDINATOR = "coordinator"
    LEAD = "lead"
    ADMIN = "admin"


class Scope(IntEnum):
    """How far a permission reaches, from the case that one carries oneself to the role's whole area."""

    ASSIGNEE = 1
    AREA = 2


@dataclass(frozen=True, slots=True)
class Grant:
    """A role in an area; it counts in everything below that area too."""

    role: Role
    area: str


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who wrote to us. `quiet` holds (from, to) minutes after local midnight; None means the defaults."""

    id: int
    name: str
    language: str = ""
    grants: tuple[Grant, ...] = ()
    quiet: tuple[tuple[int, int], ...] | None = None
    muted: bool = False
    last_area: str = ""
    seen_at: datetime | None = None

    @property
    def staff(self) -> bool:
        return bool(self.grants)

    def has(self, role: Role) -> bool:
        return any(grant.role is role for grant in self.grants)


@dataclass(frozen=True, slots=True)
class Area:
    """A node of the area tree. `level` is the level's configured name, `polygon` GeoJSON coordinates or None."""

    code: str
    name: str
    level: str
    parent: str = ""
    polygon: tuple[object, ...] | None = None
    kind: str = "Polygon"


FILER_ACTS = frozenset({Act.ADD, Act.ANSWER, Act.WITHDRAW, Act.CONFIRM, Act.REOPEN, Act.RATE})

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
    },
    Role.LEAD: {
        act: Scope.AREA
        for act in (
            Act.SEE, Act.ON_SITE, Act.ACCEPT, Act.NOTE, Act.ASK, Act.HAND_ON, Act.RETURN, Act.RESOLVE, Act.REJECT,
        )
    },
    Role.ADMIN: {
        act: Scope.AREA
        for act in (
            Act.SEE, Act.ON_SITE, Act.ACCEPT, Act.NOTE, Act.ASK, Act.HAND_ON, Act.RETURN, Act.RESOLVE, Act.REJECT,
        )
    },
}  # fmt: skip

COMMAND_ROLES: dict[str, frozenset[Role]] = {
    "queue": frozenset(Role),
    "mine": frozenset(Role),
    "overdue": frozenset(Role),
    "onsite": frozenset(Role),
    "areas": frozenset({Role.ADMIN}),
    "announce": frozenset({Role.ADMIN}),
    "bind": frozenset({Role.ADMIN}),
    "grant": frozenset({Role.ADMIN}),
    "health": frozenset({Role.ADMIN}),
    "invite": frozenset({Role.ADMIN}),
    "people": frozenset({Role.ADMIN}),
    "revoke": frozenset({Role.ADMIN}),
    "stats": frozenset({Role.LEAD, Role.ADMIN}),
}


def may(person: Person, act: Act, case: Case, area_path: Sequence[str]) -> bool:
    """Whether `person` may do `act` on `case`, whose areas from its own up to the root are `area_path`."""
    if (act in FILER_ACTS or act is Act.SEE) and person.id == case.filer_id:
        return True
    for grant in person.grants:
        scope = PERMISSIONS[grant.role].get(act)
        if scope is None or grant.area not in area_path:
            continue
        if scope is Scope.AREA or case.assignee_id == person.id:
            return True
    return False


def may_command(person: Person, command: str) -> bool:
    """Whether a command exists for this person; a command without a row in the table is everybody's."""
    roles = COMMAND_ROLES.get(command)
    return roles is None or any(grant.role in roles for grant in person.grants)


def admin_of(person: Person, area_path: Iterable[str]) -> bool:
    """Whether the person is an admin of an area on this path."""
    path = set(area_path)
    return any(grant.role is Role.ADMIN and grant.area in path for grant in person.grants)

"""The one table of who may do what: role, act and how far it reaches."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from domain.acts import Act
from domain.case import Case
from domain.people import Grant, Person, Role
from domain.privacy import Aspect, Privacy
from domain.standing import Standing, waiting_acts
from domain.viewers import meant, reads


class Scope(IntEnum):
    """How far a permission reaches, from the case that one carries oneself to the role's whole
    area.
    """

    ASSIGNEE = 1
    AREA = 2


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


def may(
    person: Person,
    act: Act,
    case: Case,
    area_path: Sequence[str],
    standing: Standing = Standing.NONE,
) -> bool:
    """Whether `person` may do `act` on `case`, whose areas from its own up to the root, and office,
    are `area_path`.

    `standing` says how they came to wait for it. Whether they may know of it at all is
    `domain/privacy.py`'s word.
    """
    if act in waiting_acts(person, case, standing):
        return True
    if not person.grants or not _knows(person, act, case, area_path):
        return False
    return _carries(person, act, case) or any(
        _reaches(grant, person, act, case)
        for grant in person.grants
        if grant.area in area_path and meant(grant, person, case)
    )


def _carries(person: Person, act: Act, case: Case) -> bool:
    """Whoever has a case can do it, wherever they work: with everybody up the tree away it is
    somebody from beside it.
    """
    return case.assignee_id == person.id and act in PERMISSIONS[Role.COORDINATOR]


def _reaches(grant: Grant, person: Person, act: Act, case: Case) -> bool:
    """Whether the role's permission extends to this case."""
    scope = PERMISSIONS[grant.role].get(act)
    return scope is Scope.AREA or (
        scope is Scope.ASSIGNEE and case.assignee_id == person.id
    )


def _knows(
    person: Person,
    act: Act,
    case: Case,
    area_path: Sequence[str],
) -> bool:
    """Whether they know enough of the case for this act."""
    if case.privacy is not Privacy.CONFIDENTIAL and not case.sealed:
        return True
    needed = Aspect.EXISTS if act in BLIND_ACTS else Aspect.WORDS
    return reads(person, case, area_path, needed)

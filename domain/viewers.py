"""In which capacities a person looks at a case, and so what they may know of it."""

from __future__ import annotations

from collections.abc import Sequence

from domain.case import Case
from domain.named import concerned, tied
from domain.people import MEDIATOR, Grant, Person, Role
from domain.privacy import Aspect, Privacy, Viewer, shows
from domain.standing import Standing


def meant(grant: Grant, person: Person, case: Case) -> bool:
    """A post counts for the cases that were meant for it; the mediators' for every confidential
    one.
    """
    if not grant.post or grant.post == case.post or case.assignee_id == person.id:
        return True
    return grant.post == MEDIATOR and case.privacy is Privacy.CONFIDENTIAL


CAPACITIES = {
    Role.COORDINATOR: Viewer.COLLEAGUE,
    Role.LEAD: Viewer.LEAD,
    Role.ADMIN: Viewer.ADMIN,
}
WAITING = {
    Standing.FOLLOWER: Viewer.FOLLOWER,
    Standing.BROUGHT: Viewer.BROUGHT,
}


def viewers(
    person: Person,
    case: Case,
    area_path: Sequence[str],
    standing: Standing = Standing.NONE,
) -> set[Viewer]:
    """Every capacity in which this person may look at the case; empty for whom it is none of
    their business. What is sealed is nobody's but the filer's, whatever their role.
    """
    if case.sealed:
        return {Viewer.FILER} if person.id == case.filer_id else set()
    found = {
        Viewer.MEDIATOR if grant.post == MEDIATOR else CAPACITIES[grant.role]
        for grant in person.grants
        if grant.area in area_path and meant(grant, person, case)
    }
    if concerned(person, case):
        found.clear()
    if person.id == case.filer_id:
        found.add(Viewer.FILER)
    if standing in WAITING:
        found.add(WAITING[standing])
    carries = person.grants and person.id == case.assignee_id
    if carries and not tied(person, case):
        found.add(Viewer.ASSIGNEE)
    return found


def reads(
    person: Person,
    case: Case,
    area_path: Sequence[str],
    aspect: Aspect,
    standing: Standing = Standing.NONE,
) -> bool:
    """Whether this person may know that aspect of the case."""
    return any(
        shows(case.privacy, viewer, aspect)
        for viewer in viewers(person, case, area_path, standing)
    )

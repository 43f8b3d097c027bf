"""In which capacities a person looks at a case, and so what they may know of it."""

from __future__ import annotations

from collections.abc import Sequence

from domain.case import Case
from domain.people import MEDIATOR, Grant, Person, Role
from domain.privacy import Aspect, Privacy, Viewer, shows


def meant(grant: Grant, person: Person, case: Case) -> bool:
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
        if grant.area in area_path and meant(grant, person, case):
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

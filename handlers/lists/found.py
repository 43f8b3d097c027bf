"""The open cases that a list shows: what one carries, and what one may see by one's roles."""

from __future__ import annotations

from domain.acts import Act
from domain.case import Case
from domain.people import MEDIATOR, Grant, Role
from domain.permissions import may
from domain.privacy import Aspect
from domain.viewers import reads
from domain.wanted import MINE, Wanted, fits
from handlers.dialog.turn import Turn

MOST = 500
"""Cases of one role that are looked at, the soonest due, in some 40 ms: a city's admin has more."""


async def found(turn: Turn, wanted: Wanted) -> tuple[list[Case], bool]:
    """The soonest due first, and whether there may be more than were looked at."""
    unit, me = turn.unit, turn.person
    parts = [await unit.cases.carried_by(me.id, MOST, wanted)]
    if MINE not in wanted.only:
        for grant in me.grants:
            parts += await _granted(turn, grant, wanted)
    unique = {case.id: case for part in parts for case in part}
    shown = [case for case in unique.values() if _shows(turn, wanted, case)]
    shown.sort(key=lambda case: (case.due_at or unit.now, case.id))
    return shown, any(len(part) == MOST for part in parts)


def _shows(turn: Turn, wanted: Wanted, case: Case) -> bool:
    """Whether it is one of them, and theirs or such that they may know of it."""
    me, reach = turn.person, turn.unit.directory.reach(case)
    mine = case.assignee_id == me.id
    if not (mine or may(me, Act.SEE, case, reach)):
        return False
    may_read = reads(me, case, reach, Aspect.WORDS)
    return fits(wanted, case, me.id, turn.unit.now, may_read)


async def _granted(
    turn: Turn,
    grant: Grant,
    wanted: Wanted,
) -> list[list[Case]]:
    """What one role makes visible: coordinators see no confidential case, mediators every one."""
    cases, directory = turn.unit.cases, turn.unit.directory
    areas = directory.below([grant.area])
    if grant.post:
        return await _of_a_post(turn, grant, wanted)
    private = False if grant.role is Role.COORDINATOR else None
    inside = await cases.open_in(
        areas,
        MOST,
        confidential=private,
        wanted=wanted,
    )
    offices = [code for code in areas if directory.areas[code].is_office]
    if not offices:
        return [inside]
    sent_there = await cases.open_in(
        offices,
        MOST,
        office=True,
        confidential=private,
        wanted=wanted,
    )
    return [inside, sent_there]


async def _of_a_post(
    turn: Turn,
    grant: Grant,
    wanted: Wanted,
) -> list[list[Case]]:
    cases = turn.unit.cases
    areas = turn.unit.directory.below([grant.area])
    meant = await cases.open_in(
        areas,
        MOST,
        post=grant.post,
        wanted=wanted,
    )
    if grant.post != MEDIATOR:
        return [meant]
    disputes = await cases.open_in(
        areas,
        MOST,
        confidential=True,
        wanted=wanted,
    )
    return [meant, disputes]

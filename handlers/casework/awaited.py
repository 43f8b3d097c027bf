"""The cases for which somebody waits: their own, and those that they follow or that theirs was
merged into.
"""

from __future__ import annotations

from datetime import timedelta

from domain.acts import Act
from domain.case import Case
from storage.history import Line
from storage.unit import Unit

QUESTIONS = (Act.ASK, Act.ANSWER)
LOOKED_AT = 20
"""Of the cases that somebody follows, the newest."""
LATE = timedelta(days=14)
"""So long after a question its answer may come (ours)."""


async def open_of(
    unit: Unit,
    person_id: int,
    most: int,
) -> list[Case]:
    """The open ones, one's own first, each kind the newest first."""
    own = await unit.cases.open_of(person_id, most)
    # what is over or was merged further stands in nobody's way
    others = [one for one in await followed(unit, person_id, LOOKED_AT) if one.open]
    return [*own, *_beside(own, others)][:most]


async def followed(
    unit: Unit,
    person_id: int,
    most: int,
) -> list[Case]:
    """Those of others, the newest first."""
    found = []
    for case_id in (await unit.followers.followed_by(person_id))[:most]:
        case = await unit.cases.get(case_id)
        if case is not None and case.filer_id != person_id:
            found.append(case)
    return found


async def unanswered(unit: Unit, case: Case) -> bool:
    """Whether something was asked about it, not too long ago, and nothing was said to that."""
    return await open_question(unit, case) is not None


async def open_question(unit: Unit, case: Case) -> Line | None:
    """The line of the history in which it was asked."""
    told = [one for one in await unit.history.of(case.id) if one.act in QUESTIONS]
    waits = bool(told) and told[-1].act is Act.ASK and told[-1].at >= unit.now - LATE
    return told[-1] if waits else None


def _beside(
    own: list[Case],
    others: list[Case],
) -> list[Case]:
    known = {one.id for one in own}
    return [one for one in others if one.id not in known]

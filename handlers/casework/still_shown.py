"""Whether what somebody was once shown of a case may still be opened by them: asked each time, as
they may have lost their role since, and the case may have become confidential.
"""

from __future__ import annotations

from domain.messages import Address
from domain.privacy import Aspect
from domain.standing import Standing
from domain.viewers import reads
from handlers.casework.permission import standing_of
from storage.unit import Unit


async def still_shown(unit: Unit, address: Address, case_id: int) -> bool:
    """Who waits for the case was shown pictures of its outcome, everybody else of its words."""
    await unit.people.load([address])
    person, case = unit.people.at(address), await unit.cases.get(case_id)
    if person is None or case is None:
        return False
    standing = await standing_of(unit, person, case)
    waits = person.id == case.filer_id or standing is not Standing.NONE
    aspect = Aspect.OUTCOME if waits else Aspect.WORDS
    reach = unit.directory.reach(case)
    return reads(person, case, reach, aspect, standing)

"""What goes on in a case since it was merged into it, and who may read that there."""

from __future__ import annotations

from dataclasses import replace

from domain.case import Case
from domain.people import Person
from domain.privacy import Aspect
from domain.viewers import reads
from handlers.casework.complaints import kept_from
from storage.memory.directory import Directory
from storage.unit import Unit


async def merged_in(unit: Unit, case: Case) -> list[Case]:
    """The cases that go on in this one, straight or by way of others."""
    found: dict[int, Case] = {}
    into = [case.id]
    while into:
        more = await unit.cases.merged_into(into.pop())
        new = [one for one in more if one.id not in found]
        found |= {one.id: one for one in new}
        into += [one.id for one in new]
    return [found[number] for number in sorted(found)]


def read_there(
    directory: Directory,
    person: Person,
    kept: Case,
    gone: Case,
) -> bool:
    """Whether whoever looks at the kept one may read the other in it: it goes with the kept one's
    people, but for who does not get it itself, though they were given the kept one.
    """
    if person.id in kept_from(directory, gone):
        return False
    there = replace(gone, assignee_id=kept.assignee_id, post=kept.post)
    return reads(person, there, directory.reach(kept), Aspect.WORDS)


async def kept_case(unit: Unit, case: Case) -> Case:
    """The case in which a merged one goes on; itself where it was not merged."""
    seen = {case.id}
    while case.merged_into is not None and case.merged_into not in seen:
        further = await unit.cases.get(case.merged_into)
        if further is None:
            break
        case = further
        seen.add(case.id)
    return case

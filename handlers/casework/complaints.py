"""A report that names somebody of the staff: they are no candidate for it, nor are colleagues of
their rank; whoever leads the place has it, confidentially.
"""

from __future__ import annotations

from collections.abc import Iterable

from domain.case import Case
from domain.named import concerned, named
from domain.people import Person, Role
from storage.memory.directory import Directory


def complained_of(
    directory: Directory, area: str, words: str, filer: int
) -> list[Person]:
    """Whom the words name of those who look after the place; where it is the root, nobody knows
    yet where it is, and anybody of the staff counts.
    """
    everybody = area == directory.root
    people: Iterable[Person] = directory.staff.values()
    return named(words, people if everybody else directory.looking_after(area), filer)


def kept_from(directory: Directory, case: Case) -> frozenset[int]:
    """Who does not get this case: nobody, unless it names somebody of the staff."""
    path = directory.path(case.area)
    staff = directory.staff.values()
    found = {one.id for one in staff if concerned(one, case)}
    if not found:
        return frozenset()
    for code in path:
        found |= {one.id for one in directory.holders(code, Role.COORDINATOR)}
    return frozenset(found)

"""Whom the words of a matter name: who is complained of does not look after it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from domain.case import Case
from domain.people import Person
from domain.privacy import Privacy

SHORTEST = 2
"""Letters of a name: a single one stands in too many words."""


def names(words: str, name: str) -> bool:
    """Whether a name stands in the words; one in Latin letters only as a whole word."""
    said, known = words.casefold(), name.strip().casefold()
    if len(known) < SHORTEST or known not in said:
        return False
    if not known.isascii():
        return True
    return bool(re.search(rf"(?<![a-z0-9]){re.escape(known)}(?![a-z0-9])", said))


def named(words: str, people: Iterable[Person], filer: int) -> list[Person]:
    """Those of the people whose name stands in the words, but for who wrote them."""
    return [one for one in people if one.id != filer and names(words, one.name)]


def concerned(person: Person, case: Case) -> bool:
    """Whether a confidential case names this person, who did not file it."""
    if case.privacy is not Privacy.CONFIDENTIAL or person.id == case.filer_id:
        return False
    return names(case.words, person.name)

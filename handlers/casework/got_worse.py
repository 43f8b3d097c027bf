"""水更深了, "it's getting worse": how something that is reported and open stands by now. It is no
matter of its own, and where it is, is known.
"""

from __future__ import annotations

from domain.case import Case
from domain.reading.model import Reading
from domain.things import things
from domain.told_of import told_of
from domain.values.text import letters
from handlers.texts.asking import questioned
from handlers.texts.words import anywhere, plain
from storage.unit import Unit

LOOKED_AT = 10
LONGEST = 60
"""Letters: whoever says more tells of another one (ours)."""


async def of_which(
    unit: Unit,
    filer: int,
    text: str,
    reading: Reading,
) -> Case | None:
    """The case that it is said of: the one that the words fit best, or the only one."""
    said = plain(text)
    if letters(said) > LONGEST or not anywhere("words-worse").search(said):
        return None
    if reading.places or questioned(said):
        return None
    cases = await unit.cases.open_of(filer, LOOKED_AT)
    own = [one for one in cases if things(said) <= things(one.words)]
    found = told_of(own, said, reading)
    if not found and len(own) == 1 and not things(said):
        found = (own[0],)
    return found[0] if len(found) == 1 else None

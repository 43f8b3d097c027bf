"""我扎了, "two more got flats": what the nails or the glass did of which a report tells that was
filed just before. It goes to whoever has it, and one press makes another matter of it.
"""

from __future__ import annotations

from datetime import timedelta

from domain.case import Case
from domain.draft import Draft
from domain.reading.engine import CRY
from domain.reading.model import Reading
from domain.states import State
from domain.values.text import letters
from handlers.actions.emergencies.belonging import confides
from handlers.actions.on_case.words import word_on_case
from handlers.casework import whereabouts
from handlers.dialog.alone import alone
from handlers.dialog.fields import words
from handlers.dialog.filed_last import filed_last
from handlers.dialog.turn import Turn
from handlers.filing.taken_down import take_down
from handlers.texts.asking import questioned
from handlers.texts.words import anywhere, plain

LATELY = timedelta(hours=1)
"""So long such words are of what was filed last (ours)."""

LONGEST = 30
"""Letters: whoever says more tells of another one (ours)."""


async def told(turn: Turn, reading: Reading) -> bool:
    """Whether it was, and went there."""
    if reading.danger or not _says_so(turn):
        return False
    return await _of_the_last(turn, reading)


async def only_sounds_so(
    turn: Turn,
    reading: Reading,
    filings: list[Draft],
) -> bool:
    """Whether a danger that only letters guess is that, 我也扎了 后面还有两个, of what is being
    reported or was just before.
    """
    found = reading.danger
    guessed = found is not None and found.guessed and found.topic == CRY
    if not guessed or not _says_so(turn):
        return False
    if not filings:
        return await _of_the_last(turn, reading)
    if anywhere("words-sharp").search(plain(words(filings[-1]))) is None:
        return False
    await take_down(turn, filings[-1])
    return True


def _says_so(turn: Turn) -> bool:
    said = plain(turn.event.text)
    if not alone(turn) or not 0 < letters(said) <= LONGEST or questioned(said):
        return False
    return anywhere("words-got-flat").search(said) is not None


async def _of_the_last(turn: Turn, reading: Reading) -> bool:
    case = await _newest(turn, reading)
    if case is None:
        return False
    found = whereabouts.find(turn.scene, plain(turn.event.text), turn.person)
    if found.sure or found.likely:
        return False
    return await word_on_case(turn, case.id, matter=True)


async def _newest(turn: Turn, reading: Reading) -> Case | None:
    """What was filed last, where that was not long ago and is of what punctures."""
    case = await filed_last(turn, LATELY)
    if case is None or case.state is State.RESOLVED or confides(case, reading):
        return None
    return case if anywhere("words-sharp").search(plain(case.words)) else None

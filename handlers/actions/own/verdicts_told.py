"""Of which answered cases these words say that they are solved or not."""

from __future__ import annotations

import re
from collections.abc import Sequence

from domain.case import Case
from domain.reading.model import Intent, Reading
from handlers.actions.emergencies.belonging import elsewhere
from handlers.actions.own.rated import (
    fresh,
    named,
    of_another,
    waits,
)
from handlers.casework import whereabouts
from handlers.dialog.asked_whether import asked
from handlers.dialog.fields import A_MATTER
from handlers.dialog.turn import Turn
from handlers.dialog.verdict import SIGN, broken_again, says, says_well
from handlers.texts.words import anywhere, plain

UNHEARD = (Intent.CANCEL, Intent.CHAT, Intent.PLACE_ONLY)
"""What is no answer to that question, though the words are one."""

Told = tuple[Case, bool, str]
"""A case, whether it is solved, and the words that say so."""


async def told_in(
    turn: Turn,
    cases: Sequence[Case],
    reading: Reading,
) -> list[Told]:
    """Of several that are named in one sentence each has its own part of it."""
    said = turn.event.text.strip()
    own = await turn.unit.cases.open_of(turn.person.id, len(cases) + 1)
    if named(turn, own, said):
        return []  # the one that is open may be meant
    parts: dict[int, Told] = {}
    denied = False
    for piece in filter(str.strip, re.split(SIGN, said)):
        solved, meant = says(piece), named(turn, cases, piece)
        denied = denied or solved is False
        if solved is not None and len(meant) == 1:
            parts[meant[0].id] = (meant[0], solved, piece.strip())
    if len(parts) > 1:
        return [*parts.values()]
    solved = False if reading.intent is Intent.REOPEN else says(said)
    if solved is None and denied:  # 哪修了 黑着呢 asks nothing
        solved = False
    if solved is None:
        return []
    spoken_of = await _spoken_of(turn, cases, reading, solved)
    if not (spoken_of or own or solved):
        spoken_of = _once_more(turn, cases, reading)
    return [(case, solved, said) for case in spoken_of]


async def _spoken_of(
    turn: Turn,
    cases: Sequence[Case],
    reading: Reading,
    solved: bool,
) -> Sequence[Case]:
    """Those that are named; all that wait, where both are spoken of; of words that name nothing the
    one of which it was asked just before, where they deny it.
    """
    said = turn.event.text.strip()
    found = named(turn, cases, said)
    if found:
        return [one for one in found[:1] if not _away(turn, one)]
    if of_another(turn, said, cases):
        return ()
    waiting = [one for one in cases if waits(one)]
    if anywhere("words-both").search(said.lower()):
        return waiting
    last = await asked(turn)
    no_matter = reading.intent is Intent.REPORT and reading.report < A_MATTER
    unheard = no_matter or reading.intent in UNHEARD
    known = solved and not (thanked(said) or unheard or says_well(said))
    talk = known or reading.intent is Intent.REOPEN  # as which it is heard
    return () if talk else [one for one in waiting if one.id == last]


def thanked(said: str) -> bool:
    """Whether thanks stand beside it, which go to whoever did it."""
    return anywhere("words-thanks").search(plain(said)) is not None


def _once_more(
    turn: Turn,
    cases: Sequence[Case],
    reading: Reading,
) -> Sequence[Case]:
    """What is wrong once more, and names nothing: what was done last, even if it is closed."""
    said = turn.event.text.strip()
    if not broken_again(said) or of_another(turn, said, cases):
        return ()
    return [one for one in cases if fresh(turn, one) and not _away(turn, one)][:1]


def _away(
    turn: Turn,
    case: Case,
) -> bool:
    """Whether another place is named than that of the case."""
    spot = whereabouts.spotted(turn.scene, None, turn.event.text, turn.person)
    return elsewhere(case, spot)

"""上次那个灯又不亮了, of what was closed weeks ago: a report that knows where that is, and one
press opens the old case again instead.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from domain.case import Case
from domain.reading.model import Intent, Reading
from domain.states import State
from domain.told_of import told_of
from handlers.actions.doing import refusal_for
from handlers.actions.emergencies.belonging import elsewhere
from handlers.actions.on_case import confiding
from handlers.actions.own import talk
from handlers.casework import phrases, whereabouts
from handlers.dialog.turn import Turn
from handlers.filing import form as filing
from handlers.filing.where.spots import spot_at
from handlers.texts.words import anywhere, plain

LOOKED_AT = 20
"""Of one's own cases, the newest first."""

SHORT = 20
"""Letters of what it was about."""

LONG_AGO = timedelta(days=365)
"""Whoever speaks of what was done before that is not asked (ours)."""


async def told(turn: Turn, reading: Reading) -> bool:
    """Whether it was of such a case, and of none that is open or was done lately."""
    if not _again(turn, reading) or not reading.category:
        return False
    cases = await turn.unit.cases.filed_by(turn.person.id, LOOKED_AT)
    found = told_of(cases, turn.event.text, reading)
    old = [one for one in found if _old(turn, one)]
    if not old or len(old) < len(found):
        return False
    return await _offered(turn, old)


async def _offered(turn: Turn, old: Sequence[Case]) -> bool:
    case = max(old, key=lambda one: talk.done_at(turn, one))
    spot = whereabouts.spotted(turn.scene, None, turn.event.text, turn.person)
    if elsewhere(case, spot) or turn.event.place:
        return False
    if await refusal_for(turn.scene, case, "reopen") is not None:
        return False
    await begin(turn, case)
    return True


async def begin(turn: Turn, case: Case) -> None:
    opens = turn.choice("button-open-old", f"c:{case.id}:together", number=case.number)
    day = phrases.day(turn.language, talk.done_at(turn, case), turn.setup)
    what = phrases.cut(case.words, SHORT)
    text = turn.say("again-old", number=case.number, what=what, day=day)
    turn.reply(text, [[opens]])
    area = turn.unit.directory.areas[case.area]
    spot = spot_at(area, case.place_words, case.place)
    about = {confiding.BESIDE: case.id, confiding.MEANT: "reopen", "spot": spot}
    await filing.begin(turn, about)


def _again(turn: Turn, reading: Reading) -> bool:
    """Whether the words point back: 又, 上次, "again"."""
    if reading.intent is Intent.REOPEN:
        return True
    said = plain(turn.event.text)
    points = anywhere("words-back-again").search(said) is not None
    return points and reading.intent is Intent.REPORT


def _old(turn: Turn, case: Case) -> bool:
    if case.state is not State.CLOSED or talk.done_lately(turn, case):
        return False
    return turn.unit.now - talk.done_at(turn, case) <= LONG_AGO

"""没事了 while several emergencies of one chat go on: what names one is for that one, else it is
asked which.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from domain.case import Case
from domain.reading.model import Reading
from domain.told_of import told_of
from handlers.actions.emergencies import all_clear, calming, emergencies
from handlers.casework import phrases
from handlers.dialog.turn import Turn
from handlers.filing.hearing import read_text
from handlers.texts.words import anywhere

LONGEST_WORDS = 12
ENDED = {"words-fire-over": "fire", "words-found": "missing"}
"""Words of what is over, and the category that they are of."""


async def pressed(turn: Turn, case: Case, value: str) -> None:
    """A label that was typed may be meant for any of them."""
    if turn.typed and value != all_clear.THIS:
        return await said(turn, case)
    await all_clear.pressed(turn, case, "")


async def said(turn: Turn, newest: Case) -> None:
    """没事了: of one alone it is done; all of them end where all are spoken of."""
    cases, words = await emergencies.all_running(turn), turn.event.text.lower()
    if anywhere("words-both").search(words):
        for one in cases:
            await all_clear.pressed(turn, one, "")
        return
    meant = _meant(turn, cases) if len(cases) > 1 else (*cases, newest)[:1]
    if len(meant) == 1:
        return await all_clear.pressed(turn, meant[0], "")
    _ask(turn, cases)


async def calms(turn: Turn, newest: Case, reading: Reading) -> bool:
    """What only sounds like it: its people read so, and a press ends it."""
    cases = await emergencies.all_running(turn)
    meant = _meant(turn, cases) if len(cases) > 1 else (newest,)
    if len(meant) == 1:
        return await calming.calms(turn, meant[0], reading)
    added = await emergencies.hear(turn, newest, replace(reading, danger=None))
    _ask(turn, cases)
    return added


def _meant(turn: Turn, cases: Sequence[Case]) -> tuple[Case, ...]:
    """The one that the words name; of others there may be none or several."""
    said = turn.event.text
    for key, code in ENDED.items():
        if anywhere(key).search(said.lower()):
            return tuple(one for one in cases if one.category == code)
    return told_of(cases, said, read_text(turn, said))


def _ask(turn: Turn, cases: Sequence[Case]) -> None:
    rows = []
    for case in cases:
        what = phrases.cut(case.words, LONGEST_WORDS) or case.number
        data = f"c:{case.id}:all_clear:{all_clear.THIS}"
        rows.append([turn.choice("button-all-clear-of", data, what=what)])
    turn.reply(turn.say("all-clear-which", count=len(cases)), rows)

"""骑手电话多少: how the filer of the case in hand is reached. No number is kept or shown: what is
asked goes over by a press.
"""

from __future__ import annotations

from domain.case import Case
from domain.reading.model import Reading
from domain.values.text import letters
from handlers.actions.carers.about_case import FOR_THE_FILER, able
from handlers.actions.carers.in_hand import in_hand
from handlers.actions.viewing.whose import numbered
from handlers.dialog.turn import Turn
from handlers.texts.words import anywhere, plain

REACH = "reach"
"""The press on the case that is meant, of several."""
LONGEST = 40
"""Letters: whoever says more tells of something else (ours)."""


async def asked(turn: Turn, reading: Reading) -> bool:
    """Whether that was asked, and is answered."""
    said = plain(turn.event.text)
    if letters(said) > LONGEST or not anywhere("words-reach-filer").search(said):
        return False
    cases = await in_hand(turn, reading)
    if len(cases) == 1:
        await pressed(turn, cases[0], "")
    elif cases:
        turn.reply(turn.say("reach-which"), numbered(turn, cases, REACH))
    else:
        turn.reply(turn.say("reach-none"))
    return True


async def pressed(turn: Turn, case: Case, value: str) -> None:
    """How, with the ways that there are."""
    acts = await able(turn, case, FOR_THE_FILER)
    rows = [[turn.choice(f"button-{one}", f"c:{case.id}:{one}") for one in acts]]
    turn.toast()
    key = "reach-filer" if acts else "reach-nobody"
    turn.reply(turn.say(key, number=case.number), rows if acts else [], case_id=case.id)

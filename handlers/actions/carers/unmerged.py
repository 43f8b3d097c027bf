"""合错了, 取消合并, 撤销 right behind a merge: the case that went into another one goes on by
itself. 撤销 does it, what only tells of a mistake waits for a press.
"""

from __future__ import annotations

from domain.acts import Act
from domain.case import Case
from handlers.actions.asking.beginning import begin
from handlers.actions.carers.about_case import able
from handlers.actions.carers.steps import (
    last_lines,
    step_label,
)
from handlers.dialog.alone import line_of_staff
from handlers.dialog.marks import open_drafts
from handlers.dialog.turn import Turn
from handlers.texts.asking import questioned
from handlers.texts.words import asks
from storage.history import Line

BESIDE = ("words-polite", "words-sorry")
LONGEST = 20
"""Letters: whoever says more says more than that (ours)."""
UNMERGE = "unmerge"


async def asked(
    turn: Turn,
) -> bool:
    """Whether it was meant so, and is done or offered."""
    said = turn.event.text
    if not line_of_staff(turn, LONGEST):
        return False
    undo = asks("words-undo", said, *BESIDE)
    slip = asks("words-unmerge", said, *BESIDE) or asks("words-slip", said, *BESIDE)
    if not (undo or slip) or await open_drafts(turn):
        return False
    found = await _merged(turn)
    if found is None:
        return False
    case, line = found
    if undo and not questioned(said):
        await begin(turn, case, UNMERGE, "")
        return True
    turn.undoes = (line.id,)
    about = {"number": case.number, "step": step_label(turn, line)}
    button = turn.choice("button-unmerge", f"c:{case.id}:{UNMERGE}")
    turn.reply(turn.say("undo-which", **about), [[button]], case_id=case.id)
    return True


async def _merged(
    turn: Turn,
) -> tuple[Case, Line] | None:
    """What their last message merged, as far as they may take it back."""
    for line in await last_lines(turn):
        case = await turn.unit.cases.get(line.case_id)
        merged = line.act is Act.MERGE and case is not None
        if merged and case and await able(turn, case, (UNMERGE,)):
            return case, line
    return None

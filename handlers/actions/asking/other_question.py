"""An answer that went to one question and was for another that waits beside it: a press gives it
there, and the first question waits again.
"""

from __future__ import annotations

from domain.acts import Act
from domain.case import Case
from handlers.actions.asking.prompts import close_prompt
from handlers.actions.doing import check, do
from handlers.actions.on_case.another import await_again, own_line
from handlers.actions.waiting import may_have_been
from handlers.casework import phrases
from handlers.casework.happened import Given
from handlers.casework.rearranging.moved import ANSWERS, move
from handlers.dialog.turn import Refused, Turn


async def pressed(turn: Turn, case: Case, value: str) -> None:
    """`c:<case>:answers:<history line>`: this line answers what was asked about this case."""
    line, earlier = await own_line(turn, value)
    if line.act is not Act.ANSWER or earlier.id == case.id:
        raise Refused("refuse-old-button")
    await check(turn.scene, case, "answer")
    kept = await turn.unit.media.of_line(line.id)
    await close_prompt(turn, "answer", case)
    await move(turn.scene, earlier, line, ANSWERS)
    given = Given(line.words, tuple(row.id for row in kept))
    case = await do(turn.scene, case, "answer", "", given)
    made = turn.unit.history.last
    if earlier.open:
        await await_again(turn, earlier)
    turn.toast()
    text = turn.say("done-answer", number=phrases.number(case, True))
    below = await may_have_been(turn, case, made)
    turn.reply(text, below, edit=True, case_id=case.id)

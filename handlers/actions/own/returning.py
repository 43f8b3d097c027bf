"""Whoever had blocked us and is back hears how things stand: nothing reached them meanwhile."""

from __future__ import annotations

from domain.acts import Act
from domain.case import Case
from handlers.actions.doing import refusal_for
from handlers.actions.own.own import listed, own_and_followed
from handlers.actions.own.talk import done_lately
from handlers.casework.awaited import open_question
from handlers.casework.happened import Given, Happened
from handlers.casework.notices.notices import NOTICES
from handlers.casework.notices.telling import tell_one
from handlers.dialog.turn import Turn
from handlers.texts.sentences import Safe

MOST_COUNTED = 100
START = "/start"


def begins(turn: Turn) -> bool:
    """Whether nothing else is said: then their cases come first, and the menu below them. What is
    said goes before it, as it may be an emergency.
    """
    return turn.event.text.strip().lower() == START


async def tell(turn: Turn) -> None:
    """What is open of theirs or was done lately, and how much they have in hand."""
    if not turn.unit.people.came_back(turn.private):
        return
    cases = await own_and_followed(turn)
    known = [case for case in cases if case.open or done_lately(turn, case)]
    lines = [turn.say("back-title"), *await _in_hand(turn)]
    if known or len(lines) > 1:
        listed(turn, Safe("\n".join(lines)), known)
    for case in known:
        await _ask_again(turn, case)


async def _ask_again(turn: Turn, case: Case) -> None:
    """What was asked and has no answer: they may never have read it."""
    line = await open_question(turn.unit, case) if case.open else None
    if line is not None and await refusal_for(turn.scene, case, "answer") is None:
        asked = Happened(
            Act.ASK,
            case,
            case,
            line.id,
            Given(line.words),
        )
        (notice,) = NOTICES[Act.ASK]
        await tell_one(
            turn.scene,
            notice,
            asked,
            turn.person,
        )


async def _in_hand(turn: Turn) -> list[Safe]:
    if not turn.person.staff:
        return []
    carried = await turn.unit.cases.carried_by(turn.person.id, MOST_COUNTED)
    return [turn.say("back-in-hand", count=len(carried))] if carried else []

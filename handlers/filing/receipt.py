"""The receipt of a report: number, who has it, what else may be said."""

from __future__ import annotations

from domain.case import Case
from domain.kinds import Kind, Urgency
from domain.messages import Choice
from handlers.casework import phrases
from handlers.dialog.turn import Turn
from handlers.texts.sentences import Safe


async def receipt_of(turn: Turn, case: Case) -> Safe:
    """Number, grid, who looks after it, by when, and what happens next."""
    language, now, setup = turn.language, turn.unit.now, turn.setup
    key = "receipt-urgent" if case.urgency is Urgency.URGENT else "receipt"
    if case.sealed:
        key = "receipt-shop"
    return turn.say(
        key,
        number=case.number,
        area=phrases.area(turn.unit, case.area, language),
        name=await phrases.carer(turn.unit, language, case),
        accept=phrases.when(language, case.accept_due, now, setup),
        due=phrases.when(language, case.resolve_due, now, setup),
        morning=phrases.when(language, case.started_at, now, setup),
    )


def below(turn: Turn, case: Case) -> list[list[Choice]]:
    """Below a wish the way to the list of wishes, where there is one."""
    if turn.setup.wishes is None or case.kind is not Kind.WISH:
        return []
    return [[turn.choice("button-wishes", "wish:list")]]

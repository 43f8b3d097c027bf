"""What is said below a card in a group as its button says it, or that it is done: it counts as the
press would, and what is asked for it is asked in private. All else is a note.
"""

from __future__ import annotations

from dataclasses import replace

from domain.case import Case
from handlers.actions.carers import told_fixed, which_card
from handlers.actions.carers.card_words import Said, said_in
from handlers.actions.table import ACTS
from handlers.dialog.turn import Turn
from handlers.hearing.way import told_in_private


async def acted(turn: Turn, case: Case) -> bool:
    """Whether it was one of both, and they may."""
    event = turn.event
    if event.media or not turn.person.staff:
        return False
    said = said_in(event.text)
    if not said.act or said.asked:
        return await _done(turn, case)
    if not await which_card.can(turn, case, said):
        return False
    if _asks(said):
        told_in_private(turn)
    _in_private(turn)
    await which_card.do(turn, case, said)
    return True


async def _done(turn: Turn, case: Case) -> bool:
    """Whether it tells that it is done; that is asked about before its filer reads it."""
    whole = turn.event
    _in_private(turn)
    if await told_fixed.of_this(turn, case):
        turn.event, private = whole, turn.event
        told_in_private(turn)
        turn.event = private
        return True
    turn.event = whole
    return False


def _asks(said: Said) -> bool:
    row = ACTS[said.act]
    return bool(row.words or row.wants) and not said.words


def _in_private(turn: Turn) -> None:
    """The number of a message in a group is none of the private chat."""
    turn.event = replace(
        turn.event,
        chat=turn.private,
        private=True,
        addressed=False,
        message_id="",
        reply_to="",
    )

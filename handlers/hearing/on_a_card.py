"""What is said below a card in a group as its button says it, or that it is done: it counts as the
press would, and what is asked for it is asked in private. All else is a note.
"""

from __future__ import annotations

from dataclasses import replace

from domain.case import Case
from handlers.actions.asking.beginning import begin
from handlers.actions.carers import (
    recategorised,
    reurged,
    to_one_card,
    told_fixed,
    which_card,
)
from handlers.actions.carers.card_words import Said, does_nothing, said_in
from handlers.actions.doing import refusal_for
from handlers.actions.table import ACTS
from handlers.dialog.turn import Turn
from handlers.hearing.way import told_in_private


async def acted(turn: Turn, case: Case) -> bool:
    """Whether it was one of both, and they may."""
    event = turn.event
    if event.media or not turn.person.staff:
        return False
    said = _said(turn, case)
    if not said.act or said.asked:
        return await _classed(turn, case) or await _done(turn, case)
    if not await to_one_card.can(turn, case, said):
        return await _refused(turn, case, said)
    if _asks(said):
        told_in_private(turn)
    _in_private(turn)
    await which_card.do(turn, case, said)
    return True


async def in_private(turn: Turn, case: Case) -> bool:
    """Whether a reply to the card in private was one that only beside a number would be: 加急."""
    said = _said(turn, case)
    if said.act and not said.asked and await to_one_card.can(turn, case, said):
        await which_card.do(turn, case, said)
        return True
    return await _classed(turn, case)


def _said(turn: Turn, case: Case) -> Said:
    """Who replies to the card names it: its number need not be said."""
    said, whole = said_in(turn.event.text), f"{case.number} {turn.event.text}"
    return said if said.act else replace(said_in(whole), numbers=())


async def _refused(turn: Turn, case: Case, said: Said) -> bool:
    """Whether nothing but the act was said, which is no note: why it was not done. Raises Refused,
    as where two are called so.
    """
    if not does_nothing(said) or said.numbers not in ((), (case.number,)):
        return False
    told_in_private(turn)
    _in_private(turn)
    if not await to_one_card.whose_is(turn, case, said):
        await which_card.do(turn, case, said)
    return True


async def _classed(turn: Turn, case: Case) -> bool:
    """Whether it says under which category it goes, or how urgent it is, and they may."""
    bare = recategorised.numbered_apart(turn.event.text)[1]
    put = {
        recategorised.ACT: recategorised.code_of(turn, bare),
        reurged.ACT: reurged.told(turn, bare) or None,
    }
    for act, value in put.items():
        if value is None or await refusal_for(turn.scene, case, act) is not None:
            continue
        if not value and not turn.event.private:
            told_in_private(turn)
        _in_private(turn)
        await begin(turn, case, act, value)
        return True
    return False


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

"""Whom the words behind an act name: a colleague, one of several of that name, or what else it
wants.
"""

from __future__ import annotations

from domain.case import Case
from handlers.actions import choices, offers
from handlers.actions.card_labels import NAME
from handlers.actions.carers.card_words import Said
from handlers.actions.carers.meant_card import Found
from handlers.actions.table import ACTS
from handlers.dialog import questions
from handlers.dialog.turn import Turn


def readable(turn: Turn, cases: Found, said: Said) -> Found:
    """Those for which the words name what the act wants."""
    wants = ACTS[said.act].wants
    if not wants:
        return cases
    return tuple(one for one in cases if choices.names(turn, one, wants, said.words))


def to_colleague(turn: Turn, said: Said) -> bool:
    """Whether it begins with whom it is for: 转给李敏."""
    if not said.words or ACTS[said.act].wants != NAME:
        return False
    staff = turn.unit.directory.staff.values()
    return said.words.split()[0] in {one.name for one in staff}


async def alike(turn: Turn, case: Case | None, said: Said) -> bool:
    """Whether several are called so, and it was asked which of them."""
    if case is None or ACTS[said.act].wants != NAME or not said.words:
        return False
    word = said.words.split()[0]
    rows = await offers.alike(turn, case, said.act, word)
    if rows:
        await questions.ask(turn, "choice", {"case": case.id, "act": said.act})
        turn.reply(turn.say("ask-whom-alike", word=word), rows, case_id=case.id)
    return bool(rows)

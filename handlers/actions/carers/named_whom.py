"""Whom the words behind an act name: a colleague, one of several of that name, or what else it
wants.
"""

from __future__ import annotations

from dataclasses import replace

from domain.case import Case
from handlers.actions import choices, offers
from handlers.actions.card_labels import NAME
from handlers.actions.carers.card_words import Said
from handlers.actions.carers.meant_card import Found
from handlers.actions.table import ACTS
from handlers.dialog import questions
from handlers.dialog.turn import Turn
from handlers.texts.words import anywhere, plain

SHORTEST_NAME = 2
GLUED = ("words-does", "words-hand-on-tail", "words-let-go", "words-particles")
"""What may stand glued to a name: 李敏霞 is somebody else than 李敏."""


def readable(turn: Turn, cases: Found, said: Said) -> Found:
    """Those for which the words name what the act wants."""
    wants = ACTS[said.act].wants
    if not wants:
        return cases
    return tuple(one for one in cases if choices.names(turn, one, wants, said.words))


def by_whole_name(turn: Turn, said: Said) -> Said:
    """With what is glued to the whole name of a colleague apart from it: 给李敏办，我在开会."""
    if not said.words or ACTS[said.act].wants != NAME:
        return said
    staff = turn.unit.directory.staff.values()
    names = [one.name for one in staff if len(one.name) >= SHORTEST_NAME]
    whole = said.words.split()[0]
    found = [one for one in names if whole.startswith(one) and not one.isascii()]
    name = max(found, key=len, default="")
    rest = said.words[len(name) :].strip()
    glued = (
        name
        and whole != name
        and any(anywhere(key).match(plain(rest)) for key in GLUED)
    )
    return replace(said, words=f"{name} {rest}") if glued else said


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

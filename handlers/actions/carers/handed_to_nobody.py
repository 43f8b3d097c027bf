"""Handing on to a name that is nobody here: who there is, which case was meant, or why it stays."""

from __future__ import annotations

import re
from dataclasses import replace

from domain.case import Case
from handlers.actions import choices, not_that
from handlers.actions.asking.beginning import begin
from handlers.actions.carers import named_whom
from handlers.actions.carers.asked_which import ask
from handlers.actions.carers.card_words import Said
from handlers.actions.carers.colleagues import near
from handlers.actions.carers.meant_card import Found
from handlers.actions.carers.to_one_card import do_to, whose_is
from handlers.actions.doing import refusal_for
from handlers.actions.table import ACTS
from handlers.dialog import questions
from handlers.dialog.turn import Refused, Turn
from handlers.texts.words import anywhere, words

LONGEST_NAME = 15
SIGNS = re.compile(r"[\s,，。;；]")
"""None stands in a name: 我下周出差，别派给我."""


async def to_nobody(turn: Turn, told: Found, said: Said) -> bool:
    """Says why nothing is handed on, where a colleague is named: 转派 with other words is talk."""
    plain = turn.event.text.strip().lower()
    if is_office(turn, said.words) and not _done_so(plain):
        if told:
            return await whose_is(turn, told[0], said)
        raise Refused("refuse-which-office", word=said.words)
    if not named_whom.to_colleague(turn, said):
        return False
    if not told:
        return await _of_theirs(turn, said)
    if not await whose_is(turn, told[0], said):
        choices.given(
            turn, told[0], ACTS[said.act].wants, said.words
        )  # raises: they have it
    return True


async def _of_theirs(turn: Turn, said: Said) -> bool:
    """Hands on the only one of their areas that may be, else asks which one. Raises Refused."""
    there = tuple(await near(turn))
    whole = [
        one for one in there if await refusal_for(turn.scene, one, said.act) is None
    ]
    may = named_whom.readable(turn, tuple(whole), said)
    if len(whole) == 1 and not may and await named_whom.alike(turn, whole[0], said):
        return True
    if not may:
        raise Refused("refuse-which", command=ACTS[said.act].command)
    await questions.settle(turn)
    if len(may) == 1:
        await do_to(turn, may[0], said)
    else:
        await ask(turn, may, said)
    return True


async def to_whom(
    turn: Turn,
    case: Case | None,
    whole: Found,
    said: Said,
) -> bool:
    """Says that there is nobody of that name, and offers those who are: 转给老王. What was handed
    on already is told, and not asked for: 交给物业了.
    """
    plain, name = turn.event.text.strip().lower(), said.words
    office = is_office(turn, name)
    sent = office or anywhere("words-hand-on-to").match(plain)
    if not sent or said.asked or named_whom.to_colleague(turn, said):
        return False
    told = _done_so(plain)
    long = SIGNS.search(name) or len(name) > LONGEST_NAME
    if told or (long and not office):
        return False
    await questions.settle(turn)
    why = not_that.whom(turn, case, name) if case and office else None
    if why is not None:
        turn.reply(turn.say(why.key, **why.args_of_key))
    else:
        key = "refuse-whom-outside" if office else "refuse-whom"
        turn.reply(turn.say(key, word=name, reject=turn.label("button-reject")))
    if case is None:
        await ask(turn, whole, replace(said, words=""))
    else:
        await begin(turn, case, said.act, "")
    return True


def _done_so(said: str) -> bool:
    """Whether it was handed on already: 交给物业了."""
    return said.endswith(tuple(words("words-told-done")))


def is_office(turn: Turn, word: str) -> bool:
    """Whether an office is called so, be it one of ours or not: 城管, 环卫."""
    names = {one.name.casefold() for one in turn.unit.directory.offices}
    return word.casefold() in names | words("words-office-names")

"""The cases that a typed button may mean, and the one of them that it does."""

from __future__ import annotations

from domain.case import Case
from domain.offered_cases import cards, cases_for
from domain.offers import Offered
from domain.states import State
from domain.told_of import names, told_of
from domain.values.number import case_number
from handlers.actions.asking.commands import find, seen_as
from handlers.actions.carers.about_case import for_another_day, urgent_of_others
from handlers.actions.carers.card_words import Said
from handlers.actions.carers.serials import in_line, opened
from handlers.actions.doing import refusal_for
from handlers.actions.viewing.in_charge import in_charge
from handlers.casework.permission import visible
from handlers.dialog.turn import Turn
from handlers.filing.hearing import read_text

Found = tuple[Case, ...]


async def may_be_meant(
    turn: Turn, offered: Offered | None, said: Said
) -> tuple[Found, Found]:
    """The cases that may be meant, and those of them to which this can be done."""
    if said.numbers:
        return await _named(turn, offered, said)
    if turn.event.reply_to:
        return await _replied(turn, said)
    told = await _told(turn, offered, said.act)
    return told, await _able(turn, told, said.act)


async def _told(turn: Turn, offered: Offered | None, name: str) -> Found:
    """The cases whose cards or notices offer this act here, the newest first; else those whose
    cards stand here, though it is somebody else's to do.
    """
    ids = (cases_for(offered, name) or cards(offered)) if offered else ()
    found = [await turn.unit.cases.get(one) for one in ids]
    known = [one for one in found if one is not None]
    return tuple([one for one in known if await visible(turn.unit, turn.person, one)])


async def _named(
    turn: Turn, offered: Offered | None, said: Said
) -> tuple[Found, Found]:
    """The cases that the numbers may mean, and those of them to which this may be done."""
    told: list[Case] = []
    for number in said.numbers:
        line = None if case_number(number) else in_line(offered, number)
        at_line = await turn.unit.cases.get(line) if line else None
        seen = (at_line,) if at_line else await seen_as(turn, number)
        if not seen:
            await find(turn, number)  # raises that there is none
        told += seen
    able = [one for one in told if await refusal_for(turn.scene, one, said.act) is None]
    return tuple(told), tuple(able)


async def _replied(turn: Turn, said: Said) -> tuple[Found, Found]:
    """The case whose message this is a reply to, and that one again where it can be done to it."""
    event = turn.event
    sent = await turn.unit.sent_messages.at(event.chat, event.reply_to)
    case = await turn.unit.cases.get(sent.case_id) if sent and sent.case_id else None
    if case is None or not await visible(turn.unit, turn.person, case):
        return (), ()
    able = await refusal_for(turn.scene, case, said.act) is None
    return (case,), (case,) if able else ()


async def _able(turn: Turn, told: Found, name: str) -> Found:
    """The cases to which they may do this now: those, and all that they carry."""
    carried = await in_charge(turn)
    cases = {case.id: case for case in (*told, *carried)}
    found = [
        one
        for one in cases.values()
        if await refusal_for(turn.scene, one, name) is None
    ]
    found.sort(key=lambda one: (one.state is not State.IN_PROGRESS, one.id))
    if for_another_day(turn):
        found = [one for one in found if not urgent_of_others(turn, one)] or found
    return tuple(found)


def the_one(
    turn: Turn,
    able: Found,
    offered: Offered | None,
    said: Said,
) -> Case | None:
    """The only one; the one of which the words tell; the one whose card they have just opened; the
    only one that they took. What was never taken is not told of while something else was, unless
    its thing is named: then it is asked.
    """
    shown = opened(offered)
    taken = [one for one in able if one.state is State.IN_PROGRESS]
    taken = [one for one in taken if one.assignee_id == turn.person.id]
    told = told_of(able, said.words, read_text(turn, said.words)) if said.words else ()
    if taken:
        named = [one for one in told if names(one, said.words)]
        told = tuple(one for one in told if one in taken or one in named)
        if told and not set(told) & set(taken):
            return None if len(able) > 1 else able[0]
    for found in (able, told, [one for one in able if one.id == shown], taken):
        if len(found) == 1:
            return found[0]
    return None

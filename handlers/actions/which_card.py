"""A card's button that somebody types: of several cards that are open it is for the one that they
are working on. Where that is not clear it is asked; of what is not theirs it is said whose it is.
"""

from __future__ import annotations

from domain.case import Case
from domain.messages import Choice
from domain.offers import Offered
from domain.open_offers import cases_for, meant
from domain.states import State
from domain.told_of import names, told_of
from domain.values.number import case_number, certain
from handlers.actions import choices
from handlers.actions.beginning import begin
from handlers.actions.card_words import NOTHING, Said, said_in
from handlers.actions.commands import find, seen_as
from handlers.actions.doing import refusal_for
from handlers.actions.said import SAID, remember
from handlers.actions.serials import in_line, opened
from handlers.actions.table import ACTS
from handlers.actions.whose import numbered, say_whose
from handlers.casework.permission import visible
from handlers.dialog import questions
from handlers.dialog.marks import open_drafts
from handlers.dialog.offered import pressed
from handlers.dialog.turn import Turn
from handlers.filing.form import FILING
from handlers.filing.hearing import read_text

MOST_CARRIED = 20

Found = tuple[Case, ...]


async def done(turn: Turn, said: Said) -> bool:
    """Whether it was for a case, and was done, asked about or refused."""
    offered = await turn.unit.offers.last(turn.private)
    if said.numbers and offered and meant(turn.event.text, offered):
        return False  # the whole line of a choice
    told, able = await _found(turn, offered, said)
    if not able:
        return bool(told) and await _whose(turn, told[0], said.act)
    case = _meant(turn, able, offered, said) if len(said.numbers) < 2 else None
    if case is not None and said.among and (len(able) > 1 or case.number != said.among):
        case = None  # they may have meant the one that their words name
    await questions.settle(turn)
    if case is None:
        await _ask(turn, able, said)
    else:
        await _do(turn, case, said)
    return True


async def _do(turn: Turn, case: Case, said: Said) -> None:
    """As its button would, with what was said beside it."""
    words = said.bare if said.among else said.words
    value, words = choices.given(turn, case, ACTS[said.act].wants, words)
    turn.event = pressed(turn, Choice("", f"c:{case.id}:{said.act}"))
    await turn.unit.offers.chosen(turn.private, turn.event.data)
    await begin(turn, case, said.act, value, words=words)


async def said(turn: Turn) -> Said:
    """What was said of all this. While something is written about a case only a line that names
    one is for itself, and what is written waits.
    """
    event = turn.event
    beside = event.media or event.place
    if not (event.private and turn.person.staff) or beside:
        return NOTHING
    found = said_in(event.text)
    drafts = await open_drafts(turn) if found.act else []
    writing = bool(drafts) and drafts[-1].name != FILING.name
    if writing and not any(map(_sure, found.numbers)):
        return NOTHING
    turn.closed = turn.closed or writing
    return found


def _sure(number: str) -> bool:
    return bool(case_number(number)) or certain(number)


async def _found(
    turn: Turn, offered: Offered | None, said: Said
) -> tuple[Found, Found]:
    """The cases that may be meant, and those of them to which this can be done."""
    if said.numbers:
        return await _named(turn, offered, said)
    told = await _told(turn, offered, said.act)
    able = await _able(turn, told, said.act)
    return await _replied(turn, able) if turn.event.reply_to else (told, able)


async def _told(turn: Turn, offered: Offered | None, name: str) -> Found:
    """The cases whose cards or notices offer this act here, the newest first."""
    ids = cases_for(offered, name) if offered else ()
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


async def _replied(turn: Turn, able: Found) -> tuple[Found, Found]:
    """The case whose message this is a reply to, and whether it is among those."""
    event = turn.event
    sent = await turn.unit.sent_messages.at(event.chat, event.reply_to)
    found = [one for one in able if sent is not None and one.id == sent.case_id]
    return (), tuple(found)


async def _able(turn: Turn, told: Found, name: str) -> Found:
    """The cases to which they may do this now: those, and all that they carry."""
    carried = await turn.unit.cases.carried_by(turn.person.id, MOST_CARRIED)
    cases = {case.id: case for case in (*told, *carried)}
    found = [
        one
        for one in cases.values()
        if await refusal_for(turn.scene, one, name) is None
    ]
    found.sort(key=lambda one: (one.state is not State.IN_PROGRESS, one.id))
    return tuple(found)


def _meant(
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


async def _whose(turn: Turn, case: Case, name: str) -> bool:
    """Says who has the newest of them, where it is not theirs; else raises why not."""
    refused = await refusal_for(turn.scene, case, name)
    if refused is None:
        return False
    if refused.key != "refuse-not-yours":
        raise refused
    await say_whose(turn, case)
    return True


async def _ask(turn: Turn, cases: Found, said: Said) -> None:
    """Which of them; what was said with it goes along."""
    if said.words:
        await remember(turn, said.words, said.act)
    verb = SAID if said.words else said.act
    rows = numbered(turn, cases, verb)
    act = turn.label(f"button-{said.act.replace('_', '-')}")
    turn.reply(turn.say("card-which", act=act), rows)

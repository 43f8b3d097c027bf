"""A card's button that somebody types: of several cards that are open it is for the one that they
are working on. Where that is not clear it is asked; of what is not theirs it is said whose it is.
"""

from __future__ import annotations

import re
from dataclasses import replace

from domain.case import Case
from domain.messages import Choice
from domain.offered_cases import cases_in
from domain.open_offers import case_of, meant
from domain.values.number import case_number, certain
from handlers.actions import choices, followed
from handlers.actions.asking.beginning import begin
from handlers.actions.carers import named_whom, no_answer
from handlers.actions.carers.about_case import INSIDE, whose
from handlers.actions.carers.addressee import bare
from handlers.actions.carers.asked_which import ask
from handlers.actions.carers.card_words import NOTHING, NUMBER_SIGNS, Said, said_in
from handlers.actions.carers.colleagues import near
from handlers.actions.carers.meant_card import Found, may_be_meant, the_one
from handlers.actions.doing import refusal_for
from handlers.actions.table import ACTS
from handlers.actions.viewing.whose import say_whose
from handlers.dialog import questions
from handlers.dialog.marks import open_drafts
from handlers.dialog.offered import pressed
from handlers.dialog.turn import Refused, Turn
from handlers.filing.form import FILING
from handlers.texts.words import anywhere, asks, words

LONGEST_NAME = 15
SIGNS = re.compile(r"[\s,，。;；]")
"""None stands in a name: 我下周出差，别派给我."""


async def done(turn: Turn, said: Said) -> bool:
    """Whether it was for a case, and was done, asked about or refused."""
    offered = await turn.unit.offers.last(turn.private)
    choice = meant(turn.event.text, offered) if offered else None
    if choice and (said.numbers or case_of(choice.data) is None):
        return False  # the whole line of a choice, or one of another room
    told, able = await may_be_meant(turn, offered, said)
    if ACTS[said.act].wants and said.words and not said.numbers:
        whole, able = able, named_whom.readable(turn, able, said)
        case = the_one(turn, whole, offered, said)
        if not able and await named_whom.alike(turn, case, said):
            return True
        if not able and said.words[:1] in NUMBER_SIGNS:
            raise Refused("refuse-whom", word=said.words[:LONGEST_NAME])
        if whole and not able and await _to_whom(turn, case, whole, said):
            return True
        if not able:
            return await _to_nobody(turn, told, said)
    if not able:
        return bool(told) and await whose_is(turn, told[0], said)
    if said.asked:
        await ask(turn, able, said)
        return True
    case = the_one(turn, able, offered, said) if len(said.numbers) < 2 else None
    if case is not None and said.among and (len(able) > 1 or case.number != said.among):
        case = None  # they may have meant the one that their words name
    if case is None and said.this:
        here = {one.id: one for one in able}
        case = next((here[one] for one in cases_in(offered) if one in here), None)
    if case is None:
        await questions.settle(turn)
        await ask(turn, able, said)
    else:
        await do(turn, case, said)
    return True


async def can(turn: Turn, case: Case, said: Said) -> bool:
    """Whether it can be done to this case as it was said."""
    other = said.numbers and said.numbers != (case.number,)
    if other or await refusal_for(turn.scene, case, said.act) is not None:
        return False
    return not said.words or bool(named_whom.readable(turn, (case,), said))


async def do(turn: Turn, case: Case, said: Said) -> None:
    """What can be done to it."""
    await questions.settle(turn)
    await _do(turn, case, said)


async def _to_nobody(turn: Turn, told: Found, said: Said) -> bool:
    """Says why nothing is handed on, where a colleague is named: 转派 with other words is talk."""
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
        await _do(turn, may[0], said)
    else:
        await ask(turn, may, said)
    return True


async def _to_whom(
    turn: Turn,
    case: Case | None,
    whole: Found,
    said: Said,
) -> bool:
    """Says that there is nobody of that name, and offers those who are: 转给老王. What was handed
    on already is told, and not asked for: 交给物业了.
    """
    plain, name = turn.event.text.strip().lower(), said.words
    sent = anywhere("words-hand-on-to").match(plain)
    if sent is None or said.asked or named_whom.to_colleague(turn, said):
        return False
    told = plain.endswith(tuple(words("words-told-done")))
    if told or SIGNS.search(name) or len(name) > LONGEST_NAME:
        return False
    await questions.settle(turn)
    turn.reply(turn.say("refuse-whom", word=name))
    if case is None:
        await ask(turn, whole, replace(said, words=""))
    else:
        await begin(turn, case, said.act, "")
    return True


async def _do(turn: Turn, case: Case, said: Said) -> None:
    """As its button would, with what was said beside it."""
    if await named_whom.alike(turn, case, said):
        return
    words = bare(case, said.act, said.bare if said.among else said.words)
    value, row = "", ACTS[said.act]
    both = row.wants and row.words  # words need not name the day too
    if not both or choices.names(turn, case, row.wants, words):
        value, words = choices.given(turn, case, row.wants, words)
    if row.ends and words and no_answer.undone(words):
        return await no_answer.ask(turn, case, said.act, words)
    if words and said.act in INSIDE:
        followed.of_event(turn, case, said.act)
    turn.event = pressed(turn, Choice("", f"c:{case.id}:{said.act}"))
    await turn.unit.offers.chosen(turn.private, turn.event.data)
    await begin(turn, case, said.act, value, words=words)


async def said(turn: Turn) -> Said:
    """What was said of all this. While something is written about a case only a line that names
    one, or a colleague, is for itself, and what is written waits.
    """
    event = turn.event
    beside = event.media or event.place
    if not (event.private and turn.person.staff) or beside:
        return NOTHING
    if asks("words-off-duty", event.text, "words-polite"):
        return NOTHING  # done for today
    found = said_in(event.text)
    drafts = await open_drafts(turn) if found.act else []
    writing = bool(drafts) and drafts[-1].name != FILING.name
    if writing and not (
        any(map(_sure, found.numbers)) or named_whom.to_colleague(turn, found)
    ):
        return NOTHING
    turn.closed = turn.closed or writing
    return found


def _sure(number: str) -> bool:
    return bool(case_number(number)) or certain(number)


async def whose_is(turn: Turn, case: Case, said: Said) -> bool:
    """Says who has the newest of them, where it is not theirs; else raises why not. That it is
    done, and what was said with it, may stay there.
    """
    refused = await refusal_for(turn.scene, case, said.act)
    if refused is None:
        return False
    if refused.key != "refuse-not-yours":
        raise refused
    if said.act == "resolve" or (said.words and ACTS[said.act].words):
        await whose(turn, case, turn.event.text.strip())
    else:
        await say_whose(turn, case)
    return True

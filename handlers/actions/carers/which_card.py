"""A card's button that somebody types: of several cards that are open it is for the one that they
are working on. Where that is not clear it is asked; of what is not theirs it is said whose it is.
"""

from __future__ import annotations

from domain.case import Case
from domain.offered_cases import cases_in
from domain.open_offers import case_of, meant
from domain.privacy import Privacy
from domain.values.number import case_number, certain
from handlers.actions.carers import named_whom
from handlers.actions.carers.asked_which import ask
from handlers.actions.carers.card_words import NOTHING, NUMBER_SIGNS, Said, said_in
from handlers.actions.carers.fitting import HAND_ON
from handlers.actions.carers.handed_to_nobody import LONGEST_NAME, to_nobody, to_whom
from handlers.actions.carers.meant_card import may_be_meant, the_one
from handlers.actions.carers.to_one_card import do_to, whose_is
from handlers.actions.table import ACTS
from handlers.dialog import questions
from handlers.dialog.marks import open_drafts
from handlers.dialog.turn import Refused, Turn
from handlers.filing.form import FILING
from handlers.texts.words import asks


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
        if whole and not able and await to_whom(turn, case, whole, said):
            return True
        if not able:
            return await to_nobody(turn, told, said)
    if not able:
        return bool(told) and await whose_is(turn, told[0], said)
    if said.asked:
        await ask(turn, able, said)
        return True
    case = the_one(turn, able, offered, said) if len(said.numbers) < 2 else None
    if case is not None and said.among and (len(able) > 1 or case.number != said.among):
        case = None  # they may have meant the one that their words name
    if case is not None and _gives_away(said, case, len(told) > len(able)):
        case = None
    if case is None and said.this:
        here = {one.id: one for one in able}
        case = next((here[one] for one in cases_in(offered) if one in here), None)
    if case is None:
        await questions.settle(turn)
        await ask(turn, able, said)
    else:
        await do(turn, case, said)
    return True


def _gives_away(said: Said, case: Case, several: bool) -> bool:
    """Whether a confidential case would be shown to somebody by a number that `several` have."""
    shows = said.act == HAND_ON and case.privacy is Privacy.CONFIDENTIAL
    return shows and several and len(said.numbers) == 1


async def do(turn: Turn, case: Case, said: Said) -> None:
    """What can be done to it."""
    await questions.settle(turn)
    await do_to(turn, case, said)


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

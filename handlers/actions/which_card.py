"""A card's button that somebody types: of several cards that are open it is for the one that they
are working on. Where that is not clear it is asked; of what is not theirs it is said whose it is.
"""

from __future__ import annotations

from domain.case import Case
from domain.messages import Choice
from domain.offers import Offered
from domain.open_offers import cases_for, meant
from domain.states import State
from domain.told_of import told_of
from domain.values.number import case_number
from handlers.actions.buttons import begin
from handlers.actions.card_words import of_number
from handlers.actions.commands import find, seen_as
from handlers.actions.doing import refusal_for
from handlers.actions.said import SAID, remember
from handlers.actions.serials import in_line, opened
from handlers.actions.whose import numbered, say_whose
from handlers.casework.permission import visible
from handlers.dialog import questions
from handlers.dialog.marks import open_drafts
from handlers.dialog.offered import pressed
from handlers.dialog.turn import Turn
from handlers.filing.form import FILING
from handlers.filing.hearing import read_text

MOST_CARRIED = 20
NONE = ("", "", "")

Found = tuple[Case, ...]


async def typed(turn: Turn) -> bool:
    """Whether it was one, and was done, asked about or refused."""
    number, name, rest = await _act(turn)
    if not name:
        return False
    offered = await turn.unit.offers.last(turn.private)
    if number and offered and meant(turn.event.text, offered):
        return False  # the whole line of a choice
    told = await _told(turn, offered, name)
    able = await _able(turn, told, name)
    if number:
        told, able = await _named(turn, offered, number, name)
    elif turn.event.reply_to:
        told, able = await _replied(turn, able)
    if not able:
        return bool(told) and await _whose(turn, told[0], name)
    case = _meant(turn, able, offered, name, rest)
    await questions.settle(turn)
    if case is None:
        await _ask(turn, able, name, rest)
        return True
    turn.event = pressed(turn, Choice("", f"c:{case.id}:{name}"))
    await turn.unit.offers.chosen(turn.private, turn.event.data)
    await begin(turn, case, name, "", words=rest)
    return True


async def _act(turn: Turn) -> tuple[str, str, str]:
    """The number of a case, the act and its words; none while something is being written about
    a case.
    """
    event = turn.event
    beside = event.media or event.place
    if not (event.private and turn.person.staff) or beside:
        return NONE
    found = of_number(event.text)
    drafts = await open_drafts(turn) if found[1] else []
    writing = drafts and drafts[-1].name != FILING.name
    return NONE if writing else found


async def _told(turn: Turn, offered: Offered | None, name: str) -> Found:
    """The cases whose cards or notices offer this act here, the newest first."""
    ids = cases_for(offered, name) if offered else ()
    found = [await turn.unit.cases.get(one) for one in ids]
    known = [one for one in found if one is not None]
    return tuple([one for one in known if await visible(turn.unit, turn.person, one)])


async def _named(
    turn: Turn, offered: Offered | None, number: str, name: str
) -> tuple[Found, Found]:
    """The cases that the number may mean, and those of them to which this may be done."""
    line = None if case_number(number) else in_line(offered, number)
    at_line = await turn.unit.cases.get(line) if line else None
    told = (at_line,) if at_line else await seen_as(turn, number)
    if not told:
        await find(turn, number)  # raises that there is none
    able = [one for one in told if await refusal_for(turn.scene, one, name) is None]
    return told, tuple(able)


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
    name: str,
    rest: str,
) -> Case | None:
    """The only one; the one of which the words tell; the one whose card they have just opened; the
    only one that they took.
    """
    shown = opened(offered)
    taken = [one for one in able if one.state is State.IN_PROGRESS]
    taken = [one for one in taken if one.assignee_id == turn.person.id]
    told = told_of(able, rest, read_text(turn, rest)) if rest else ()
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


async def _ask(turn: Turn, cases: Found, name: str, rest: str) -> None:
    """Which of them; what was said with it goes along."""
    if rest:
        await remember(turn, rest, name)
    verb = SAID if rest else name
    rows = numbered(turn, cases, verb)
    act = turn.label(f"button-{name.replace('_', '-')}")
    turn.reply(turn.say("card-which", act=act), rows)

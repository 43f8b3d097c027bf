"""A danger that is told behind a command, /add NUMBER or /note NUMBER, or behind the words of a
button is one all the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from domain.acts import Act
from domain.case import Case
from domain.reading.engine import CRY
from domain.reading.model import Reading
from domain.values.number import apart
from handlers.actions import choices
from handlers.actions.asking.beginning import begin
from handlers.actions.asking.commands import Several, find, this_year
from handlers.actions.card_labels import NAME
from handlers.actions.carers.about_case import able
from handlers.actions.carers.card_words import Said
from handlers.actions.carers.meant_card import may_be_meant, the_one
from handlers.actions.table import ACTS, COMMANDS
from handlers.dialog.turn import Refused, Turn
from handlers.hearing.edited import known
from handlers.hearing.endangered import danger
from handlers.hearing.staff.by_staff import reading_of

TO_FILER = (Act.TELL, Act.ASK)
"""What warns somebody (tell him the wall may fall), or asks what they know."""


async def with_danger(turn: Turn, command: str, rest: str) -> bool:
    """Whether what stands behind it tells of a danger that is not told in that case: numbers come
    first then, and people are called. What staff write of what a case is about is none, and what
    only sounds like a cry goes where it was sent.
    """
    name = COMMANDS.get(command, "")
    if not (name and turn.event.private):
        return False
    number, words = apart(rest, this_year(turn))
    if _danger_in(turn, words or rest) is None:
        return False
    try:
        case = await find(turn, number)
    except (Refused, Several):  # no case has it: it may be the first of the words
        return await _heard(turn, name, (), None, rest)
    return await _heard(turn, name, (case,), case, words)


async def beside_act(turn: Turn, said: Said) -> bool:
    """The same of what is said with the words of a button: 备注 有人触电了."""
    if _danger_in(turn, said.words) is None:
        return False
    offered = await turn.unit.offers.last(turn.private)
    try:
        told, able = await may_be_meant(turn, offered, said)
    except Refused:
        return await _heard(turn, said.act, (), None, said.words)
    meant = able or told  # a serial may be that of several
    case = meant[0] if said.numbers else the_one(turn, able, offered, said)
    return await _heard(turn, said.act, meant, case, said.words)


def dangerous(turn: Turn) -> bool:
    """Whether the whole line tells of one."""
    return _danger_in(turn, turn.event.text) is not None


async def _heard(
    turn: Turn,
    name: str,
    cases: Sequence[Case],
    case: Case | None,
    words: str,
) -> bool:
    """Whether it is none of which these cases tell; it is at the place of the one that is meant."""
    said = _unchosen(turn, case or next(iter(cases), None), name, words)
    reading = _danger_in(turn, said)
    if reading is None:
        return False
    for one in cases:
        if await known(turn, one, reading):
            return False
    if case is not None and ACTS[name].act in TO_FILER:
        return await _told(turn, name, case, words)
    whole = turn.event
    turn.event = replace(whole, text=said)
    turn.said_of = case.id if case else None
    if not await danger(turn, reading, []):
        turn.event = whole
        return False
    if ACTS[name].roles and case is not None:
        act = turn.label(f"button-{name.replace('_', '-')}")
        turn.reply(turn.say("danger-first", act=act, number=case.number))
    return True


async def _told(turn: Turn, name: str, case: Case, words: str) -> bool:
    """To the filer, who should beware; a press makes an emergency of it."""
    acts = await able(turn, case, (name,))
    if not acts:
        return False
    await begin(turn, case, acts[0], "", words=words)
    data = f"n:{turn.unit.history.last}"
    row = [turn.choice("button-call-people", data)]
    turn.reply(turn.say("danger-told"), [row], case_id=case.id)
    return True


def _danger_in(turn: Turn, words: str) -> Reading | None:
    reading = reading_of(turn, words)
    grave = reading.danger is not None and reading.danger.topic != CRY
    return reading if grave else None


def _unchosen(turn: Turn, case: Case | None, name: str, words: str) -> str:
    """Without what is chosen for the act: a day, somebody's name, a category."""
    wants = ACTS[name].wants
    if case is None:
        return "" if wants == "category" else words
    try:
        return choices.given(turn, case, wants, words)[1]
    except Refused:
        whom, _, behind = words.partition(" ")
        staff = turn.unit.directory.staff.values()
        named = wants == NAME and whom in {one.name for one in staff}
        return behind.strip() if named else words

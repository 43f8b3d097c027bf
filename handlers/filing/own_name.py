"""What whoever files wants to be called, where their channel tells no name: asked once, below the
receipt of their first report, and changed by /name.
"""

from __future__ import annotations

import re
from dataclasses import replace

from domain.case import Case
from domain.kinds import Urgency
from domain.messages import Choice
from domain.privacy import Privacy
from domain.reading.model import Intent
from domain.values.text import one_line, plain
from domain.wish_words import tells_who
from handlers.dialog import questions
from handlers.dialog.fits import FULL, Fit
from handlers.dialog.questions import About, Question
from handlers.dialog.turn import Refused, Turn
from handlers.filing.hearing import heard
from handlers.filing.names import (
    CALL,
    EDGES,
    is_numbered,
    led,
    said_in,
    unasked,
)
from handlers.texts.words import anywhere

ASKED = "name"
NO_NAME = "#"
"""What a name begins with that a channel makes up."""
LONGEST = 20
"""Letters of a name that somebody gives themselves (ours)."""
NO_LETTERS = re.compile(r"<[^<>]*>|[\W_]+")
CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
TALK = (Intent.CHAT, Intent.THANKS, Intent.HUMAN)
"""What a name alone is read as: it says nothing of a matter. 陈主任 asks for nobody there."""


async def is_first(turn: Turn) -> bool:
    """Whether nobody knows what to call them, and they have filed nothing that one could ask
    below: an emergency asks nothing.
    """
    event, person = turn.event, turn.person
    if not event.unnamed or person.name != event.name or person.staff:
        return False
    return not await turn.unit.cases.has_filed(person.id, but=Urgency.URGENT)


def may_ask(case: Case) -> bool:
    """Not in an emergency, and not whoever wants to stay unnamed."""
    return case.urgency is not Urgency.URGENT and case.privacy is Privacy.OPEN


def made_up(turn: Turn) -> bool:
    """Whether they are called as their channel calls everybody whom it cannot name."""
    name = turn.event.name
    return name.startswith(NO_NAME) and turn.person.name == name


async def ask(turn: Turn) -> Choice:
    """From now on it may be answered. Returns the press that leaves it."""
    await questions.ask(turn, ASKED)
    return turn.choice("button-no-name", "o:no")


async def on_leave(turn: Turn, data: str) -> None:
    turn.toast()
    turn.reply(turn.say("name-left"), edit=True)


async def name(turn: Turn, said: str) -> None:
    """/name, with what one wants to be called. Raises Refused for what is none, or is somebody
    else's.
    """
    staff = turn.person.staff
    if staff and not made_up(turn):
        raise Refused("refuse-name-staff")
    wanted = one_line(said).strip(EDGES)
    if not any(letter.isalnum() for letter in wanted):
        return turn.reply(turn.say("name-how"))
    _judge(turn, wanted)
    turn.person = turn.unit.people.change(replace(turn.person, name=wanted))
    key = "name-set-staff" if staff else "name-set"
    turn.reply(turn.say(key, name=wanted))


def _judge(turn: Turn, wanted: str) -> None:
    """Raises Refused: it is how others know who reported something."""
    if len(wanted) > LONGEST:
        raise Refused("refuse-name-long", most=LONGEST)
    if tells_who(wanted) or wanted.isdecimal():
        raise Refused("refuse-name-address")
    staff = {_bare(one.name) for one in turn.unit.directory.staff.values()}
    if _claims(wanted) or _bare(wanted) in (staff | {""}):
        raise Refused("refuse-name-taken", name=wanted)


def _claims(called: str) -> bool:
    """Whether it speaks for the house, whatever stands beside: GridbeeSupport, 网格管理员小王."""
    spaced = CAMEL.sub(" ", NO_LETTERS.sub(" ", plain(called)))
    return anywhere("words-speaks-for-us").search(spaced.lower()) is not None


def _bare(called: str) -> str:
    """A name without signs, markup, offices and what the house calls itself: 李敏网格员 is 李敏.
    What is left of 陈主任 is too little, so that stays whole.
    """
    whole = NO_LETTERS.sub("", plain(called).lower())
    bare = anywhere("words-offices-held").sub("", whole)
    bare = anywhere("words-house-itself").sub("", bare)
    return whole if len(bare) == 1 else bare


# --- typed ---


async def asked(turn: Turn) -> bool:
    """Whether somebody said unasked how to call them; then they are called so, or hear why not."""
    wanted = unasked(turn.event.text)
    if wanted:
        await name(turn, wanted)
    return bool(wanted)


async def numbered(turn: Turn) -> bool:
    """Whether 叫我119 answers the question for a name: no danger, and no name either. It is said
    how to call for help, and asked again.
    """
    if not is_numbered(turn.event.text):
        return False
    begun = await questions.begun(turn)
    if begun is None or begun.about["kind"] != ASKED:
        return False
    await questions.ask(turn, ASKED)
    turn.reply(turn.say("name-no-number"))
    return True


async def _fits(turn: Turn, about: About, said: str) -> Fit:
    reading = heard(turn)
    called = led(said.strip(EDGES), CALL) is not None
    named = said_in(said) and (called or reading.intent in TALK)
    return FULL if named and reading.danger is None else Fit(0.0)


async def _answer(turn: Turn, about: About, said: str) -> None:
    await name(turn, said_in(said))


QUESTIONS = {ASKED: Question(_fits, _answer)}

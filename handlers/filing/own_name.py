"""What whoever files wants to be called, where their channel tells no name: asked once, below the
receipt of their first report, and changed by /name.
"""

from __future__ import annotations

import re
from dataclasses import replace
from unicodedata import category

from domain.case import Case
from domain.kinds import Urgency
from domain.messages import Choice
from domain.privacy import Privacy
from domain.reading.model import Intent
from handlers.dialog import questions
from handlers.dialog.fits import FULL, Fit
from handlers.dialog.questions import About, Question
from handlers.dialog.turn import Refused, Turn
from handlers.filing.hearing import heard
from handlers.texts.words import words

ASKED = "name"
LONGEST = 20
"""Letters of a name that somebody gives themselves (ours)."""
MOST_EMERGENCIES = 20
"""Of earlier reports that are looked at: an emergency asks nothing."""
TALK = (Intent.CHAT, Intent.THANKS)
"""What a name alone is read as: it says nothing of a matter."""
HAN = re.compile(r"[\u4e00-\u9fff·]{1,6}")
LATIN = re.compile(r"[A-Za-z][A-Za-z .'-]{0,19}")
UNSEEN = ("Cf", "Cc", "Co", "Cs", "Cn")
"""Letters that nobody sees, or that turn others around."""
EDGES = ' \t\n，。,.!！~～:："“”「」'


async def is_first(turn: Turn) -> bool:
    """Whether nobody knows what to call them, and they have filed nothing that one could ask
    below.
    """
    event, person = turn.event, turn.person
    if not event.unnamed or person.name != event.name or person.staff:
        return False
    before = await turn.unit.cases.filed_by(person.id, MOST_EMERGENCIES)
    return all(case.urgency is Urgency.URGENT for case in before)


def may_ask(case: Case) -> bool:
    """Not in an emergency, and not whoever wants to stay unnamed."""
    return case.urgency is not Urgency.URGENT and case.privacy is Privacy.OPEN


async def ask(turn: Turn) -> Choice:
    """From now on it may be answered. Returns the press that leaves it."""
    await questions.ask(turn, ASKED)
    return turn.choice("button-no-name", "o:no")


async def on_leave(turn: Turn, data: str) -> None:
    turn.toast()
    turn.reply(turn.say("name-left"), edit=True)


async def name(turn: Turn, said: str) -> None:
    """/name, with what one wants to be called."""
    if turn.person.staff:
        raise Refused("refuse-name-staff")
    line = " ".join(said.split())
    seen = "".join(letter for letter in line if category(letter) not in UNSEEN)
    wanted = seen.strip(EDGES)[:LONGEST]
    if not wanted:
        return turn.reply(turn.say("name-how"))
    turn.person = turn.unit.people.change(replace(turn.person, name=wanted))
    turn.reply(turn.say("name-set", name=wanted))


# --- typed ---


def said_in(text: str) -> str:
    """The name in 叫我王师傅, "call me Tom", 王强 or 小王; '' where these may be other words."""
    text = text.strip(EDGES)
    low = text.lower()
    for lead in sorted(words("words-call-me"), key=len, reverse=True):
        if low.startswith(lead):
            rest = text[len(lead) :].strip(EDGES)
            return rest if _may_be(rest) else ""
    return text if _is_name(text) else ""


def _may_be(text: str) -> bool:
    """After 叫我: any word but one that goes on with a sentence (我叫了车)."""
    if LATIN.fullmatch(text):
        return True
    no_name = words("words-no-name")
    return bool(HAN.fullmatch(text)) and not any(word in text for word in no_name)


def _is_name(text: str) -> bool:
    """By itself: a usual surname, with a title, a 小 or 老, or one or two letters more."""
    if not HAN.fullmatch(text):
        return False
    surnames, familiar = words("words-surnames"), words("words-familiar")
    title = next((one for one in words("words-titles") if text.endswith(one)), "")
    called = text.removesuffix(title)
    if called[:1] in familiar:
        return len(called) == 2 and called[1:] in surnames
    return called[:1] in surnames and len(called) in ((1, 2, 3) if title else (2, 3))


async def _fits(turn: Turn, about: About, said: str) -> Fit:
    reading = heard(turn)
    led = any(
        said.strip(EDGES).lower().startswith(one) for one in words("words-call-me")
    )
    named = said_in(said) and (led or reading.intent in TALK)
    return FULL if named and reading.danger is None else Fit(0.0)


async def _answer(turn: Turn, about: About, said: str) -> None:
    await name(turn, said_in(said))


QUESTIONS = {ASKED: Question(_fits, _answer)}

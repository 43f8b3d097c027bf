"""/digest: at what time somebody gets the list of what they carry, if at all."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

from domain.people import Person
from domain.values.clock import clock, show_clock
from handlers.dialog import questions
from handlers.dialog.turn import Turn
from handlers.texts.words import asks

USUAL = time(8, 30)
NONE = -1
"""The minute that stands for no digest at all; below it, one that comes back at an hour of their
own.
"""


async def digest(turn: Turn, said: str) -> None:
    """/digest 09:00, /digest off, /digest on."""
    word = said.strip().lower()
    at = clock(word, bare=True)
    if asks("words-off", word, "words-digest-fill"):
        _set(turn, NONE - 1 - own if (own := _own(turn.person)) is not None else NONE)
        return turn.reply(turn.say("done-digest-off"))
    if asks("words-on", word, "words-digest-fill"):
        _set(turn, _own(turn.person))
        return turn.reply(turn.say("done-digest", at=show_clock(hour_of(turn.person))))
    if at is None:
        await questions.ask(turn, "digest")
        return turn.reply(turn.say("digest-how"))
    _set(turn, minute_of(at))
    turn.reply(turn.say("done-digest", at=show_clock(at)))


def _set(turn: Turn, minute: int | None) -> None:
    turn.person = turn.unit.people.change(replace(turn.person, digest=minute))
    turn.unit.timers.set("digest", turn.person.id, None)  # set anew at the next look


def is_off(person: Person) -> bool:
    return person.digest is not None and person.digest <= NONE


def hour_of(person: Person) -> time:
    """When it comes, or would come."""
    own = _own(person)
    return USUAL if own is None else time(own // 60, own % 60)


def _own(person: Person) -> int | None:
    """The minute that they chose, be it off or not; None for the usual one."""
    minute = person.digest
    if minute is None or minute == NONE:
        return None
    return minute if minute > NONE else NONE - 1 - minute


def minute_of(at: time) -> int:
    """Minutes after midnight."""
    return at.hour * 60 + at.minute

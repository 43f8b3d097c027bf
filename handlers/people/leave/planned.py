"""Leave that begins on a day to come, and for how long it may be."""

from __future__ import annotations

from datetime import datetime

from domain.people import Person
from handlers.dialog import completing
from handlers.dialog.turn import Turn
from handlers.people.leave.days import back_at, is_back, says_when
from handlers.people.scope import HEADS, areas_of, somebody

STAY, BACK = "stay", "back"
"""What presses say: what they carry stays with them, and there is no leave after all."""
TIMER = "leave"
"""When it begins (subject: person)."""
DAYS = (1, 3, 7)
"""For how long leave is offered."""


def ask(
    turn: Turn,
    person: Person,
    start: datetime,
    until: datetime,
) -> None:
    """Says so: what they carry then goes by itself, unless it stays."""
    first, at = back_at(turn, start), back_at(turn, until)
    other = turn.unit.directory.staff.get(person.stand_in or 0)
    about = {"name": person.name, "first": first, "at": at}
    text = turn.say("done-away-later", **about)
    if other is not None:
        text = turn.say("done-away-later-to", to=other.name, **about)
    keep = turn.choice("button-keep-then", f"w:{STAY}:{person.id}")
    off = turn.choice("button-no-leave", f"w:{BACK}:{person.id}")
    turn.reply(text, [[keep, off]], edit=True)


def named_alone(turn: Turn, said: str) -> Person | None:
    """Whom a head named without saying until when."""
    led = areas_of(turn, *HEADS)
    if not led or " " in said or is_back(said) or says_when(turn, said):
        return None
    return somebody(turn, said, led)


async def ask_days(turn: Turn, person: Person) -> None:
    """For how long."""
    options = [
        (turn.label("span-days", count=days), f"#{person.id} {days}d") for days in DAYS
    ]
    text = turn.say("ask-away-days", name=person.name)
    await completing.ask(turn, text, "away", options, a_row=len(DAYS))

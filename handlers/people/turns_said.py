"""让张强明天值班, "Zhang on duty tomorrow": a turn on duty in plain words. Whoever leads there puts
it down by one press; anybody else reads who does.
"""

from __future__ import annotations

from datetime import datetime, time

from domain.people import Person
from domain.reading.model import Reading
from domain.values.day import day
from handlers.casework import phrases
from handlers.dialog.alone import alone
from handlers.dialog.turn import Turn
from handlers.people.duty_told import show, span_of
from handlers.people.on_leave import Shift
from handlers.people.scope import HEADS, areas_of, colleagues
from handlers.texts.asking import questioned
from handlers.texts.words import anywhere, plain

LONGEST = 30
BEGINS, ENDS = time(8), time(18)
"""What a day on duty is where no hours are said (ours); others are a /duty with hours."""


async def asked(turn: Turn, reading: Reading) -> bool:
    """Whether a colleague shall be on duty; as a question it shows who is."""
    said = plain(turn.event.text)
    if not alone(turn) or len(said) > LONGEST:
        return False
    if not anywhere("words-has-duty").search(said):
        return False
    named = [one for one in colleagues(turn) if one.name.lower() in said]
    if len(named) != 1:
        return False
    if questioned(said, "words-open-question"):
        show(turn)
        return True
    _offer(turn, named[0], said)
    return True


def _offer(turn: Turn, person: Person, said: str) -> None:
    led = areas_of(turn, *HEADS)
    areas = [grant.area for grant in person.grants if grant.area in led]
    shift = _shift(turn, areas[0], person, said) if areas else None
    if shift is None:
        return turn.reply(turn.say("turn-how" if areas else "turn-of-leads"))
    yes = turn.choice("button-turn-put", f"y:{shift.data(person)}", name=person.name)
    at = span_of(turn, shift.start, shift.end, turn.language)
    area = phrases.area(turn.unit, shift.area, turn.language)
    turn.reply(turn.say("ask-turn", name=person.name, area=area, **at), [[yes]])


def _shift(turn: Turn, area: str, person: Person, said: str) -> Shift | None:
    """The day that is named, today where none is; None for what is not understood whole."""
    now, zone = turn.unit.now, turn.setup.zone
    left = said.replace(person.name.lower(), " ")
    for key in ("words-has-duty", "words-turn-filler"):
        left = anywhere(key).sub(" ", left)
    left = " ".join(left.strip(" 。.！!").split())
    on = day(left, now.astimezone(zone).date()) if left else now.astimezone(zone).date()
    if on is None:
        return None
    start = datetime.combine(on, BEGINS, zone)
    end = datetime.combine(on, ENDS, zone)
    return Shift(area, max(start, now), end) if end > now else None

"""让张强明天值班, "Zhang on duty tomorrow": a turn on duty in plain words. Whoever leads there puts
it down by one press; anybody else reads who does.
"""

from __future__ import annotations

from datetime import datetime

from domain.people import Person
from domain.reading.model import Reading
from domain.values.day import day
from domain.values.days_ahead import days_ahead
from domain.values.text import letters
from handlers.casework import phrases
from handlers.dialog.alone import alone
from handlers.dialog.turn import (
    Refused,
    Turn,
)
from handlers.people.duty import (
    days,
    on_leave,
)
from handlers.people.duty.days import Days
from handlers.people.duty.on_leave import Shift
from handlers.people.duty.shifts import shift
from handlers.people.duty.told import (
    show,
    span_of,
)
from handlers.people.scope import (
    HEADS,
    areas_of,
    colleagues,
)
from handlers.texts.asking import questioned
from handlers.texts.words import (
    anywhere,
    plain,
)

LONGEST = 45
"""Letters: whoever says more tells something (ours)."""
DUTY = ("words-has-duty", "words-shift-named")


async def asked(
    turn: Turn,
    reading: Reading,
) -> bool:
    """Whether a colleague shall be on duty; as a question it shows who is."""
    said = plain(turn.event.text)
    if not alone(turn) or letters(said) > LONGEST:
        return False
    if _shift_named(turn, said):
        return True
    has_duty = any(anywhere(key).search(said) for key in DUTY)
    if not has_duty and not hours_of_one(turn):
        return False
    person = named(turn, said)
    if person is None:
        return False
    if questioned(said, "words-open-question"):
        show(turn)
        return True
    await offer(turn, person, said)
    return True


def _shift_named(
    turn: Turn,
    said: str,
) -> bool:
    """Whether a shift is named by what it is called, 李敏明天早班: its hours are asked for, as no
    two districts have the same.
    """
    left, shifts = anywhere("words-shift-named").subn(" ", said)
    person = named(turn, left)
    if person is None and anywhere("words-me").search(left):
        person, left = turn.person, anywhere("words-me").sub(" ", left)
    if not shifts or person is None or questioned(said):
        return False
    left, today = _bare(person, left), turn.unit.now.astimezone(turn.setup.zone).date()
    days = days_ahead(left, turn.unit.now, turn.setup.zone) if left else None
    on = days.first if days else None if left else today
    if on is None or _hours(turn, left) is not None:
        return False
    if not areas_of(turn, *HEADS):
        turn.reply(turn.say("turn-of-leads"))
    else:
        at = f"{on:%m-%d}"
        turn.reply(turn.say("turn-which-hours", name=person.name, day=at))
    return True


def hours_of_one(turn: Turn) -> bool:
    """Whether it is a colleague's name with hours and a day, and nothing else: 李敏 08:00-18:00."""
    said = plain(turn.event.text)
    person = named(turn, said) if alone(turn) and letters(said) <= LONGEST else None
    return person is not None and _hours(turn, _bare(person, said)) is not None


def named(
    turn: Turn,
    said: str,
) -> Person | None:
    """The only colleague whose name stands there."""
    found = [one for one in colleagues(turn) if one.name and one.name.lower() in said]
    return found[0] if len(found) == 1 else None


def _bare(
    person: Person,
    said: str,
) -> str:
    """The day and the hours, and what is not understood."""
    left = said.replace(person.name.lower(), " ")
    for key in (*DUTY, "words-turn-filler"):
        left = anywhere(key).sub(" ", left)
    return " ".join(left.strip(" 。.！!,，:：").split())


def _hours(
    turn: Turn,
    left: str,
) -> tuple[datetime, datetime] | None:
    """From when to when, where hours are named and all of it is understood."""
    try:
        return shift(left.split(), turn.unit.now, turn.setup.zone) if left else None
    except Refused:
        return None


def understood(
    turn: Turn,
    person: Person,
    said: str,
) -> bool:
    """Whether it is a turn on a day, or on some in a row."""
    return bool(_shift(turn, "", person, said)) or days.named(turn, _bare(person, said))


async def offer(
    turn: Turn,
    person: Person,
    said: str,
) -> None:
    led = areas_of(turn, *HEADS)
    areas = [grant.area for grant in person.grants if grant.area in led]
    on = _shift(turn, areas[0], person, said) if areas else None
    if on is None:
        bare = _bare(person, said)
        if not (areas and days.offered(turn, areas[0], person, bare)):
            turn.reply(turn.say("turn-how" if areas else "turn-of-leads"))
        return
    if await on_leave.asked(turn, person, on):
        return
    yes = turn.choice("button-turn-put", f"y:{on.data(person)}", name=person.name)
    at = span_of(turn, on.start, on.end, turn.language)
    area = phrases.area(turn.unit, on.area, turn.language)
    turn.reply(turn.say("ask-turn", name=person.name, area=area, **at), [[yes]])


def _shift(
    turn: Turn,
    area: str,
    person: Person,
    said: str,
) -> Shift | None:
    """The hours that are named, else the day, today where none is; None for what is not understood
    whole.
    """
    now, zone = turn.unit.now, turn.setup.zone
    left = _bare(person, said)
    hours = _hours(turn, left)
    if hours is not None:
        return Shift(area, *hours)
    on = day(left, now.astimezone(zone).date()) if left else now.astimezone(zone).date()
    if on is None:
        return None
    found = Days(on, on).each(turn)
    return Shift(area, *found[0]) if found else None

"""/duty: who is on duty, for oneself on and off, and for heads putting others down for it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from domain.people import Person
from handlers.casework import phrases
from handlers.casework.called import called, one_of
from handlers.casework.letters.sending import send
from handlers.dialog.turn import Refused, Turn, whole
from handlers.people.duty import on_leave
from handlers.people.duty.shifts import shift
from handlers.people.duty.told import show, span_of
from handlers.people.scope import (
    HEADS,
    areas_of,
    no_such_area,
    somebody,
)
from handlers.texts.sentences import (
    known,
    say,
)
from handlers.texts.words import words

USUAL = timedelta(hours=8)


async def duty(turn: Turn, said: str) -> None:
    """/duty; /duty on; /duty off; for heads /duty PERSON 08:00-18:00 [12-01] [AREA]."""
    parts = said.split()
    if not parts:
        return show(turn)
    word = said.strip().lower()
    if word in words("words-off"):
        return await _off(turn)
    if word in words("words-on"):
        area = turn.person.grants[0].area
        now = turn.unit.now
        return await _put(
            turn,
            turn.person,
            area,
            now,
            now + USUAL,
        )
    led = areas_of(turn, *HEADS)
    if not led:
        return turn.reply(turn.say("duty-how"))
    alone = parts[0][:1].isdigit()  # hours and nobody's name: oneself
    person = turn.person if alone else somebody(turn, parts[0], led)
    parts = ["", *parts] if alone else parts
    area, rest = _place(turn, person, led, parts[1:])
    start, end = shift(rest, turn.unit.now, turn.setup.zone)
    if not await on_leave.asked(turn, person, on_leave.Shift(area, start, end)):
        await _put(turn, person, area, start, end)


async def on_turn(turn: Turn, data: str) -> None:
    """`y:<person>:<area>:<from>:<to>`: a turn as it was asked about."""
    number, _, rest = data.partition(":")
    area, _, times = rest.partition(":")
    start, end = (whole(one) for one in times.partition(":")[::2])
    led = areas_of(turn, *HEADS)
    if area not in led or start is None or end is None or end <= start:
        raise Refused("refuse-old-button")
    person = somebody(turn, number, led)
    first, last = (datetime.fromtimestamp(one, UTC) for one in (start, end))
    turn.toast()
    await _put(turn, person, area, first, last)


def _place(
    turn: Turn,
    person: Person,
    led: set[str],
    parts: Sequence[str],
) -> tuple[str, list[str]]:
    """The area that was named, else the person's first that one leads; and the other words."""
    directory = turn.unit.directory
    said = [part for part in parts if called(directory, part)]
    named = [one_of(directory, part, led) for part in said]
    if not all(named):
        raise no_such_area(turn, said[named.index("")])
    if len(named) > 1:
        raise Refused("refuse-shift")
    own = [grant.area for grant in person.grants if grant.area in led]
    rest = [part for part in parts if part not in said]
    return (named or own)[0], rest


async def _put(
    turn: Turn,
    person: Person,
    area: str,
    start: datetime,
    end: datetime,
) -> None:
    await keep(turn, person, area, start, end)
    at = {"area": phrases.area(turn.unit, area, turn.language)}
    at |= span_of(turn, start, end, turn.language)
    turn.reply(turn.say("done-duty", name=person.name, **at), edit=True)
    if person.id == turn.person.id:
        return
    language = known(person.language or turn.setup.language)
    at = {"area": phrases.area(turn.unit, area, language)}
    at |= span_of(turn, start, end, language)
    await send(
        turn.scene,
        person,
        say(language, "told-duty", **at),
    )


async def keep(
    turn: Turn, person: Person, area: str, start: datetime, end: datetime
) -> None:
    """Puts it on the roster, if it is not there."""
    if not _stands(turn, person, area, start, end):
        await turn.unit.duty.add(person.id, area, start, end)
    turn.unit.history.audit(
        turn.person.id,
        "duty",
        person=person.id,
        area=area,
        start=int(start.timestamp()),
        end=int(end.timestamp()),
    )


def _stands(
    turn: Turn, person: Person, area: str, start: datetime, end: datetime
) -> bool:
    """Whether it is on the roster already: it is said again, and not kept twice."""
    same = (person.id, area, start, end)
    return any(
        (one.person_id, one.area, one.starts_at, one.ends_at) == same
        for one in turn.unit.directory.shifts
    )


async def _off(turn: Turn) -> None:
    now = turn.unit.now
    running = [
        one
        for one in turn.unit.directory.shifts
        if one.person_id == turn.person.id and one.starts_at <= now < one.ends_at
    ]
    for one in running:
        await turn.unit.duty.remove(one.id)
    turn.reply(turn.say("done-duty-off" if running else "duty-none-running"))

"""/away: somebody is on leave; what they carry goes to colleagues once they say so."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from domain.messages import Choice
from domain.people import Person
from handlers.casework.rearranging.hand_over import rehome
from handlers.dialog import questions
from handlers.dialog.turn import (
    Refused,
    Turn,
    whole,
)
from handlers.people.leave import planned, told
from handlers.people.leave.carried import KEEP, ask, carried_by
from handlers.people.leave.days import back_at, begins, ends, is_back
from handlers.people.leave.planned import BACK, STAY, TIMER
from handlers.people.leave.rights import as_said, asked, theirs
from handlers.people.scope import (
    colleagues,
)
from handlers.texts.sentences import Safe

OFFERED = (1, 2, 3)
"""Days."""
OFF = "off"
"""What a press says that takes leave for some days."""
TO = ">"
"""What stands there before who gets what they carry."""


async def away(turn: Turn, said: str, stand_in: int | None = None) -> None:
    """/away 3d, /away 12-01, /away back; for heads /away PERSON 12-01. What they carry is for
    their `stand_in`.
    """
    said = said.strip()
    if not said:
        await questions.ask(turn, "away")
        found = told.lines(turn, colleagues(turn))
        text = Safe("\n".join([*found, turn.say("away-how")]))
        return turn.reply(text, [_for_days(turn)])
    named = planned.named_alone(turn, said)
    if named is not None:
        return await planned.ask_days(turn, named)
    person, when = asked(turn, said)
    person = await turn.unit.people.get(person.id) or person
    if is_back(when):
        return await _come_back(turn, person)
    start, until = begins(turn, when), ends(turn, when)
    person = replace(person, away_from=start, away_until=until, stand_in=stand_in)
    person = turn.unit.people.change(person)
    turn.unit.timers.set(TIMER, person.id, start)
    await turn.unit.directory_now()
    first = {"start": int(start.timestamp())} if start else {}
    _written(turn, person, **first, until=int(until.timestamp()))
    await told.tell_planned(turn, person)
    if start is not None:
        return planned.ask(turn, person, start, until)
    carried = await carried_by(turn, person)
    if not carried:
        return _done(turn, person, until, 0)
    await ask(turn, person, until, carried)


def _for_days(turn: Turn) -> list[Choice]:
    """So many days from now, as many as the place in the row: a typed 2 is two days."""
    data = f"w:{OFF}:#{turn.person.id}"  # nobody else takes leave by it
    return [
        turn.choice("span-days", f"{data} {count}d", count=count) for count in OFFERED
    ]


async def _come_back(turn: Turn, person: Person) -> None:
    """They are there again, or take no leave after all."""
    there = replace(person, away_from=None, away_until=None, stand_in=None)
    turn.unit.people.change(there)
    turn.unit.timers.set(TIMER, person.id, None)
    _written(turn, person, back=True)
    key = "done-back" if person.id == turn.person.id else "done-back-of"
    turn.reply(turn.say(key, name=person.name))
    await told.tell(turn, person, "told-back")


def _written(turn: Turn, person: Person, **detail: object) -> None:
    turn.unit.history.audit(
        turn.person.id,
        "away",
        person=person.id,
        **detail,
    )


async def on_hand_over(turn: Turn, data: str) -> None:
    """`w:<person>:<until>`: what they carry goes to colleagues, each of whom gets one list; or
    it stays. `w:off:<days>[><person>]`: they are on leave then. `w:stay:<person>` and
    `w:back:<person>`: what is planned goes without that, or not at all.
    """
    if data == KEEP:
        turn.toast()
        return turn.reply(turn.say("away-kept"), edit=True)
    number, _, stamp = data.partition(":")
    if number == OFF and turn.person.staff:
        turn.toast()
        when, _, to = stamp.partition(TO)
        return await away(turn, when, whole(to) if to else None)
    if number in (STAY, BACK):
        return await _changed(turn, number, whole(stamp))
    person = await as_said(turn, whole(number), whole(stamp))
    until = person.away_until if person else None
    if person is None or until is None or not await carried_by(turn, person):
        raise Refused("refuse-old-button")
    turn.toast()
    await turn.unit.directory_now()
    moved = await rehome(turn.scene, person, all_of_them=True)
    actor = turn.person.id
    turn.unit.history.audit(
        actor,
        "handed-over",
        person=person.id,
        moved=moved,
    )
    _done(turn, person, until, moved)
    if moved:
        await told.tell(turn, person, "told-handed-over", count=moved)


async def _changed(turn: Turn, what: str, number: int | None) -> None:
    """Of leave that is planned. Raises Refused."""
    person = await theirs(turn, number)
    if person is None or person.away_until is None:
        raise Refused("refuse-old-button")
    turn.toast()
    if what == BACK:
        return await _come_back(turn, person)
    turn.unit.timers.set(TIMER, person.id, None)
    turn.reply(turn.say("away-kept"), edit=True)


def _done(
    turn: Turn,
    person: Person,
    until: datetime,
    moved: int,
) -> None:
    at = back_at(turn, until)
    text = turn.say(
        "done-away",
        name=person.name,
        at=at,
        count=moved,
    )
    turn.reply(text, edit=True)

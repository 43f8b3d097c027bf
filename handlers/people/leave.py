"""/away: somebody is on leave; what they carry goes to colleagues once they say so."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import datetime

from domain.people import Person
from handlers.casework.hand_over import heirs, rehome
from handlers.dialog import questions
from handlers.dialog.turn import (
    Refused,
    Turn,
    whole,
)
from handlers.people import leave_planned, leave_told
from handlers.people.leave_days import back_at, begins, ends, is_back, says_when
from handlers.people.leave_planned import BACK, STAY, TIMER
from handlers.people.scope import (
    HEADS,
    areas_of,
    colleagues,
    somebody,
)
from handlers.texts.sentences import Safe

KEEP = "keep"
OFF = "off"
"""What a press says that takes leave for some days."""
MOST_CARRIED = 1000
"""Cases that are counted and handed over at once."""


async def away(turn: Turn, said: str) -> None:
    """/away 3d, /away 12-01, /away back; for heads /away PERSON 12-01."""
    said = said.strip()
    if not said:
        await questions.ask(turn, "away")
        found = leave_told.lines(turn, colleagues(turn))
        return turn.reply(Safe("\n".join([*found, turn.say("away-how")])))
    named = leave_planned.named_alone(turn, said)
    if named is not None:
        return await leave_planned.ask_days(turn, named)
    person, when = _asked(turn, said)
    person = await turn.unit.people.get(person.id) or person
    if is_back(when):
        return await _come_back(turn, person)
    start, until = begins(turn, when), ends(turn, when)
    person = replace(person, away_from=start, away_until=until)
    person = turn.unit.people.change(person)
    turn.unit.timers.set(TIMER, person.id, start)
    await turn.unit.directory_now()
    first = {"start": int(start.timestamp())} if start else {}
    _written(turn, person, **first, until=int(until.timestamp()))
    await leave_told.tell_planned(turn, person)
    if start is not None:
        return leave_planned.ask(turn, person, start, until)
    carried = await _carried(turn, person)
    if not carried:
        return _done(turn, person, until, 0)
    await _ask(turn, person, until, carried)


async def _come_back(turn: Turn, person: Person) -> None:
    """They are there again, or take no leave after all."""
    turn.unit.people.change(replace(person, away_from=None, away_until=None))
    turn.unit.timers.set(TIMER, person.id, None)
    _written(turn, person, back=True)
    turn.reply(turn.say("done-back", name=person.name))
    await leave_told.tell(turn, person, "told-back")


async def _ask(
    turn: Turn,
    person: Person,
    until: datetime,
    carried: int,
) -> None:
    """How many cases would go, and to whom."""
    plan = await heirs(turn.scene, person, all_of_them=True)
    receivers = Counter(to.id for _, to in plan)
    names = {to.id: to.name for _, to in plan}
    whom = [
        turn.label(
            "away-to",
            name=names[to],
            count=count,
        )
        for to, count in receivers.most_common()
    ]
    asked = turn.say(
        "ask-away" if plan else "ask-away-nobody",
        name=person.name,
        at=back_at(turn, until),
        count=len(plan) or carried,
        whom=" · ".join(whom),
    )
    if not plan:
        return turn.reply(asked)
    yes = f"{person.id}:{int(until.timestamp())}"
    hand_over = turn.choice("button-hand-over", f"w:{yes}")
    keep = turn.choice("button-keep", f"w:{KEEP}")
    await questions.ask(turn, "hand-over", {"yes": yes, "no": KEEP})
    turn.reply(asked, [[hand_over, keep]])


def _written(turn: Turn, person: Person, **detail: object) -> None:
    turn.unit.history.audit(
        turn.person.id,
        "away",
        person=person.id,
        **detail,
    )


def _asked(turn: Turn, said: str) -> tuple[Person, str]:
    """Who, and until when: oneself where all of it says when. Raises Refused."""
    first, _, rest = said.partition(" ")
    alone = is_back(said) or says_when(turn, said)
    led = areas_of(turn, *HEADS)
    if alone or not rest:
        return turn.person, said
    if not led:
        _check_own(turn, first)
        return turn.person, said
    person = somebody(turn, first, led)
    _check_led(person, led, turn)
    return person, rest.strip()


def _check_own(turn: Turn, name: str) -> None:
    """Colleagues are put down by who leads them. Raises Refused."""
    staff = turn.unit.directory.staff.values()
    if any(one.name == name and one.id != turn.person.id for one in staff):
        raise Refused("refuse-away-other", name=name)


def _check_led(person: Person, led: set[str], turn: Turn) -> None:
    """All that somebody carries is handed over, so all of it must be led. Raises Refused."""
    elsewhere = any(grant.area not in led for grant in person.grants)
    if elsewhere and person.id != turn.person.id:
        raise Refused(
            "refuse-away-elsewhere",
            name=person.name,
        )


async def _carried(turn: Turn, person: Person) -> int:
    return len(await turn.unit.cases.carried_by(person.id, MOST_CARRIED))


async def on_hand_over(turn: Turn, data: str) -> None:
    """`w:<person>:<until>`: what they carry goes to colleagues, each of whom gets one list; or
    it stays. `w:off:<days>`: they are on leave then. `w:stay:<person>`, `w:back:<person>`: what is
    planned goes without that, or not at all.
    """
    if data == KEEP:
        turn.toast()
        return turn.reply(turn.say("away-kept"), edit=True)
    number, _, stamp = data.partition(":")
    if number == OFF and turn.person.staff:
        turn.toast()
        return await away(turn, stamp)
    if number in (STAY, BACK):
        return await _changed(turn, number, whole(stamp))
    person = await _away_as_said(turn, whole(number), whole(stamp))
    until = person.away_until if person else None
    if person is None or until is None or not await _carried(turn, person):
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
        await leave_told.tell(turn, person, "told-handed-over", count=moved)


async def _changed(turn: Turn, what: str, number: int | None) -> None:
    """Of leave that is planned. Raises Refused."""
    person = await _theirs(turn, number)
    if person is None or person.away_until is None:
        raise Refused("refuse-old-button")
    turn.toast()
    if what == BACK:
        return await _come_back(turn, person)
    turn.unit.timers.set(TIMER, person.id, None)
    turn.reply(turn.say("away-kept"), edit=True)


async def _away_as_said(
    turn: Turn,
    number: int | None,
    stamp: int | None,
) -> Person | None:
    """The person, if the leave still is the one that was asked about and one may say so."""
    person = await _theirs(turn, number)
    until = person.away_until if person else None
    return person if until and int(until.timestamp()) == stamp else None


async def _theirs(turn: Turn, number: int | None) -> Person | None:
    """The person, if it is for them to say when these are on leave."""
    person = turn.unit.directory.staff.get(number or 0)
    if person is None or not turn.person.staff:
        return None
    led = areas_of(turn, *HEADS)
    mine = person.id == turn.person.id
    if not mine and any(grant.area not in led for grant in person.grants):
        return None
    return await turn.unit.people.get(person.id)


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

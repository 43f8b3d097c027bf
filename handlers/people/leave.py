"""/away: somebody is on leave; what they carry goes to colleagues once they say so."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import datetime, timedelta

from domain.people import Person
from domain.values.moment import Moment, moment
from handlers.casework import phrases
from handlers.casework.hand_over import heirs, rehome
from handlers.dialog import questions
from handlers.dialog.turn import (
    Refused,
    Turn,
    whole,
)
from handlers.people.scope import (
    HEADS,
    areas_of,
    somebody,
)
from handlers.texts.words import words

KEEP = "keep"
OFF = "off"
"""What a press says that takes leave until a day."""
DAY = timedelta(days=1)
LONGEST = timedelta(days=366)
MOST_CARRIED = 1000
"""Cases that are counted and handed over at once."""


async def away(turn: Turn, said: str) -> None:
    """/away 3d, /away 12-01, /away back; for heads /away PERSON 12-01."""
    said = said.strip()
    if not said:
        await questions.ask(turn, "away")
        return turn.reply(turn.say("away-how"))
    person, when = _asked(turn, said)
    person = await turn.unit.people.get(person.id) or person
    if _is_back(when):
        turn.unit.people.change(replace(person, away_until=None))
        _written(turn, person, back=True)
        return turn.reply(turn.say("done-back", name=person.name))
    until = _until(turn, when)
    person = turn.unit.people.change(replace(person, away_until=until))
    await turn.unit.directory_now()
    _written(turn, person, until=int(until.timestamp()))
    carried = await _carried(turn, person)
    if not carried:
        return _done(turn, person, until, 0)
    await _ask(turn, person, until, carried)


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
        at=_back(turn, until),
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
    alone = _is_back(said) or _moment(turn, said) is not None
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


def _is_back(said: str) -> bool:
    return said.lower() in words("words-back") | words("words-off")


def _check_led(person: Person, led: set[str], turn: Turn) -> None:
    """All that somebody carries is handed over, so all of it must be led. Raises Refused."""
    elsewhere = any(grant.area not in led for grant in person.grants)
    if elsewhere and person.id != turn.person.id:
        raise Refused(
            "refuse-away-elsewhere",
            name=person.name,
        )


def _moment(turn: Turn, said: str) -> Moment | None:
    return moment(
        said,
        turn.unit.now,
        turn.setup.zone,
        bare=DAY,
    )


def _until(turn: Turn, said: str) -> datetime:
    """The hour that was named, else the midnight before the day on which they are back."""
    found = _moment(turn, said)
    if found is None:
        raise Refused("refuse-away", word=said[:20])
    now, at = turn.unit.now, found.at
    if not found.exact:
        local = at.astimezone(turn.setup.zone)
        at = local.replace(hour=0, minute=0).astimezone(now.tzinfo)
    if not now < at <= now + LONGEST:
        raise Refused("refuse-away", word=said[:20])
    return at


async def _carried(turn: Turn, person: Person) -> int:
    return len(await turn.unit.cases.carried_by(person.id, MOST_CARRIED))


def _back(turn: Turn, until: datetime) -> str:
    """The day on which they are back, with the hour if it is not the day's beginning."""
    local = until.astimezone(turn.setup.zone)
    if local.hour or local.minute:
        return phrases.when(
            turn.language,
            until,
            turn.unit.now,
            turn.setup,
        )
    return phrases.day(turn.language, until, turn.setup)


async def on_hand_over(turn: Turn, data: str) -> None:
    """`w:<person>:<until>`: what they carry goes to colleagues, each of whom gets one list; or
    it stays. `w:off:<day>`: they are on leave until that day.
    """
    if data == KEEP:
        turn.toast()
        return turn.reply(turn.say("away-kept"), edit=True)
    number, _, stamp = data.partition(":")
    if number == OFF and turn.person.staff:
        turn.toast()
        return await away(turn, stamp)
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


async def _away_as_said(
    turn: Turn,
    number: int | None,
    stamp: int | None,
) -> Person | None:
    """The person, if the leave still is the one that was asked about and one may say so."""
    person = turn.unit.directory.staff.get(number or 0)
    if person is None or not turn.person.staff:
        return None
    led = areas_of(turn, *HEADS)
    mine = person.id == turn.person.id
    if not mine and any(grant.area not in led for grant in person.grants):
        return None
    person = await turn.unit.people.get(person.id)
    until = person.away_until if person else None
    return person if until and int(until.timestamp()) == stamp else None


def _done(
    turn: Turn,
    person: Person,
    until: datetime,
    moved: int,
) -> None:
    at = _back(turn, until)
    text = turn.say(
        "done-away",
        name=person.name,
        at=at,
        count=moved,
    )
    turn.reply(text, edit=True)

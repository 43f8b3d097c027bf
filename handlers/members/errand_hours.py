"""Who came to an errand and how long it took, as who leads there says: that brings them points."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import NamedTuple

from domain.errands import Errand, ErrandState
from domain.members import leads
from domain.messages import Choice
from domain.points.ledger import Why
from domain.points.service import LATEST, Service, choices, in_time
from handlers.casework import phrases
from handlers.dialog.rows import abreast
from handlers.dialog.scene import Scene
from handlers.dialog.turn import Refused, Turn, whole
from handlers.members import errand_telling
from handlers.members.scope import path_of

TIMER = "errand_hours"
UNSAID = "errand_unsaid"
LASTS = timedelta(hours=2)
"""So long after its beginning it is asked how long it took (ours)."""

A_DAY = timedelta(days=1)
LONGEST = 40
WIDE = 2


class Said(NamedTuple):
    """As it stands in a press: a bit for each who did not come, of so many; minutes, if said."""

    away: int
    many: int
    minutes: int | None

    @classmethod
    def read(cls, value: str, many: int) -> Said:
        """What is not of these people is read as nothing said."""
        who, _, minutes = value.partition(":")
        away, _, known = who.partition(".")
        if whole(known) != many or not away.isdecimal() or len(away) > 16:
            return cls(0, many, None)
        return cls(int(away), many, whole(minutes))

    def written(self) -> str:
        said = f"{self.away}.{self.many}"
        return said if self.minutes is None else f"{said}:{self.minutes}"

    def came(self, place: int) -> bool:
        return not self.away >> place & 1


async def hours(turn: Turn, errand: Errand, value: str) -> None:
    """By who leads there, once it began. Raises Refused."""
    path = path_of(turn.unit.directory, errand.area)
    people = await turn.unit.errands.takers(errand.id)
    over = errand.state is ErrandState.OVER and people
    if not leads(turn.person, path) or not over or not turn.setup.counts_hours:
        raise Refused("refuse-errand-gone")
    if not in_time(errand.at, turn.unit.now):
        raise Refused("refuse-hours-late")
    said = Said.read(value, len(people))
    if said.minutes in choices(errand.at, turn.unit.now):
        return await _counted(turn, errand, people, said)
    turn.toast()
    await _asked(turn, errand, people, said, edit=bool(value))


async def _asked(
    turn: Turn,
    errand: Errand,
    people: list[int],
    said: Said,
    edit: bool,
) -> None:
    known = await turn.unit.people.named(people)
    who = [
        Choice(
            f"{'✔' if said.came(place) else '✖'} {known.get(one) or '?'}",
            _data(errand, said._replace(away=said.away ^ 1 << place)),
        )
        for place, one in enumerate(people)
    ]
    times = [
        Choice(
            turn.label(f"took-{minutes}"), _data(errand, said._replace(minutes=minutes))
        )
        for minutes in choices(errand.at, turn.unit.now)
    ]
    asked = turn.say("ask-errand-hours", words=errand.words)
    rows = abreast(who, WIDE)
    turn.reply(asked, [*rows, times], edit=edit)


def _data(errand: Errand, said: Said) -> str:
    return f"errand:hours:{errand.id}:{said.written()}"


async def _counted(
    turn: Turn,
    errand: Errand,
    people: list[int],
    said: Said,
) -> None:
    """For each who came; for the others it stands that it was nothing."""
    count, news = 0, False
    for place, one in enumerate(people):
        minutes = (said.minutes or 0) if said.came(place) else 0
        new = await _served(turn.scene, errand, one, minutes)
        news = news or new
        count += bool(new and minutes)
    if not news:
        raise Refused("refuse-hours-said")
    turn.toast()
    turn.unit.timers.set(UNSAID, errand.id, None)
    turn.unit.history.audit(
        turn.person.id,
        "errand-hours",
        area=errand.area,
        minutes=said.minutes,
        count=count,
    )
    time = turn.label(f"took-{said.minutes}")
    done = turn.say("done-errand-hours", count=count, time=time)
    turn.reply(done, edit=True)


async def _served(
    scene: Scene,
    errand: Errand,
    person_id: int,
    minutes: int,
) -> bool:
    serves = scene.setup.served
    made = Service(
        f"errand:{errand.id}:{person_id}",
        Why.CAME,
        person_id,
        errand.area,
        phrases.cut(errand.words, LONGEST),
        errand.at.astimezone(scene.setup.zone).date(),
        minutes,
    )
    return serves is not None and await serves(scene, made)


# --- the clock ---


def plan(scene: Scene, errand: Errand) -> None:
    """It has begun: some time later it is asked."""
    if scene.setup.counts_hours:
        scene.unit.timers.set(TIMER, errand.id, errand.at + LASTS)


async def wanted(scene: Scene, errand_id: int, at: datetime) -> None:
    """Whoever leads there is asked; what ends the time is set by this alone."""
    unit = scene.unit
    unit.timers.set(TIMER, errand_id, None)
    errand = await unit.errands.get(errand_id)
    if errand is None or not scene.setup.counts_hours:
        return
    if not await unit.errands.takers(errand_id):
        return
    unit.timers.set(UNSAID, errand_id, max(errand.at + LATEST, unit.now + A_DAY))
    await errand_telling.to_caller(scene, errand, "notice-errand-hours", "hours")


async def unsaid(scene: Scene, errand_id: int, at: datetime) -> None:
    """Nobody said so: those who came hear that nothing comes of it."""
    scene.unit.timers.set(UNSAID, errand_id, None)
    errand = await scene.unit.errands.get(errand_id)
    if errand is None:
        return
    for person_id in await scene.unit.errands.takers(errand_id):
        await _served(scene, errand, person_id, min(choices(errand.at, errand.at)))

"""Points that end with the year: a month before somebody hears of it, and again when they are gone.

Two timers of a person: the second is set by the first alone, so that nothing ends without a notice.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from domain.messages import Choice
from domain.people import Person
from domain.points.expiry import (
    NOTICE,
    earned_before,
    ending,
    lapse,
    next_notice,
    year_begins,
)
from domain.points.ledger import Outcome, rider
from handlers.casework import phrases
from handlers.casework.letters.sending import send
from handlers.dialog.scene import Scene
from handlers.texts.sentences import label, say

LOOKED = "points_notice"
GONE = "points_lapse"
A_DAY = timedelta(days=1)


def plan(scene: Scene, person_id: int) -> None:
    """Whoever has points to spend is looked at before the year ends; a look that is due and was
    not taken yet is not put off by a year.
    """
    at = next_notice(scene.unit.now, scene.setup.zone)
    scene.unit.timers.sooner(LOOKED, person_id, at)


async def notice(
    scene: Scene,
    person_id: int,
    at: datetime,
) -> None:
    """Says what will end. However late the clock is, there is a month between this and the end."""
    unit, zone = scene.unit, scene.setup.zone
    person = await unit.people.get(person_id)
    if person is None:
        return unit.timers.set(LOOKED, person_id, None)
    unit.timers.set(LOOKED, person_id, next_notice(unit.now, zone))
    end = unit.now + NOTICE
    moves = await unit.points_spendable.moves(person_id)
    amount = ending(moves, earned_before(end, zone), unit.now)
    if not amount or not expires(scene):
        return
    unit.timers.set(GONE, person_id, end)
    last = phrases.day(
        scene.language_of(person),
        end - A_DAY,
        scene.setup,
    )
    await _say(
        scene,
        person,
        "points-end-notice",
        amount=amount,
        day=last,
    )


async def gone(
    scene: Scene,
    person_id: int,
    at: datetime,
) -> None:
    """Never more than what the notice said: what came back since has a year more."""
    unit, zone = scene.unit, scene.setup.zone
    unit.timers.set(GONE, person_id, None)
    person = await unit.people.get(person_id)
    if person is None or not expires(scene):
        return
    moves, before = (
        await unit.points_spendable.moves(person_id),
        earned_before(at, zone),
    )
    said = ending(moves, before, at - NOTICE)
    amount = min(said, ending(moves, before, unit.now))
    if not amount:
        return
    made = lapse(person_id, amount, before.year)
    if await unit.points.book(made) is Outcome.BOOKED:
        left = await unit.points.balance(rider(person_id))
        await _say(
            scene,
            person,
            "points-lapsed",
            amount=amount,
            left=left,
        )


async def this_year(scene: Scene, person_id: int) -> tuple[int, datetime]:
    """How many points end with this year, and its last day."""
    unit, zone = scene.unit, scene.setup.zone
    year = unit.now.astimezone(zone).year
    end = year_begins(year + 1, zone)
    moves = await unit.points_spendable.moves(person_id) if expires(scene) else []
    before = earned_before(end, zone)
    return ending(moves, before, unit.now), end - A_DAY


def expires(scene: Scene) -> bool:
    return scene.setup.points is not None and scene.setup.points.expires


async def _say(
    scene: Scene,
    person: Person,
    key: str,
    **about: object,
) -> None:
    language = scene.language_of(person)
    card = Choice(label(language, "button-points"), "pt:card")
    text = say(language, key, **about)
    await send(scene, person, text, choices=((card,),))

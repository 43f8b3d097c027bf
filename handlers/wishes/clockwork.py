"""What follows whenever a wish moves: its next moment, and until when its case is due."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from domain.acts import Act
from domain.case import Case
from domain.people import Person
from domain.put_off import put_off
from domain.wishes.moments import AT_LEAST, next_moment
from handlers.casework import phrases
from handlers.casework.deadlines import policy_and_calendar
from handlers.casework.happened import TOLD_NOBODY, Given
from handlers.casework.perform import perform
from handlers.dialog.scene import CLOCK, Scene
from handlers.texts.sentences import label

TIMER = "wish"
AFTERWARDS = timedelta(days=7)
"""So long after a wish has to have ended somebody looks at its case (ours)."""

AT_ONCE = timedelta(0)


async def plan(
    scene: Scene,
    case_id: int,
    least: timedelta = AT_ONCE,
) -> None:
    """Sets the wish's next moment, `least` from now at the earliest."""
    unit = scene.unit
    wish = await unit.wishes.get(case_id)
    claim = await unit.claims.current(case_id)
    at = next_moment(wish, claim) if wish is not None else None
    if at is not None:
        at = max(at, unit.now + least)
    unit.timers.set(TIMER, case_id, at)


async def case_waits(
    scene: Scene,
    case: Case,
    until: datetime,
    key: str,
) -> None:
    """The case's answer is due when the wish has to have ended; its history says why."""
    if not case.open:
        return
    later = put_off(
        case,
        until + AFTERWARDS,
        scene.unit.now,
        policy_and_calendar(scene, case)[1],
    )
    await perform(
        by_the_clock(scene),
        case,
        Act.NOTE,
        Given(label(scene.setup.language, key)),
        later,
        TOLD_NOBODY,
    )


async def noted(scene: Scene, case: Case, key: str, **args: object) -> None:
    """A line of the case's history, of which nobody is told."""
    note = label(scene.setup.language, key, **args)
    await perform(
        scene,
        case,
        Act.NOTE,
        Given(note),
        hush=TOLD_NOBODY,
    )


def told_by_us(case: Case) -> frozenset[str]:
    """In an act's `hush`: its wisher hears of it in words of our own; where others wait too, all of
    them in the usual ones.
    """
    return frozenset() if case.joined else frozenset({"filer"})


def by_the_clock(scene: Scene) -> Scene:
    return replace(scene, actor=CLOCK)


def last_day(
    scene: Scene,
    person: Person | None,
    until: datetime | None,
) -> str:
    """The day on which something ends: never sooner than a day after this notice of it."""
    soonest = scene.unit.now + AT_LEAST
    at = max(until or soonest, soonest)
    language = scene.language_of(person)
    return phrases.day(
        language,
        at,
        scene.setup,
    )

"""Monday's summary for those who lead areas."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.case import Case
from domain.messages import Choice
from domain.people import Person
from domain.quiet import next_weekday
from handlers.casework import phrases
from handlers.casework.letters.sending import send
from handlers.dialog.clock import Beside
from handlers.dialog.scene import Scene
from handlers.people.digest import is_off
from handlers.people.scope import HEADS
from handlers.texts.sentences import Safe, say
from storage.figures.reports import Figures
from storage.reader import Reader

MONDAY = 0
WEEKLY_AT = 8 * 60 + 30
"""Minutes after local midnight."""

WEEK = timedelta(days=7)
NEXT_WEEK = WEEK + timedelta(hours=1)
"""Of a week in which clocks go back."""

STALE = timedelta(days=1)
MOST_LISTED = 5
MOST_NAMED = 3
"""Areas in the title."""


def next_monday(scene: Scene) -> datetime:
    return next_weekday(
        scene.unit.now,
        MONDAY,
        WEEKLY_AT,
        scene.setup.zone,
    )


def leads(person: Person) -> bool:
    return any(person.has(role) for role in HEADS)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A head's areas: those named in the title, and all below them."""

    tops: list[str]
    areas: set[str]
    since: datetime


async def begin(scene: Scene, person_id: int, at: datetime) -> Wanted | None:
    """A head's areas in a few lines. One that is a day old is not worth sending."""
    person = _head(scene, person_id)
    if person is None or is_off(person) or scene.unit.now - at >= STALE:
        _set(scene, person_id, person)
        return None
    tops = [grant.area for grant in person.grants if grant.role in HEADS]
    areas = scene.unit.directory.below(tops)
    return Wanted(tops, areas, scene.unit.now - WEEK)


async def read(reader: Reader, wanted: Wanted) -> dict[str, Figures]:
    return await reader.reports.figures(wanted.areas, wanted.since)


def reckon(wanted: Wanted, found: dict[str, Figures]) -> Figures:
    return sum(found.values(), Figures())


async def end(
    scene: Scene,
    person_id: int,
    wanted: Wanted,
    sums: Figures,
) -> None:
    person = _head(scene, person_id)
    _set(scene, person_id, person)
    if person is not None and (sums.filed or sums.open):
        await _send(
            scene,
            person,
            wanted,
            sums,
        )


WEEKLY = Beside(begin, read, reckon, end)


def _head(scene: Scene, person_id: int) -> Person | None:
    person = scene.unit.directory.staff.get(person_id)
    return person if person is not None and leads(person) else None


def _set(scene: Scene, person_id: int, head: Person | None) -> None:
    """Next Monday; never again for somebody who leads nothing any more."""
    at = next_monday(scene) if head is not None else None
    scene.unit.timers.set("weekly", person_id, at)


async def _send(
    scene: Scene,
    person: Person,
    wanted: Wanted,
    sums: Figures,
) -> None:
    late = await scene.unit.cases.open_in(wanted.areas, MOST_LISTED, scene.unit.now)
    language = scene.language_of(person)
    lines = [_title(scene, language, wanted.tops, sums)]
    lines += [await _line(scene, language, case) for case in late]
    buttons = tuple((Choice(case.number, f"c:{case.id}:open"),) for case in late)
    await send(
        scene,
        person,
        Safe("\n".join(lines)),
        choices=buttons,
    )


def _title(
    scene: Scene,
    language: str,
    tops: list[str],
    sums: Figures,
) -> Safe:
    named = (phrases.area(scene.unit, top, language) for top in tops[:MOST_NAMED])
    return say(
        language,
        "weekly",
        area=" · ".join(named),
        filed=sums.filed,
        closed=sums.closed,
        open=sums.open,
        late=sums.late,
    )


async def _line(scene: Scene, language: str, case: Case) -> Safe:
    due = phrases.deadline(language, case, scene.unit.now, scene.setup)
    name = await phrases.carer(scene.unit, language, case)
    return say(
        language,
        "weekly-line",
        number=case.number,
        name=name,
        due=due,
    )

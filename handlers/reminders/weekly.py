"""Monday's summary for those who lead areas."""

from __future__ import annotations

from datetime import datetime, timedelta

from domain.case import Case
from domain.messages import Choice
from domain.people import Person
from domain.quiet import next_weekday
from handlers.casework import notices, phrases
from handlers.dialog.setup import Setup
from handlers.people.digest import NONE
from handlers.people.scope import HEADS
from handlers.texts.sentences import Safe, known, say
from storage.figures.reports import Figures, figures
from storage.unit import Unit

MONDAY = 0
WEEKLY_AT = 8 * 60 + 30
"""Minutes after local midnight."""

WEEK = timedelta(days=7)
STALE = timedelta(days=1)
MOST_LISTED = 5
MOST_NAMED = 3
"""Areas in the title."""


def next_monday(unit: Unit, setup: Setup) -> datetime:
    return next_weekday(unit.now, MONDAY, WEEKLY_AT, setup.zone)


def leads(person: Person) -> bool:
    return any(person.has(role) for role in HEADS)


async def weekly_due(
    unit: Unit,
    setup: Setup,
    person_id: int,
    at: datetime,
) -> None:
    """A head's areas in a few lines. One that is a day old is not worth sending."""
    person = unit.directory.staff.get(person_id)
    if person is None or not leads(person):
        return unit.timers.set("weekly", person_id, None)
    unit.timers.set("weekly", person_id, next_monday(unit, setup))
    if person.digest != NONE and unit.now - at < STALE:
        await _send(unit, setup, person)


async def _send(unit: Unit, setup: Setup, person: Person) -> None:
    tops = [grant.area for grant in person.grants if grant.role in HEADS]
    areas = unit.directory.below(tops)
    per_area = await figures(unit, areas, unit.now - WEEK)
    sums = sum(per_area.values(), Figures())
    late = await unit.cases.open_in(areas, MOST_LISTED, unit.now)
    if not (sums.filed or sums.open):
        return
    language = known(person.language or setup.language)
    lines = [_title(unit, language, tops, sums)]
    lines += [await _line(unit, setup, language, case) for case in late]
    buttons = tuple((Choice(case.number, f"c:{case.id}:open"),) for case in late)
    await notices.send(
        unit,
        setup,
        person,
        Safe("\n".join(lines)),
        choices=buttons,
    )


def _title(
    unit: Unit,
    language: str,
    tops: list[str],
    sums: Figures,
) -> Safe:
    named = (phrases.area(unit, top, language) for top in tops[:MOST_NAMED])
    return say(
        language,
        "weekly",
        area=" · ".join(named),
        filed=sums.filed,
        closed=sums.closed,
        open=sums.open,
        late=sums.late,
    )


async def _line(
    unit: Unit,
    setup: Setup,
    language: str,
    case: Case,
) -> Safe:
    due = phrases.deadline(language, case, unit.now, setup)
    name = await phrases.carer(unit, language, case)
    return say(
        language,
        "weekly-line",
        number=case.number,
        name=name,
        due=due,
    )

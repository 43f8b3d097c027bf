"""What is looked after beside deadlines: cases that fell asleep, the four-week question, the
weekly digest to heads.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from domain.case import Act, State
from domain.messages import Choice
from domain.people import Person, Role
from domain.quiet import next_weekday
from handlers.casework import deadlines as terms
from handlers.casework import notices, phrases
from handlers.casework import perform as casework
from handlers.casework.perform import Actor
from handlers.dialog.setup import Setup
from handlers.texts.sentences import Safe, known, label, say
from storage.figures.reports import Figures
from storage.unit import Unit

DORMANT_DAYS = 20  # working days (facts/rules.md)
AT_ONCE = 50
MONDAY, WEEKLY_AT = 0, 8 * 60 + 30  # minutes after local midnight
WEEK = timedelta(days=7)
STALE = timedelta(days=1)
SHOWN = 5


async def dormant(unit: Unit, setup: Setup) -> None:
    """Asks the coordinator and the lead of every case with which nothing has happened for twenty
    working days.
    """
    for case in await unit.cases.quiet_since(
        unit.now - timedelta(days=DORMANT_DAYS), AT_ONCE
    ):
        calendar = terms.service_hours(unit, setup, case.area)
        if (
            calendar.between(case.touched_at or case.filed_at, unit.now)
            >= calendar.day * DORMANT_DAYS
        ):
            await casework.perform(unit, setup, Actor(None, "clock"), case, Act.REMIND)


async def follow_up_due(unit: Unit, setup: Setup, case_id: int, at: datetime) -> None:
    """Four weeks after: is it still fixed? Asked once, of a filer who said yes to it."""
    unit.timers.set("follow_up", case_id, None)
    case = await unit.cases.get(case_id)
    filer = await unit.people.get(case.filer_id) if case else None
    if case is None or filer is None or case.state is not State.CLOSED:
        return
    language = known(filer.language or setup.language)
    buttons = (
        Choice(label(language, "button-still-fine"), f"c:{case.id}:still"),
        Choice(label(language, "button-broken-again"), f"c:{case.id}:reopen"),
    )
    text = say(
        language,
        "notice-follow-up",
        title=phrases.title(language, case),
        what=phrases.cut(case.words, 60),
    )
    await notices.send(unit, setup, filer, text, case, choices=(buttons,))


# --- the week ---


def next_weekly(unit: Unit, setup: Setup) -> datetime:
    return next_weekday(unit.now, MONDAY, WEEKLY_AT, setup.zone)


async def weekly_due(unit: Unit, setup: Setup, person_id: int, at: datetime) -> None:
    """Monday, half past eight: a head's areas in a few lines. One that is a day old is not worth
    sending.
    """
    person = unit.directory.staff.get(person_id)
    stays = person is not None and leads(person)
    unit.timers.set("weekly", person_id, next_weekly(unit, setup) if stays else None)
    if person is not None and stays and person.digest != -1 and unit.now - at < STALE:
        await _weekly(unit, setup, person)


def leads(person: Person) -> bool:
    return person.has(Role.LEAD) or person.has(Role.ADMIN)


async def _weekly(unit: Unit, setup: Setup, person: Person) -> None:
    tops = [
        grant.area for grant in person.grants if grant.role in (Role.LEAD, Role.ADMIN)
    ]
    areas = unit.directory.below(tops)
    sums = sum((await unit.reports.figures(areas, unit.now - WEEK)).values(), Figures())
    late = await unit.cases.open_in(areas, SHOWN, unit.now)
    if not (sums.filed or sums.open):
        return
    language = known(person.language or setup.language)
    named = " · ".join(phrases.area(unit, top, language) for top in tops[:3])
    lines = [
        say(
            language,
            "weekly",
            area=named,
            filed=sums.filed,
            closed=sums.closed,
            open=sums.open,
            late=sums.late,
        )
    ]
    for case in late:
        due = phrases.deadline(language, case, unit.now, setup)
        name = await phrases.carer(unit, language, case)
        lines.append(
            say(language, "weekly-line", number=case.number, name=name, due=due)
        )
    buttons = tuple((Choice(case.number, f"c:{case.id}:open"),) for case in late)
    await notices.send(unit, setup, person, Safe("\n".join(lines)), choices=buttons)

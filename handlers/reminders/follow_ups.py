"""What is looked after beside deadlines: cases that fell asleep, and the four-week question."""

from __future__ import annotations

from datetime import datetime, timedelta

from domain.case import Act, Case, State
from domain.messages import Choice
from domain.people import Person
from handlers.casework import (
    deadlines,
    notices,
    phrases,
)
from handlers.casework.perform import Actor, perform
from handlers.dialog.setup import Setup
from handlers.texts.sentences import known, label, say
from storage.unit import Unit

DORMANT_DAYS = 20
"""Working days (facts/rules.md)."""

AT_ONCE = 50


async def dormant(unit: Unit, setup: Setup) -> None:
    """Asks the coordinator and the lead of every case that has been quiet for so long."""
    before = unit.now - timedelta(days=DORMANT_DAYS)
    for case in await unit.cases.quiet_since(before, AT_ONCE):
        if _asleep(unit, setup, case):
            await perform(
                unit,
                setup,
                Actor(None, "clock"),
                case,
                Act.REMIND,
            )


def _asleep(unit: Unit, setup: Setup, case: Case) -> bool:
    calendar = deadlines.service_hours(unit, setup, case.area)
    quiet = calendar.between(case.touched_at or case.filed_at, unit.now)
    return quiet >= calendar.day * DORMANT_DAYS


async def follow_up_due(
    unit: Unit,
    setup: Setup,
    case_id: int,
    at: datetime,
) -> None:
    """Four weeks after: is it still fixed? Asked once, of a filer who said yes to it."""
    unit.timers.set("follow_up", case_id, None)
    case = await unit.cases.get(case_id)
    filer = await unit.people.get(case.filer_id) if case else None
    if case is not None and filer is not None and case.state is State.CLOSED:
        await _ask(unit, setup, case, filer)


async def _ask(
    unit: Unit,
    setup: Setup,
    case: Case,
    filer: Person,
) -> None:
    language = known(filer.language or setup.language)
    buttons = (
        Choice(
            label(language, "button-still-fine"),
            f"c:{case.id}:still",
        ),
        Choice(
            label(language, "button-broken-again"),
            f"c:{case.id}:reopen",
        ),
    )
    title = phrases.title(language, case)
    what = phrases.cut(case.words, 60)
    text = say(
        language,
        "notice-follow-up",
        title=title,
        what=what,
    )
    await notices.send(
        unit,
        setup,
        filer,
        text,
        case,
        choices=(buttons,),
    )

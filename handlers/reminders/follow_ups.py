"""What is looked after beside deadlines: cases that fell asleep, and the four-week question."""

from __future__ import annotations

from datetime import datetime, timedelta

from domain.acts import Act
from domain.case import Case
from domain.late_news import ASKS_LATER, name
from domain.messages import Choice
from domain.people import Person
from domain.states import State
from handlers.casework import phrases
from handlers.casework.deadlines import (
    service_hours,
)
from handlers.casework.letters.sending import send
from handlers.casework.perform import perform
from handlers.dialog.clock import Skips, at_fault
from handlers.dialog.scene import Scene
from handlers.texts.sentences import label, say

DORMANT_DAYS = 20
"""Working days (facts/rules.md)."""

AT_ONCE = 50


async def dormant(scene: Scene, skips: Skips) -> None:
    """Asks the coordinator and the lead of every case that has been quiet for so long."""
    before = scene.unit.now - timedelta(days=DORMANT_DAYS)
    for case in await scene.unit.cases.quiet_since(before, AT_ONCE):
        if skips(case.id):
            continue
        with at_fault(case.id):
            if _asleep(scene, case):
                await perform(scene, case, Act.REMIND)


def _asleep(scene: Scene, case: Case) -> bool:
    calendar = service_hours(scene, case.area)
    quiet = calendar.between(
        case.touched_at or case.filed_at,
        scene.unit.now,
    )
    return quiet >= calendar.day * DORMANT_DAYS


async def follow_up_due(scene: Scene, case_id: int, at: datetime) -> None:
    """Four weeks after: is it still fixed? Asked once, of a filer who said yes to it."""
    scene.unit.timers.set("follow_up", case_id, None)
    case = await scene.unit.cases.get(case_id)
    filer = await scene.unit.people.get(case.filer_id) if case else None
    if case is not None and filer is not None and case.state is State.CLOSED:
        await _ask(scene, case, filer)


async def _ask(scene: Scene, case: Case, filer: Person) -> None:
    language = scene.language_of(filer)
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
    title = phrases.title(scene.setup, language, case)
    what = phrases.cut(case.words, 60)
    text = say(
        language,
        "notice-follow-up",
        title=title,
        what=what,
    )
    known = name(ASKS_LATER, case)
    await send(scene, filer, text, case, choices=(buttons,), replaces=known)

"""What was promised to whoever waits and did not come: they hear so, and what to expect now."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from domain.case import Case
from domain.late_news import LATE, NOT_TAKEN, name
from domain.messages import Choice
from domain.people import Person
from domain.promises import broken, promised, told_last
from domain.states import State
from handlers.casework import phrases
from handlers.casework.cards.card_edits import redraw
from handlers.casework.deadlines import expectation, policy_and_calendar
from handlers.casework.letters.dated import when
from handlers.casework.letters.sending import send
from handlers.dialog.scene import Scene
from handlers.texts.sentences import label, say


async def promise_due(scene: Scene, case_id: int, at: datetime) -> None:
    """Told once for each time that was promised: the new expectation is a promise too."""
    now, timers = scene.unit.now, scene.unit.timers
    case = await scene.unit.cases.get(case_id)
    promise = promised(case) if case is not None else None
    if case is None or promise is None:
        return timers.set("promise", case_id, None)
    if case.state is State.HELD:
        return timers.set("promise", case_id, case.due_at)
    if promise > now:
        return timers.set("promise", case_id, promise)
    until, calendar = expectation(scene, case), policy_and_calendar(scene, case)[1]
    timers.set("promise", case_id, until)
    told = told_last(case, at, scene.setup.zone, calendar)
    for person in await _waiting(scene, case):
        await _tell(scene, person, case, told, until)
    await redraw(scene, case)


async def not_taken(scene: Scene, case: Case, heads: Sequence[int]) -> None:
    """By when it would be taken has passed: whoever waits hears to whom it went up. Of a part they
    hear nothing, and where the answer is late as well, that says it all.
    """
    if promised(case) is None or broken(case, scene.unit.now):
        return
    staff = scene.unit.directory.staff
    others = [one for one in heads if one in staff and one != case.assignee_id]
    names = [staff[one].name for one in others]
    if not names:
        return
    for person in await _waiting(scene, case):
        language = scene.language_of(person)
        text = say(
            language,
            "notice-not-taken",
            title=phrases.title(scene.setup, language, case),
            heads=" · ".join(names),
            name=await phrases.carer(scene.unit, language, case),
        )
        rows = ((Choice(case.number, f"c:{case.id}:open"),),)
        key = name(NOT_TAKEN, case)
        await send(scene, person, text, case, choices=rows, replaces=key)


async def _waiting(scene: Scene, case: Case) -> list[Person]:
    unit = scene.unit
    followers = await unit.followers.of(case.id) if case.joined else []
    found = [await unit.people.get(one) for one in (case.filer_id, *followers)]
    return [person for person in found if person is not None]


async def _tell(
    scene: Scene, person: Person, case: Case, due: datetime, until: datetime
) -> None:
    language = scene.language_of(person)
    text = say(
        language,
        "notice-late",
        title=phrases.title(scene.setup, language, case),
        due=when(scene, person, case, due),
        until=when(scene, person, case, until),
        name=await phrases.carer(scene.unit, language, case),
    )
    add = Choice(label(language, "button-add"), f"c:{case.id}:add")
    rows = ((add, Choice(case.number, f"c:{case.id}:open")),)
    key = name(LATE, case)
    await send(scene, person, text, case, choices=rows, replaces=key)

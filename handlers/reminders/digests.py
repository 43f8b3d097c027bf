"""The morning's list of what somebody carries, and who gets one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from domain.case import Case
from domain.lateness import late as overdue
from domain.messages import Choice
from domain.people import Person
from domain.quiet import next_local
from handlers.casework import phrases
from handlers.casework.letters.notice_buttons import list_button
from handlers.casework.letters.sending import send
from handlers.dialog.clock import Skips, at_fault
from handlers.dialog.rows import abreast
from handlers.dialog.scene import Scene
from handlers.people.digest import hour_of, is_off, minute_of
from handlers.reminders import weekly
from handlers.texts.sentences import Safe, say

MOST_LISTED = 10
MOST_COUNTED = 500
NEXT_DAY = timedelta(hours=25)
"""The longest from one day's hour to the next one's: a night on which clocks go back."""

STALE = timedelta(hours=12)
"""A list as old as this is not worth waking anybody for."""


async def roster(scene: Scene, skips: Skips) -> None:
    """Whoever joined the staff since the last look gets a digest from tomorrow on.

    A head gets one each Monday too.
    """
    daily = await scene.unit.timers.subjects("digest", NEXT_DAY)
    mondays = await scene.unit.timers.subjects("weekly", weekly.NEXT_WEEK)
    for person in scene.unit.directory.staff.values():
        if skips(person.id):
            continue
        with at_fault(person.id):
            if person.id not in daily:
                scene.unit.timers.set("digest", person.id, _next(scene, person))
            if weekly.leads(person) and person.id not in mondays:
                monday = weekly.next_monday(scene)
                scene.unit.timers.set("weekly", person.id, monday)


def _next(scene: Scene, person: Person) -> datetime:
    minute = minute_of(hour_of(person))
    return next_local(scene.unit.now, minute, scene.setup.zone)


async def digest_due(scene: Scene, person_id: int, at: datetime) -> None:
    """What somebody carries, at half past eight or at an hour of their choice."""
    person = scene.unit.directory.staff.get(person_id)
    following = _next(scene, person) if person else None
    scene.unit.timers.set("digest", person_id, following)
    if person and not is_off(person) and scene.unit.now - at < STALE:
        await _send(scene, person)


async def _send(scene: Scene, person: Person) -> None:
    language = scene.language_of(person)
    cases = await scene.unit.cases.carried_by(person.id, MOST_COUNTED + 1)
    if not cases:
        return
    shown = cases[:MOST_LISTED]
    lines = [_title(scene, language, cases)]
    lines += [_line(scene, language, case) for case in shown]
    buttons = [Choice(case.number, f"c:{case.id}:open") for case in shown]
    rows = tuple(tuple(row) for row in abreast(buttons))
    if len(cases) > MOST_LISTED:
        rows = (*rows, (list_button(language),))
    # at an hour of their own choice, whatever their quiet hours
    asked_for = person.digest is not None
    text = Safe("\n".join(lines))
    await send(
        scene,
        person,
        text,
        choices=rows,
        urgent=asked_for,
    )


def _title(
    scene: Scene,
    language: str,
    cases: Sequence[Case],
) -> Safe:
    now = scene.unit.now
    late = [case for case in cases if overdue(case.state, case.due_at, now)]
    return say(
        language,
        "digest-title",
        count=_counted(cases),
        late=_counted(late),
    )


def _counted(cases: Sequence[Case]) -> str:
    more = "+" if len(cases) > MOST_COUNTED else ""
    return f"{min(len(cases), MOST_COUNTED)}{more}"


def _line(scene: Scene, language: str, case: Case) -> Safe:
    words = phrases.cut(case.words, 20)
    return say(
        language,
        "digest-line",
        mark=phrases.MARKS[case.urgency],
        number=case.number,
        due=phrases.deadline(
            language,
            case,
            scene.unit.now,
            scene.setup,
        ),
        what=words or phrases.category(scene.setup, language, case.category),
    )

"""The morning's list of what somebody carries, and who gets one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from domain.case import Case
from domain.messages import Choice
from domain.people import Person
from domain.quiet import next_local
from handlers.casework import notices, phrases
from handlers.dialog.setup import Setup
from handlers.people.digest import (
    NONE,
    USUAL,
    minute_of,
)
from handlers.reminders import weekly
from handlers.texts.sentences import Safe, known, say
from storage.unit import Unit

MOST_LISTED = 10
STALE = timedelta(hours=12)
"""A list as old as this is not worth waking anybody for."""


async def roster(unit: Unit, setup: Setup) -> None:
    """Whoever joined the staff since the last look gets a digest from tomorrow on.

    A head gets one each Monday too.
    """
    daily = await unit.timers.subjects("digest")
    mondays = await unit.timers.subjects("weekly")
    for person in unit.directory.staff.values():
        if person.id not in daily:
            unit.timers.set(
                "digest",
                person.id,
                _next(unit, setup, person),
            )
        if weekly.leads(person) and person.id not in mondays:
            unit.timers.set(
                "weekly",
                person.id,
                weekly.next_monday(unit, setup),
            )


def _next(unit: Unit, setup: Setup, person: Person) -> datetime:
    chosen = person.digest
    minute = minute_of(USUAL) if chosen is None or chosen == NONE else chosen
    return next_local(unit.now, minute, setup.zone)


async def digest_due(
    unit: Unit,
    setup: Setup,
    person_id: int,
    at: datetime,
) -> None:
    """What somebody carries, at half past eight or at an hour of their choice."""
    person = unit.directory.staff.get(person_id)
    following = _next(unit, setup, person) if person else None
    unit.timers.set("digest", person_id, following)
    if person is not None and person.digest != NONE and unit.now - at < STALE:
        await _send(unit, setup, person)


async def _send(unit: Unit, setup: Setup, person: Person) -> None:
    language = known(person.language or setup.language)
    cases = await unit.cases.carried_by(person.id, MOST_LISTED + 1)
    if not cases:
        return
    shown = cases[:MOST_LISTED]
    lines = [_title(unit, language, cases)]
    lines += [_line(unit, setup, language, case) for case in shown]
    buttons = [Choice(case.number, f"c:{case.id}:open") for case in shown]
    rows = tuple(tuple(buttons[i : i + 2]) for i in range(0, len(buttons), 2))
    # at an hour of their own choice, whatever their quiet hours
    asked_for = person.digest is not None
    text = Safe("\n".join(lines))
    await notices.send(
        unit,
        setup,
        person,
        text,
        choices=rows,
        urgent=asked_for,
    )


def _title(unit: Unit, language: str, cases: Sequence[Case]) -> Safe:
    late = sum(1 for case in cases if case.due_at and case.due_at <= unit.now)
    more = "+" if len(cases) > MOST_LISTED else ""
    count = f"{min(len(cases), MOST_LISTED)}{more}"
    return say(
        language,
        "digest-title",
        count=count,
        late=late,
    )


def _line(
    unit: Unit,
    setup: Setup,
    language: str,
    case: Case,
) -> Safe:
    words = phrases.cut(case.words, 20)
    return say(
        language,
        "digest-line",
        mark=phrases.MARKS[case.urgency],
        number=case.number,
        due=phrases.deadline(language, case, unit.now, setup),
        what=words or phrases.category(language, case.category),
    )

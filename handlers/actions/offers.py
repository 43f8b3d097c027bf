"""What can be chosen, as buttons: people, teams, days, categories, cases."""

from __future__ import annotations

from datetime import datetime, timedelta

from domain.case import Case
from domain.kinds import Supervision, Urgency
from domain.messages import Choice
from domain.people import Person
from domain.privacy import Privacy
from handlers.actions.typed import called, morning, teams_here
from handlers.casework import duplicates, phrases
from handlers.casework.carers.carers import candidates
from handlers.dialog.rows import abreast
from handlers.dialog.turn import Turn

Rows = list[list[Choice]]
DAYS = (1, 3, 7, 14)
MOST_PEOPLE = 12
MOST_CASES = 6
LONGEST_LABEL = 40


def _data(case: Case, name: str, value: str) -> str:
    return f"c:{case.id}:{name}:{value}"


def _pairs(buttons: list[Choice]) -> Rows:
    return abreast(buttons)


async def whom(turn: Turn, case: Case, name: str, value: str) -> Rows:
    """People, the nearest first, then the posts and offices that somebody holds."""
    directory = turn.unit.directory
    options = candidates(directory, case, case.assignee_id, most=MOST_PEOPLE)
    people = []
    for person, area in options:
        shown = person_label(turn, person, area)
        people.append([Choice(shown, _data(case, name, str(person.id)))])
    held = [
        Choice(label, _data(case, name, code)) for code, label in teams_here(turn, case)
    ]
    return [*people, *_pairs(held)]


async def alike(turn: Turn, case: Case, name: str, word: str) -> Rows:
    """Those who are called so, where they are several: each by their number."""
    options = candidates(turn.unit.directory, case, None)
    hits = {one.id for one in called(turn, case, word)}
    rows = [
        [Choice(person_label(turn, one, area), _data(case, name, str(one.id)))]
        for one, area in options
        if one.id in hits
    ]
    return rows if len(rows) > 1 else []


def person_label(turn: Turn, person: Person, area: str) -> str:
    """Who it is, where they work, and whether they are on leave; their number first where another
    has the same name.
    """
    directory = turn.unit.directory
    shown = f"{person.name} · {directory.areas[area].name}"
    names = [one.name for one in directory.staff.values()]
    shown = f"#{person.id} {shown}" if names.count(person.name) > 1 else shown
    shown = shown[:LONGEST_LABEL]
    if person.away(turn.unit.now):
        shown = turn.label("whom-on-leave", name=shown)
    return shown


async def teams(turn: Turn, case: Case, name: str, value: str) -> Rows:
    """Several at once: a press ticks or unticks one, the last row goes on."""
    ticked = [one for one in value.split("+") if one]
    buttons = []
    for code, label in teams_here(turn, case):
        others = [one for one in ticked if one != code]
        after = others if code in ticked else [*ticked, code]
        shown = f"✓ {label}" if code in ticked else label
        buttons.append(Choice(shown, _data(case, f"{name}?", "+".join(after))))
    rows = _pairs(buttons)
    if ticked:
        rows.append([turn.choice("button-go-on", _data(case, name, value))])
    return rows


async def day(turn: Turn, case: Case, name: str, value: str) -> Rows:
    """When to wake up: some days from now."""
    return _days(turn, case, name, turn.unit.now)


async def more_days(turn: Turn, case: Case, name: str, value: str) -> Rows:
    """Until when it should last: some days after it is due, or after today where that is past."""
    return _days(turn, case, name, max(case.resolve_due, turn.unit.now))


def _days(turn: Turn, case: Case, name: str, start: datetime) -> Rows:
    buttons = []
    for days in DAYS:
        at = morning(turn, case, start + timedelta(days=days))
        shown = phrases.when(turn.language, at, turn.unit.now, turn.setup)
        data = _data(case, name, at.isoformat())
        buttons.append(turn.choice("button-days", data, days=days, at=shown))
    return _pairs(buttons)


async def category(turn: Turn, case: Case, name: str, value: str) -> Rows:
    others = turn.setup.catalogue.of_kind(case.kind)
    return _pairs(
        [
            Choice(one.shown(turn.language), _data(case, name, one.code))
            for one in others
            if one.code != case.category
        ]
    )


async def urgency(turn: Turn, case: Case, name: str, value: str) -> Rows:
    options = [one for one in Urgency if one is not case.urgency]
    return [[turn.choice(f"urgency-{one}", _data(case, name, one))] for one in options]


async def privacy(turn: Turn, case: Case, name: str, value: str) -> Rows:
    options = [one for one in Privacy if one is not case.privacy]
    return [[turn.choice(f"privacy-{one}", _data(case, name, one))] for one in options]


async def supervision(turn: Turn, case: Case, name: str, value: str) -> Rows:
    options = [one for one in Supervision if one]
    return [
        [turn.choice(f"supervision-{one}", _data(case, name, one)) for one in options]
    ]


async def case(turn: Turn, case: Case, name: str, value: str) -> Rows:
    """The likely ones first; any other by its number after the command."""
    found = await duplicates.like(turn.unit, case)
    for case_id in case.linked:
        linked = await turn.unit.cases.get(case_id)
        found += [linked] if linked is not None else []
    options = {one.id: one for one in found if one.open}
    rows = []
    for one in list(options.values())[:MOST_CASES]:
        seen = phrases.seen(turn.unit, turn.person, one, turn.language, 20)
        rows.append([Choice(f"{one.number} {seen}", _data(case, name, str(one.id)))])
    return rows

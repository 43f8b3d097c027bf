"""Is anything forgotten? Read from the tables, not from what the people of the simulation
believe.
"""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime, timedelta

from sqlalchemy import select, text

from domain.acts import Act
from domain.case import Case
from domain.kinds import Urgency
from domain.states import State
from handlers.casework.deadlines import service_hours
from handlers.dialog.scene import Scene
from handlers.dialog.setup import Setup
from storage.cases.rows import case_of
from storage.database import Database
from storage.history import Line, line_of
from storage.tables.cases import IS_OPEN
from storage.tables.cases import cases as cases_table
from storage.tables.casework import history
from storage.tables.house import timers as timers_table
from storage.unit import Unit

ALIVE = "state NOT IN ('closed','rejected','withdrawn','merged')"
ONE_TICK = timedelta(seconds=5)


async def forgotten(database: Database, setup: Setup, now: datetime) -> list[str]:
    """A line for every case that is not at an end and has nobody, no time ahead, or a deadline
    that nobody heard of.
    """
    async with database.unit() as unit:
        rows = await unit.query(select(cases_table).where(text(ALIVE)))
        cases = [case_of(row) for row in rows]
        found = await unit.query(
            select(timers_table).where(timers_table.c.kind == "case")
        )
        timers = {row.subject: row.due_at for row in found}
        told = await _told(unit, [case.id for case in cases])
        wrong = []
        for case in cases:
            wrong += [
                f"{case.number} ({case.state}): {why}"
                for why in _wrong(unit, setup, case, timers, told, now)
            ]
        stray = timers.keys() - {case.id for case in cases}
        return wrong + [
            f"case {one} is at an end and has a timer" for one in sorted(stray)
        ]


def _wrong(
    unit: Unit,
    setup: Setup,
    case: Case,
    timers: dict[int, datetime],
    told: dict[int, list[Line]],
    now: datetime,
) -> list[str]:
    found = []
    if case.assignee_id is None or case.assignee_id not in unit.directory.staff:
        found.append("nobody is in charge")
    timer = timers.get(case.id)
    if timer is None:
        found.append("nothing comes next")
    elif timer < now - ONE_TICK:
        found.append(f"its time was {timer:%Y-%m-%d %H:%M}")
    if (
        case.open
        and case.state is not State.HELD
        and case.due_at is not None
        and case.due_at <= now
    ):
        found += _unheard(unit, setup, case, timer, told.get(case.id, []), now)
    return found


def _unheard(
    unit: Unit,
    setup: Setup,
    case: Case,
    timer: datetime | None,
    lines: list[Line],
    now: datetime,
) -> list[str]:
    """An overdue case must have gone up in this phase, to somebody; or wait for the next working
    minute to do so.
    """
    since = max(case.phase_at, case.started_at)
    if any(
        line.at >= since and line.changed.get("told", [[], []])[1] for line in lines
    ):
        return []
    opens = service_hours(Scene(unit, setup), case.area).opens(now)
    if (
        case.urgency is not Urgency.URGENT
        and opens > now
        and timer is not None
        and timer <= opens
    ):
        return []
    return [
        f"overdue since {case.due_at:%Y-%m-%d %H:%M} and nobody was told (alarms {case.alarms})"
    ]


async def _told(unit: Unit, ids: list[int]) -> dict[int, list[Line]]:
    found: dict[int, list[Line]] = {}
    for i in range(0, len(ids), 500):
        rows = select(history).where(
            history.c.case_id.in_(ids[i : i + 500]),
            history.c.act == Act.ESCALATE.value,
        )
        for row in await unit.query(rows):
            found.setdefault(row.case_id, []).append(line_of(row))
    return found


async def quarantined(database: Database) -> list[str]:
    async with database.unit() as unit:
        return [
            f"quarantined: {row.error}" for row in await unit.arrivals.quarantined()
        ]


def counts(peeking: sqlite3.Connection) -> tuple[int, int, int]:
    """(filed, at an end, not at an end), parts of cases left out."""
    alive = (
        f"SELECT count(*), coalesce(sum({ALIVE}), 0) FROM cases WHERE parent_id IS NULL"
    )
    filed, left = peeking.execute(alive).fetchone()
    return filed, filed - left, left


def alive(peeking: sqlite3.Connection) -> int:
    """How many cases are not at an end, parts included."""
    return int(
        peeking.execute(f"SELECT count(*) FROM cases WHERE {ALIVE}").fetchone()[0]
    )


def longest_quiet(peeking: sqlite3.Connection, now: datetime) -> tuple[int, str]:
    """(days, number) of the open case with which nothing has happened for longest."""
    rows = (
        f"SELECT touched_at, number FROM cases WHERE {IS_OPEN} AND state != 'held' "
        "ORDER BY touched_at LIMIT 1"
    )
    row = peeking.execute(rows).fetchone()
    return (
        ((now - datetime.fromtimestamp(row[0] / 1000, UTC)).days, row[1])
        if row
        else (0, "none")
    )

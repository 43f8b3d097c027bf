"""A row of figures per day, area, kind, category and office, so that old months stay cheap.

Every night the last 35 days are counted anew, and every older one with which something has happened
or may happen by itself. The row of day 0 is the night's own: {"night": the last day of all that is
counted, "line": the history up to which it is, "left": days still to do tonight}.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta, tzinfo
from typing import Any

import orjson
from sqlalchemy import Text, delete, func, select, text, type_coerce

from domain.tally import Tally
from storage import tables as t
from storage.figures.reports import DAY, Cell, Scope, counted, midnight, number_of
from storage.unit import Unit

RECENT = 35  # days that are counted from the cases themselves, and anew each night
AT_ONCE = 7  # days in one transaction: others want to write too
WAITS = timedelta(minutes=10)  # after midnight
OWN = Cell(0, "", "", "", "")

Found = dict[Cell, Tally]


def day_of(number: int) -> date:
    return date(number // 10_000, number // 100 % 100, number % 100)


# --- reading ---


async def between(
    unit: Unit,
    zone: tzinfo,
    first: date,
    last: date,
    scope: Scope,
    by: Sequence[str] = Cell._fields,
) -> Found:
    """The cases filed from the first to the last local day: older ones as of last night, the others
    as of now.

    `by` names what the cells are told apart by: the fewer, the faster.
    """
    today = unit.now.astimezone(zone).date()
    night = (await _state(unit)).get("night")
    live = min(today - DAY * RECENT, day_of(night) + DAY) if night else first
    found: Found = {}
    if first < live:
        found = await _kept(unit, first, min(last, live - DAY), scope, by)
    if last >= live:
        for cell, tally in (
            await counted(unit, zone, max(first, live), last, scope, by)
        ).items():
            found.setdefault(cell, Tally()).add(tally)
    return found


async def _kept(
    unit: Unit, first: date, last: date, scope: Scope, by: Sequence[str]
) -> Found:
    """Joined to one text per cell by the database: a year has a hundred thousand rows."""
    d = t.daily.c
    apart = [name for name in Cell._fields if name in by]
    joined = func.aggregate_strings(type_coerce(d.counts, Text), ",")
    rows = select(joined, *(d[name] for name in apart)).group_by(
        *(d[name] for name in apart)
    )
    rows = rows.where(
        d.day >= number_of(first), d.day <= number_of(last), scope.within(t.daily)
    )
    found: Found = {}
    for counts, *values in await unit.query(rows):
        tally = found.setdefault(
            OWN._replace(**dict(zip(apart, values, strict=True))), Tally()
        )
        for one in orjson.loads(f"[{counts or ''}]"):
            tally.add_plain(one)
    return found


async def _state(unit: Unit) -> dict[str, Any]:
    row = await unit.query(select(t.daily.c.counts).where(t.daily.c.day == OWN.day))
    return dict(row.scalar() or {})


# --- counting, at night ---


async def tonight(unit: Unit, zone: tzinfo) -> None:
    """Some more of what is to be counted tonight; nothing once all of it is. Nights that were
    missed come first.
    """
    now = unit.now.astimezone(zone)
    yesterday = now.date() - DAY
    if now - midnight(now.date(), zone) < WAITS:
        return
    state = await _state(unit)
    if state.get("night") == number_of(yesterday) and not state.get("left"):
        return
    if not state.get("left") or state["until"] != number_of(yesterday):
        state = await _night(unit, zone, yesterday, state)
    todo, left = state["left"][:AT_ONCE], state["left"][AT_ONCE:]
    for number in todo:
        await count_day(unit, zone, day_of(number))
    state["left"] = left
    if not left:
        state |= {"night": state["until"], "line": state["line_then"]}
    await _write(unit, {OWN: state})


async def _night(
    unit: Unit, zone: tzinfo, yesterday: date, state: dict[str, Any]
) -> dict[str, Any]:
    """What a night has to do, the oldest day first; where nothing was ever counted, all there
    is.
    """
    c, h = t.cases.c, t.history.c
    line = (await unit.query(select(func.max(h.id)))).scalar() or 0
    if state.get("night"):
        # with those that were recent in the last night
        first = day_of(state["night"]) - DAY * (RECENT - 2)
        touched = c.id.in_(select(h.case_id).where(h.id > state["line"]))
        older = await _days(unit, zone, touched) | await _days(
            unit, zone, text(t.IS_OPEN)
        )
    else:
        oldest = (await unit.query(select(func.min(c.filed_at)))).scalar()
        first, older = (oldest.astimezone(zone).date() if oldest else yesterday), set()
    days = {number_of(first + DAY * n) for n in range((yesterday - first).days + 1)}
    days |= {day for day in older if day <= number_of(yesterday)}
    return state | {
        "left": sorted(days),
        "until": number_of(yesterday),
        "line_then": line,
    }


async def _days(unit: Unit, zone: tzinfo, condition: Any) -> set[int]:
    """The local days on which such cases were filed."""
    filed = select(t.cases.c.filed_at).where(condition).distinct()
    return {
        number_of(at.astimezone(zone).date())
        for at in (await unit.query(filed)).scalars()
    }


async def count_day(unit: Unit, zone: tzinfo, day: date) -> None:
    """Puts the rows of one day in the place of those that it had."""
    found = await counted(unit, zone, day, day)
    await unit.query(delete(t.daily).where(t.daily.c.day == number_of(day)))
    await _write(unit, {cell: tally.plain() for cell, tally in found.items()})


async def _write(unit: Unit, rows: dict[Cell, dict[str, Any]]) -> None:
    made = [cell._asdict() | {"counts": counts} for cell, counts in rows.items()]
    await unit.write(unit.database.upsert(t.daily), made)


# --- adding up ---


def summed(tallies: Iterable[Tally]) -> Tally:
    total = Tally()
    for one in tallies:
        total.add(one)
    return total

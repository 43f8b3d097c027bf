"""Figures, counted from the cases themselves: one row per day of filing, area, kind, category
and unit.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from typing import Any, NamedTuple

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Select,
    Table,
    case,
    func,
    or_,
    select,
    text,
    true,
    type_coerce,
)

from domain.facts import TOLD_BY, UNTOLD, Facts, Story
from domain.states import State
from domain.tally import Tally
from storage import tables as t
from storage.columns import millis
from storage.unit import Unit

DAY = timedelta(days=1)
EMPTY = None


@dataclass(frozen=True, slots=True)
class Scope:
    """Which cases: those in `areas` or with one of `offices`, and of them those of this office,
    kind and category.
    """

    areas: frozenset[str]
    offices: frozenset[str] = frozenset()
    office: str = ""
    kind: str = ""
    category: str = ""

    def within(self, table: Table) -> ColumnElement[bool]:
        """The condition, for the cases and for the daily rows alike."""
        c = table.c
        named = (
            ("office", self.office),
            ("kind", self.kind),
            ("category", self.category),
        )
        found = or_(c.area.in_(self.areas), c.office.in_(self.offices))
        for column, value in named:
            found = found & (c[column] == value) if value else found
        return found


class Cell(NamedTuple):
    """Where a case counts: the local day of its filing, 20261121, and what it was. What nobody
    asked for is empty.
    """

    day: int
    area: str
    kind: str
    category: str
    office: str


@dataclass(frozen=True, slots=True)
class Figures:
    """Cases filed within a period; `open` and `late` are as of now, whenever filed. Parts of
    cases do not count.
    """

    filed: int = 0
    resolved: int = 0
    closed: int = 0
    open: int = 0
    late: int = 0

    def __add__(self, other: Figures) -> Figures:
        return Figures(
            *(getattr(self, name) + getattr(other, name) for name in Figures.__slots__)
        )


def _count(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)


async def figures(unit: Unit, areas: set[str], since: datetime) -> dict[str, Figures]:
    """By area code, for the cases in these areas, or with these offices, that were filed since
    then.
    """
    c, scope = t.cases.c, Scope(frozenset(areas), frozenset(areas))
    answered = c.state.in_([State.RESOLVED.value, State.CLOSED.value])
    filed = (
        select(
            c.area,
            func.count(),
            _count(answered),
            _count(c.state == State.CLOSED.value),
        )
        .where(scope.within(t.cases), c.filed_at >= since, c.parent_id.is_(None))
        .group_by(c.area)
    )
    found = {
        row[0]: Figures(*(int(value) for value in row[1:]))
        for row in await unit.query(filed)
    }
    for cell, (open_now, late) in (await standing(unit, scope)).items():
        found[cell.area] = found.get(cell.area, Figures()) + Figures(
            open=open_now, late=late
        )
    return found


async def standing(unit: Unit, scope: Scope) -> dict[Cell, tuple[int, int]]:
    """(open, late) as of now, whenever filed; the cells have no day."""
    c = t.cases.c
    what = (c.area, c.kind, c.category, c.office)
    rows = (
        select(*what, func.count(), _count(c.due_at < unit.now))
        .where(text(t.IS_OPEN), scope.within(t.cases), c.parent_id.is_(None))
        .group_by(*what)
    )
    return {
        Cell(0, *row[:4]): (int(row[4]), int(row[5])) for row in await unit.query(rows)
    }


# --- counting the cases themselves ---


def number_of(day: date) -> int:
    """20261121."""
    return day.year * 10_000 + day.month * 100 + day.day


def midnight(day: date, zone: tzinfo) -> datetime:
    """When this local day begins."""
    return datetime.combine(day, time(), zone)


async def counted(
    unit: Unit,
    zone: tzinfo,
    first: date,
    last: date,
    scope: Scope | None = None,
    by: Sequence[str] = Cell._fields,
) -> dict[Cell, Tally]:
    """The cases filed from the first to the last local day, as they stand now. No scope: all of
    them.

    `by` names what the cells are told apart by.
    """
    condition = scope.within(t.cases) if scope else true()
    c = t.cases.c
    condition &= (c.filed_at >= midnight(first, zone)) & (
        c.filed_at < midnight(last + DAY, zone)
    )
    condition &= c.parent_id.is_(None)
    days = [first + DAY * n for n in range((last - first).days + 1)]
    begins, numbers = (
        [millis(midnight(day, zone)) for day in days],
        [number_of(day) for day in days],
    )
    stories = await _stories(unit, condition)
    found: dict[tuple[Any, ...], Tally] = {}
    now = millis(unit.now)
    kept = [name in by for name in Cell._fields]
    for row in await unit.query(_facts(condition)):
        facts = Facts(*row[5:])
        day = numbers[bisect_right(begins, facts.filed_at) - 1]
        key = tuple(
            value if keep else EMPTY
            for keep, value in zip(kept, (day, *row[1:5]), strict=True)
        )
        tally = found.get(key) or found.setdefault(key, Tally())
        tally.count(facts, stories.get(row[0], UNTOLD), now)
    return {_cell(key): tally for key, tally in found.items()}


def _cell(key: tuple[Any, ...]) -> Cell:
    return Cell(key[0] or 0, *(value or "" for value in key[1:]))


def _facts(condition: ColumnElement[bool]) -> Select[Any]:
    """Plain numbers: a hundred thousand datetimes would take a second."""
    c = t.cases.c
    columns: Iterator[ColumnElement[Any]] = (
        type_coerce(c[name], BigInteger) if name.endswith(("_at", "_due")) else c[name]
        for name in Facts.__slots__
    )
    return select(c.id, c.area, c.kind, c.category, c.office, *columns).where(condition)


async def _stories(unit: Unit, condition: ColumnElement[bool]) -> dict[int, Story]:
    h = t.history.c
    lines = (
        select(h.case_id, h.act, h.actor_id, h.words)
        .join(t.cases, t.cases.c.id == h.case_id)
        .where(condition, h.act.in_(sorted(act.value for act in TOLD_BY)))
        .order_by(h.id)
    )
    found: dict[int, Story] = {}
    for case_id, act, actor_id, words in await unit.query(lines):
        story = found.get(case_id) or found.setdefault(case_id, Story())
        story.hear(act, actor_id, words)
    return found

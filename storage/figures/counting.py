"""Counts the cases themselves: what every rate is made of, by the cell in which a case counts."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, tzinfo
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Select,
    and_,
    select,
    true,
    type_coerce,
)

from domain.facts import TOLD_BY, UNTOLD, Facts, Story
from domain.tally import Tally
from storage.columns import millis
from storage.figures.scope import DAY, Cell, Scope, midnight, number_of
from storage.figures.turns import by_turns
from storage.session import Session
from storage.tables.cases import PASSED_ON, cases
from storage.tables.casework import history


@dataclass(frozen=True, slots=True)
class Days:
    """Local days from the first to the last."""

    first: date
    last: date
    zone: tzinfo

    @property
    def filed(self) -> ColumnElement[bool]:
        return self.within(cases.c.filed_at) & PASSED_ON

    def within(self, moment: Any) -> ColumnElement[bool]:
        """Whether this column's moment lies in them."""
        begins = midnight(self.first, self.zone)
        ends = midnight(self.last + DAY, self.zone)
        return and_(moment >= begins, moment < ends)

    def all(self) -> list[date]:
        count = (self.last - self.first).days + 1
        return [self.first + DAY * n for n in range(count)]


async def counted(
    session: Session,
    days: Days,
    scope: Scope | None = None,
    by: Sequence[str] = Cell._fields,
) -> dict[Cell, Tally]:
    """The cases filed on these days, as they stand now, without parts of others. No scope: all of
    them.

    `by` names what the cells are told apart by.
    """
    condition = scope.within(cases) if scope else true()
    condition &= days.filed & cases.c.parent_id.is_(None)
    begins = [millis(midnight(day, days.zone)) for day in days.all()]
    numbers = [number_of(day) for day in days.all()]
    stories = await _stories(session, condition)
    found: dict[tuple[Any, ...], Tally] = {}
    now, kept = millis(session.now), [name in by for name in Cell._fields]
    async for row in by_turns(await session.query(_facts(condition))):
        facts = Facts(*row[5:])
        day = numbers[bisect_right(begins, facts.filed_at) - 1]
        where = zip(kept, (day, *row[1:5]), strict=True)
        key = tuple(value if keep else None for keep, value in where)
        tally = found.get(key) or found.setdefault(key, Tally())
        tally.count(facts, stories.get(row[0], UNTOLD), now)
    return {_cell(key): tally for key, tally in found.items()}


def _cell(key: tuple[Any, ...]) -> Cell:
    return Cell(key[0] or 0, *(value or "" for value in key[1:]))


def _facts(condition: ColumnElement[bool]) -> Select[Any]:
    """Plain numbers: a hundred thousand datetimes would take a second."""
    c = cases.c
    columns: Iterator[ColumnElement[Any]] = (
        type_coerce(c[name], BigInteger) if name.endswith(("_at", "_due")) else c[name]
        for name in Facts.__slots__
    )
    return select(c.id, c.area, c.kind, c.category, c.office, *columns).where(condition)


async def _stories(
    session: Session, condition: ColumnElement[bool]
) -> dict[int, Story]:
    h = history.c
    lines = (
        select(
            h.case_id,
            h.act,
            h.actor_id,
            h.words,
        )
        .join(cases, cases.c.id == h.case_id)
        .where(condition, h.act.in_(sorted(act.value for act in TOLD_BY)))
        .order_by(h.id)
    )
    found: dict[int, Story] = {}
    async for case_id, act, actor_id, words in by_turns(await session.query(lines)):
        story = found.get(case_id) or found.setdefault(case_id, Story())
        story.hear(act, actor_id, words)
    return found

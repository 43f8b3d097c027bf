"""What figures are of: which cases, which days, and where a case counts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from typing import NamedTuple

from sqlalchemy import ColumnElement, Table, literal_column, or_

DAY = timedelta(days=1)


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
        return self._narrowed(
            table,
            or_(c.area.in_(self.areas), c.office.in_(self.offices)),
        )

    def parts(self, table: Table) -> Iterator[ColumnElement[bool]]:
        """The same cases in two parts, as each has an index: by area, and by office elsewhere."""
        c = table.c
        yield self._narrowed(table, c.area.in_(self.areas))
        if self.offices:
            elsewhere = c.area.not_in(self.areas) & (c.office != literal_column("''"))
            yield self._narrowed(table, c.office.in_(self.offices) & elsewhere)

    def _narrowed(
        self, table: Table, found: ColumnElement[bool]
    ) -> ColumnElement[bool]:
        named = (
            ("office", self.office),
            ("kind", self.kind),
            ("category", self.category),
        )
        for column, value in named:
            found = found & (table.c[column] == value) if value else found
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


def number_of(day: date) -> int:
    """20261121."""
    return day.year * 10_000 + day.month * 100 + day.day


def day_of(number: int) -> date:
    """The day of such a number."""
    return date(number // 10_000, number // 100 % 100, number % 100)


def midnight(day: date, zone: tzinfo) -> datetime:
    """When this local day begins."""
    return datetime.combine(day, time(), zone)

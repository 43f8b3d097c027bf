"""Kept figures cell by cell, as the database joins them, and summed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, Text, func, select, type_coerce

from domain.tally import Tally
from storage.figures.scope import Cell, Scope
from storage.tables.figures import daily


def columns_of(by: Sequence[str]) -> list[str]:
    return [name for name in Cell._fields if name in by]


def kept(
    days: ColumnElement[bool],
    scope: Scope,
    by: Sequence[str],
) -> Select[Any]:
    """Joined to one text per cell by the database: a year has a hundred thousand rows."""
    d = daily.c
    apart = [d[name] for name in columns_of(by)]
    joined = func.aggregate_strings(type_coerce(d.counts, Text), ",")
    rows = select(joined, *apart).group_by(*apart)
    return rows.where(days, scope.within(daily))


def summed(tallies: Iterable[Tally]) -> Tally:
    total = Tally()
    for one in tallies:
        total.add(one)
    return total

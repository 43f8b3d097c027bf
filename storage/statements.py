"""The statements with which rows are written, each made once; some differ by dialect."""

from __future__ import annotations

from functools import cache

import sqlalchemy
from sqlalchemy import Insert, Table
from sqlalchemy.dialects import postgresql, sqlite


@cache
def insert(table: Table) -> Insert:
    """All rows have to be new."""
    return sqlalchemy.insert(table)


@cache
def upsert(table: Table, dialect: str) -> Insert:
    """INSERT … ON CONFLICT on the primary key: the newer row wins."""
    made = _insert(table, dialect)
    keys = [column.name for column in table.primary_key]
    rest = {
        column.name: made.excluded[column.name]
        for column in table.c
        if column.name not in keys
    }
    if not rest:
        return made.on_conflict_do_nothing()
    return made.on_conflict_do_update(index_elements=keys, set_=rest)


@cache
def insert_or_ignore(table: Table, dialect: str) -> Insert:
    """INSERT … ON CONFLICT: the row that is there stays."""
    return _insert(table, dialect).on_conflict_do_nothing()


def _insert(table: Table, dialect: str) -> postgresql.Insert | sqlite.Insert:
    if dialect == "postgresql":
        return postgresql.insert(table)
    return sqlite.insert(table)

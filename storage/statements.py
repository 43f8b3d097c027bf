"""The statements with which rows are written, each made once; some differ by dialect. And the
conditions of those that are made once and asked with other values each time: one that is made at
each call costs more than its answer (docs/adr/0052).
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import Any

import sqlalchemy
from sqlalchemy import ColumnElement, Insert, Table, and_, bindparam
from sqlalchemy.dialects.sqlite import Insert as Upsert

from domain.messages import Address


def same(*columns: ColumnElement[Any]) -> ColumnElement[bool]:
    """Each column is what the parameter of its name says; that is never None."""
    return and_(*(column == bindparam(column.key) for column in columns))


def among(column: ColumnElement[Any]) -> ColumnElement[bool]:
    """The column is one of what the parameter of its name lists."""
    return column.in_(bindparam(column.key, expanding=True))


def of_chat(chat: Address) -> dict[str, str]:
    """The parameters of `same(channel, chat)`."""
    return {"channel": chat.channel, "chat": chat.chat}


@cache
def insert(table: Table) -> Insert:
    """All rows have to be new."""
    return sqlalchemy.insert(table)


@cache
def upsert(table: Table, dialect: str) -> Insert:
    """INSERT … ON CONFLICT on the primary key: the newer row wins."""
    made = _insert(table, dialect)
    keys, rest = _parts(table, made)
    if not rest:
        return made.on_conflict_do_nothing()
    return made.on_conflict_do_update(index_elements=keys, set_=rest)


@cache
def upsert_least(table: Table, column: str, dialect: str) -> Insert:
    """INSERT … ON CONFLICT on the primary key: the row with less in this column wins."""
    made = _insert(table, dialect)
    keys, rest = _parts(table, made)
    more = table.c[column] > made.excluded[column]
    return made.on_conflict_do_update(index_elements=keys, set_=rest, where=more)


@cache
def insert_or_ignore(table: Table, dialect: str) -> Insert:
    """INSERT … ON CONFLICT: the row that is there stays."""
    return _insert(table, dialect).on_conflict_do_nothing()


def _parts(table: Table, made: Upsert) -> tuple[list[str], dict[str, Any]]:
    """The names of the key's columns, and what the others become."""
    keys = [column.name for column in table.primary_key]
    others = [column.name for column in table.c if column.name not in keys]
    return keys, {name: made.excluded[name] for name in others}


def _insert(table: Table, dialect: str) -> Upsert:
    """Both dialects have the same; of PostgreSQL nothing is imported before it is used."""
    made: Upsert = import_module(f"sqlalchemy.dialects.{dialect}").insert(table)
    return made

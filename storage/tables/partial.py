"""Indexes of some of the rows. PostgreSQL's dialect is not loaded to say so of a house on SQLite: 2
MB.
"""

from __future__ import annotations

from sqlalchemy import ColumnElement, Index, TextClause

_PARTIAL: list[Index] = []


def partial(
    name: str,
    *columns: str | ColumnElement[object],
    where: TextClause | ColumnElement[bool],
    unique: bool = False,
) -> Index:
    """Over the rows of which `where` is true."""
    made = Index(name, *columns, unique=unique, sqlite_where=where)
    _PARTIAL.append(made)
    return made


def on_postgresql() -> None:
    """It is the same there: to be said before anything asks for its indexes."""
    for index in _PARTIAL:
        where = index.dialect_options["sqlite"]["where"]
        index.dialect_options["postgresql"]["where"] = where

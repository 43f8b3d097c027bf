"""A person as a row."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Update, bindparam, update

from domain.people import Person
from storage.tables.people import people

FIELDS = (
    "name",
    "language",
    "quiet",
    "muted",
    "last_area",
    "last_filed_at",
    "seen_at",
    "away_from",
    "away_until",
    "stand_in",
    "digest",
)

FORGOTTEN: dict[str, Any] = {
    "name": "",
    "language": "",
    "quiet": None,
    "last_area": "",
    "last_filed_at": None,
    "seen_at": None,
    "away_from": None,
    "away_until": None,
    "stand_in": None,
    "digest": None,
}
"""Who has left has these values."""


def row_of(person: Person) -> dict[str, Any]:
    return {"id": person.id} | {name: getattr(person, name) for name in FIELDS}


def changed(row: dict[str, Any]) -> dict[str, Any]:
    """The parameters of UPDATE."""
    return {f"new_{name}": value for name, value in row.items()}


def _update() -> Update:
    values: dict[str, Any] = {name: bindparam(f"new_{name}") for name in FIELDS}
    same = people.c.id == bindparam("new_id")
    return update(people).where(same).values(values)


UPDATE = _update()

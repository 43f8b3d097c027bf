"""What is an index of some rows in SQLite is one of the same rows in PostgreSQL."""

from __future__ import annotations

from sqlalchemy.dialects import registry
from sqlalchemy.schema import CreateIndex

from storage.tables.metadata import metadata
from storage.tables.partial import on_postgresql


def made(dialect: str) -> list[str]:
    known = registry.load(dialect)()
    indexes = [index for table in metadata.sorted_tables for index in table.indexes]
    made = [str(CreateIndex(index).compile(dialect=known)) for index in indexes]
    return sorted(made)


def test_an_index_is_of_the_same_rows_in_both_dialects() -> None:
    on_postgresql()
    assert made("sqlite") == made("postgresql")
    assert any(" WHERE " in one for one in made("postgresql"))

"""Encrypts again, in pieces that are each a transaction: whoever is killed between two begins
anew and passes over what is done, for each value says with which key it was encrypted.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from typing import Any

from sqlalchemy import Column, String, bindparam, select, type_coerce, update

from storage.asynchronous import AsyncEngine
from storage.encryption.keyring import Keyring, Undecipherable
from storage.encryption.types import EncryptedType
from storage.tables.metadata import metadata

PIECE = 1000  # rows of one transaction


def encrypted_columns() -> Iterator[Column[Any]]:
    """Read off the tables, so that a new column needs to be named nowhere else. Each table has an
    `id`.
    """
    for table in metadata.sorted_tables:
        for column in table.c:
            if isinstance(column.type, EncryptedType):
                yield column


async def encrypt_again(
    engine: AsyncEngine, ring: Keyring, told: Callable[[str, int], None] | None = None
) -> None:
    """All values that the first key did not encrypt; `told` hears of each column how many."""
    for column in encrypted_columns():
        changed = 0
        async for piece in _pieces(engine, column):
            changed += await _write(engine, column, _renewed(ring, column, piece))
        if told is not None:
            told(_name(column), changed)


async def _pieces(
    engine: AsyncEngine, column: Column[Any]
) -> AsyncIterator[list[tuple[int, str]]]:
    number, last = column.table.c.id, 0
    stored = type_coerce(column, String)
    rows = select(number, stored).where(stored.is_not(None), stored != "")
    rows = rows.order_by(number).limit(PIECE)
    while True:
        async with engine.connect() as connection:
            found = await connection.execute(rows.where(number > last))
            piece = [(row[0], row[1]) for row in found]
        if not piece:
            return
        yield piece
        last = piece[-1][0]


def _renewed(
    ring: Keyring, column: Column[Any], piece: list[tuple[int, str]]
) -> list[dict[str, Any]]:
    name = _name(column)
    return [
        {
            "of": number,
            "was": stored,
            "new": ring.encrypt(_readable(ring, stored, name), name),
        }
        for number, stored in piece
        if not ring.is_newest(stored, name)
    ]


def _readable(ring: Keyring, stored: str, name: str) -> str:
    """What no key can decrypt was never encrypted, such as a name of before that begins with our
    mark.
    """
    try:
        return ring.decrypt(stored, name)
    except Undecipherable:
        return stored


async def _write(
    engine: AsyncEngine, column: Column[Any], rows: list[dict[str, Any]]
) -> int:
    if rows:
        table = column.table
        new, was = bindparam("new", type_=String), bindparam("was", type_=String)
        change = update(table).where(table.c.id == bindparam("of"))
        # whoever wrote meanwhile has encrypted it
        change = change.where(type_coerce(column, String) == was)
        async with engine.begin() as connection:
            await connection.execute(change.values({column.name: new}), rows)
    return len(rows)


def _name(column: Column[Any]) -> str:
    return f"{column.table.name}.{column.name}"

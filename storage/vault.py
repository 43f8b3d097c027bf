"""A database and its keys: which it needs is written in it, so that a wrong key is told before
anything is changed.
"""

from __future__ import annotations

from sqlalchemy import (
    Connection,
    String,
    delete,
    insert,
    inspect,
    select,
    type_coerce,
    update,
)

from storage.asynchronous import AsyncEngine
from storage.encryption.keyring import Keyring
from storage.encryption.source import KeySource
from storage.encryption.types import give_keys
from storage.tables.house import encryption_keys
from storage.tables.people import people

KNOWN = select(encryption_keys.c.id, encryption_keys.c.plain)


class Vault:
    """Without a source, values stay as they are: for tests, benches and tables of before."""

    def __init__(self, source: KeySource | None) -> None:
        self.ring = Keyring()
        self._source = source

    def give_to(self, *engines: AsyncEngine) -> None:
        for engine in engines if self._source is not None else ():
            give_keys(engine, self.ring)

    def unlock(self, connection: Connection) -> None:
        """Fills the ring with what this database needs. Raises KeysMissing; writes nothing to
        the database.
        """
        if self._source is not None:
            self.ring.fill(self._source.keys(_needed(connection)))

    def check(self, connection: Connection) -> None:
        """As `unlock`, but makes no key where none is needed yet."""
        needed = _needed(connection) if self._source is not None else ()
        if self._source is not None and needed:
            self.ring.fill(self._source.keys(needed))

    def spoilt_names(self, connection: Connection) -> int:
        """How many names none of our keys can read: they are shown as if nobody knew them."""
        names = connection.execute(select(type_coerce(people.c.name, String)))
        return sum(
            not self.ring.proven(name, "people.name") for name in names.scalars()
        )

    def register(self, connection: Connection) -> bool:
        """Writes down that the first key is used from now on. Returns whether there may be rows
        that no key has encrypted yet.
        """
        if self._source is None:
            return False
        known = {row.id: row.plain for row in connection.execute(KNOWN)}
        if self.ring.first not in known:
            fresh = {"id": self.ring.first, "plain": not known}
            connection.execute(insert(encryption_keys), fresh)
        return any(known.values()) or not known


def nothing_plain(connection: Connection) -> None:
    """Every row is encrypted, with whatever key."""
    connection.execute(update(encryption_keys).values(plain=False))


def only(connection: Connection, first: str) -> None:
    """Every row is encrypted with this key: no other is needed."""
    others = encryption_keys.c.id != first
    connection.execute(delete(encryption_keys).where(others))
    nothing_plain(connection)


def _needed(connection: Connection) -> tuple[str, ...]:
    if not inspect(connection).has_table(encryption_keys.name):
        return ()
    return tuple(connection.execute(KNOWN).scalars())

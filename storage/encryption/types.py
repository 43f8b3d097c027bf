"""The column types whose values are encrypted, and which keys an engine has."""

from __future__ import annotations

from typing import Any, TypeVar
from weakref import WeakKeyDictionary

import orjson
import structlog
from sqlalchemy import Dialect, String, Text, TypeDecorator

from storage import plain_json
from storage.asynchronous import AsyncEngine
from storage.encryption.keyring import Keyring, Undecipherable

T = TypeVar("T")
log = structlog.get_logger()
PLAIN = Keyring()
_RINGS: WeakKeyDictionary[Dialect, Keyring] = WeakKeyDictionary()
"""By the dialect that each engine has for itself: a type is told nothing else at work."""


def give_keys(engine: AsyncEngine, ring: Keyring) -> None:
    """From now on this engine reads and writes with these keys."""
    _RINGS[engine.dialect] = ring


def keys_of(dialect: Dialect) -> Keyring:
    return _RINGS.get(dialect, PLAIN)


class EncryptedType(TypeDecorator[T]):
    """`column` is 'table.column': a value is good there only."""

    impl = String
    cache_ok = True

    def __init__(self, column: str) -> None:
        super().__init__()
        self.column = column

    def readable(self, value: str, dialect: Dialect) -> str | None:
        """None where somebody spoilt the value: that is said once a column, and stands in the way
        of nothing that is read with it.
        """
        ring = keys_of(dialect)
        try:
            return ring.remembered(value, self.column)
        except Undecipherable:
            if ring.met_first(self.column):
                log.error("encryption.unreadable", column=self.column)
            return None


class Encrypted(EncryptedType[str]):
    """A short text, such as a name; '' where it cannot be read."""

    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        if value is None:
            return None
        return keys_of(dialect).encrypt(value, self.column)

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:
        if value is None:
            return None
        return self.readable(value, dialect) or ""


class EncryptedText(Encrypted):
    """A longer text."""

    impl = Text
    cache_ok = True


class EncryptedJson(EncryptedType[Any]):
    """A JSON value; {} where it cannot be read."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        if value is None:
            return None
        return keys_of(dialect).encrypt(self.text_of(value), self.column)

    def text_of(self, value: Any) -> str:
        return orjson.dumps(value).decode()

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        if value is None:
            return None
        return orjson.loads(self.readable(value, dialect) or "{}")


class EncryptedPlainJson(EncryptedJson):
    """JSON in ASCII only, so that whatever broke a handler (half an emoji, a NUL) can still be
    kept, and read again by whoever looks: as it lies there, where the key is not here.
    """

    cache_ok = True

    def text_of(self, value: Any) -> str:
        return plain_json.written(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        if value is None:
            return None
        try:
            return plain_json.read(keys_of(dialect).decrypt(value, self.column))
        except Undecipherable:
            return value

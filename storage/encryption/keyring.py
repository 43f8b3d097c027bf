"""The keys of one database: the first one encrypts, each of them decrypts what it encrypted.

A value is `~` and, in base64, the key's id (4 bytes), a random nonce (12) and AES-256-GCM's text
and tag; the column's name goes into the tag, so that no value can be put into another column.
"""

from __future__ import annotations

import binascii
import hashlib
import os
from collections.abc import Sequence
from functools import lru_cache
from importlib import import_module

KEY_BYTES = 32
ID, NONCE = 4, 12
MARK = "~"
REMEMBERED = 4096  # short values, such as the names of those who carry cases


class Undecipherable(ValueError):
    """A value was encrypted with a key that is not here, or was changed by somebody."""


def key_id(key: bytes) -> str:
    """How a key is named without telling it: 8 hexadecimal figures."""
    return hashlib.sha256(b"gridbee key " + key).digest()[:ID].hex()


class Keyring:
    """Without any key it leaves values as they are. `first` is the id of the key that encrypts,
    '' where there is none.
    """

    def __init__(self, keys: Sequence[bytes] = ()) -> None:
        self._met: set[str] = set()
        self.fill(keys)

    def fill(self, keys: Sequence[bytes]) -> None:
        """These keys and no others from now on, each of 32 bytes."""
        # a house without keys needs no cipher: 7 MB
        made = import_module("storage.encryption.cipher").Cipher if keys else None
        self._ciphers = {key_id(key): made(key) for key in keys} if made else {}
        self.first = next(iter(self._ciphers), "")
        self._newest = self._ciphers.get(self.first)
        self._head = bytes.fromhex(self.first)
        self.remembered = lru_cache(REMEMBERED)(self.decrypt)

    @property
    def ids(self) -> frozenset[str]:
        return frozenset(self._ciphers)

    def encrypt(self, value: str, column: str) -> str:
        """The value as it may lie in this column; '' says nothing and stays."""
        cipher = self._newest
        if cipher is None or not value:
            return value
        nonce = os.urandom(NONCE)
        hidden = cipher.encrypt(nonce, value.encode(), column.encode())
        return MARK + _text(self._head + nonce + hidden)

    def decrypt(self, stored: str, column: str) -> str:
        """What was encrypted into this column; what bears no mark is read as it stands. Raises
        Undecipherable.
        """
        if not stored.startswith(MARK):
            return stored
        try:
            return self._decrypted(_data(stored), column)
        except (binascii.Error, ValueError, KeyError) as error:
            why = f"a value of {column} cannot be decrypted ({type(error).__name__})"
            raise Undecipherable(why) from None

    def _decrypted(self, data: bytes, column: str) -> str:
        cipher = self._ciphers[data[:ID].hex()]
        nonce, hidden = data[ID : ID + NONCE], data[ID + NONCE :]
        text: bytes = cipher.decrypt(nonce, hidden, column.encode())
        return text.decode()

    def met_first(self, column: str) -> bool:
        """Whether this is the first spoilt value of this column: one word of it is enough."""
        met = column in self._met
        self._met.add(column)
        return not met

    def is_newest(self, stored: str, column: str) -> bool:
        """Whether this was encrypted with the first key: its id is read, and the tag proven."""
        try:
            newest = _data(stored)[:ID] == self._head
        except ValueError:
            return False
        return newest and self.proven(stored, column)

    def proven(self, stored: str, column: str) -> bool:
        """Whether it can be decrypted, or was never encrypted."""
        try:
            self.decrypt(stored, column)
        except Undecipherable:
            return False
        return True


def _text(data: bytes) -> str:
    return binascii.b2a_base64(data, newline=False).decode()


def _data(stored: str) -> bytes:
    return binascii.a2b_base64(stored.removeprefix(MARK), strict_mode=True)

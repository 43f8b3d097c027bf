"""Where the keys come from: the configuration, and a file in the data folder that is made where
nobody gave any.
"""

from __future__ import annotations

import base64
import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from storage.durable import written
from storage.encryption.keyring import KEY_BYTES, key_id

HEAD = (
    "# The keys of the names and letters in Gridbee's database; the first one encrypts.\n"
    "# Without them a backup of the database cannot be read: keep a copy apart from it.\n"
)


class KeysMissing(Exception):
    """The database needs a key that is not here; the text says which, and what to do."""


def key_from(text: str) -> bytes:
    """A key of 32 bytes, written in base64. Raises ValueError."""
    try:
        key = base64.b64decode(text.strip(), validate=True)
    except ValueError:  # no base64, or not even ASCII
        key = b""
    if len(key) != KEY_BYTES:
        raise ValueError(
            "a key is 32 random bytes in base64: openssl rand -base64 32 makes one"
        )
    return key


def keys_in(text: str) -> tuple[bytes, ...]:
    """A key a line; lines with # are for people. Raises ValueError."""
    lines = (line.strip() for line in text.splitlines())
    return tuple(key_from(line) for line in lines if line and not line.startswith("#"))


@dataclass(frozen=True, slots=True)
class KeySource:
    """`given` are the configuration's keys and come first; `file` is the one in the data folder."""

    given: tuple[bytes, ...] = ()
    file: Path | None = None

    def keys(self, needed: Iterable[str]) -> tuple[bytes, ...]:
        """The keys for a database that needs those with these ids. Where it needs none and none
        is given, one is made and written down. Raises KeysMissing.
        """
        found = self.found()
        wanting = set(needed) - {key_id(key) for key in found}
        if wanting:
            raise KeysMissing(self._advice(sorted(wanting)))
        return found or (self.add(),)

    def found(self) -> tuple[bytes, ...]:
        """All that there are. Raises KeysMissing where the file is damaged."""
        return tuple(dict.fromkeys((*self.given, *self._in_file())))

    def _in_file(self) -> tuple[bytes, ...]:
        if self.file is None or not self.file.exists():
            return ()
        try:
            return keys_in(self.file.read_text(encoding="utf-8-sig"))
        except ValueError as error:
            raise KeysMissing(f"{self.file} is damaged: {error}") from None

    def _advice(self, wanting: Sequence[str]) -> str:
        places = [str(self.file)] if self.file else []
        where = " nor in ".join(["[encryption] keys", *places])
        return (
            f"names in this database are encrypted with key {', '.join(wanting)}, which is not in"
            f" {where}; put it back from your backup. Nothing was changed"
        )

    def add(self) -> bytes:
        """Makes a key and writes it down before all others, for the owner alone to read, whole or
        not at all.
        """
        if self.file is None:
            raise KeysMissing("there is no key: set [encryption] keys")
        made = secrets.token_bytes(KEY_BYTES)
        lines = (base64.b64encode(key).decode() for key in (made, *self._in_file()))
        self.file.parent.mkdir(parents=True, exist_ok=True)
        written(self.file, (HEAD + "\n".join(lines) + "\n").encode())
        return made

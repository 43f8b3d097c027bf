"""Files that could not be cleaned yet by our own fault: kept as they came, shown to nobody, until
the fetching loop has cleaned them.
"""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from storage.durable import written

PREFIX = "uncleaned:"
"""Of the reference of a media row whose bytes lie here."""


class Uncleaned:
    """A folder of files that are named by chance: each belongs to one media row."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, data: bytes) -> str:
        """Returns the reference; when this returns the bytes survive a power cut."""
        self._folder.mkdir(parents=True, exist_ok=True)
        name = secrets.token_hex(16)
        written(self._folder / name, data)
        return PREFIX + name

    def holds(self, ref: str) -> bool:
        """Whether a reference is one of these."""
        return ref.startswith(PREFIX)

    def get(self, ref: str) -> bytes:
        """Raises FileNotFoundError where nothing is kept under this reference."""
        return self._path(ref).read_bytes()

    def drop(self, ref: str) -> None:
        self._path(ref).unlink(missing_ok=True)

    def _path(self, ref: str) -> Path:
        return self._folder / os.path.basename(ref.removeprefix(PREFIX))

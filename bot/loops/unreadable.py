"""The last resort: what can be neither handled nor kept in the database is appended to a file, one
line of JSON each, and is on the disk when `keep` returns.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.folder import UNREADABLE
from storage.durable import PRIVATE, sync_folder
from storage.plain_json import as_text


@dataclass(frozen=True, slots=True)
class Line:
    """`raw` is the text that was received, or the JSON of what was read of it. `at` is ISO 8601,
    UTC.
    """

    at: str
    channel: str
    external_id: str
    why: str
    raw: str


class Unreadable:
    def __init__(self, data: Path) -> None:
        """`data` is the data folder."""
        self._path = data / UNREADABLE

    def keep(
        self, at: datetime, channel: str, external_id: str, why: str, raw: Any
    ) -> None:
        """Raises OSError where not even this can be written."""
        line = {
            "at": at.isoformat(timespec="seconds"),
            "channel": channel,
            "id": external_id,
            "why": why,
            "raw": as_text(raw),
        }
        new = not self._path.exists()
        file = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_APPEND, PRIVATE)
        try:
            _append(file, json.dumps(line).encode("ascii"))
        finally:
            os.close(file)
        if new:
            sync_folder(self._path.parent)

    def lines(self) -> list[Line]:
        """What was kept, the oldest first; what a power cut left half written is left out."""
        if not self._path.exists():
            return []
        with self._path.open(encoding="ascii", errors="replace") as file:
            return [line for text in file if (line := _read(text)) is not None]

    def count(self) -> int:
        return len(self.lines())


def _append(file: int, line: bytes) -> None:
    """Begins a new line, also where the last one was cut off."""
    size = os.fstat(file).st_size
    torn = size > 0 and os.pread(file, 1, size - 1) != b"\n"
    todo = memoryview((b"\n" if torn else b"") + line + b"\n")
    while todo:
        todo = todo[os.write(file, todo) :]
    os.fsync(file)


def _read(text: str) -> Line | None:
    try:
        row = json.loads(text)
        return Line(row["at"], row["channel"], row["id"], row["why"], row["raw"])
    except (ValueError, KeyError, TypeError):
        return None

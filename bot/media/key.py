"""The house's own key for what it signs: made at the first start, readable by nobody else."""

from __future__ import annotations

import secrets
from pathlib import Path

from storage.durable import written

BYTES = 32
NAME = "house.key"


def house_key(files: Path) -> bytes:
    """Lies beside the files, as a house that takes over needs both. Without it, what was signed
    before counts no more.
    """
    path = files / NAME
    try:
        key = path.read_bytes()
    except FileNotFoundError:
        return _made(path)
    return key if len(key) == BYTES else _made(path)


def _made(path: Path) -> bytes:
    key = secrets.token_bytes(BYTES)
    path.parent.mkdir(parents=True, exist_ok=True)
    written(path, key)
    return key

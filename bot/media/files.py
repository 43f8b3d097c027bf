"""Stored bytes by content: files named by their SHA-256, written and synced before anybody names
them.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from storage.durable import written


class Files:
    """A folder of content-addressed files, two levels deep."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def path(self, sha: str) -> Path:
        """Where the bytes with this hash are. Raises ValueError for anything but a hash."""
        if len(sha) != 64 or not set(sha) <= set("0123456789abcdef"):
            raise ValueError("not a sha256")
        return self.folder / sha[:2] / sha

    def put(self, data: bytes) -> str:
        """Stores bytes and returns their hash; when this returns they survive a power cut."""
        sha = hashlib.sha256(data).hexdigest()
        path = self.path(sha)
        if path.exists():
            return sha
        path.parent.mkdir(exist_ok=True)
        written(path, data)
        return sha

    def get(self, sha: str) -> bytes:
        """Raises FileNotFoundError where nothing is stored under this hash."""
        return self.path(sha).read_bytes()

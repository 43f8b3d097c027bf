"""Files that outlive a power cut: whole or not there at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

PRIVATE = 0o600


def written(path: Path, data: bytes) -> None:
    """Puts a whole file in its place, for the owner alone to read; it and the folder's entry for
    it are on the disk when this returns.
    """
    handle, name = tempfile.mkstemp(dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(name, path)
    except BaseException:
        # a full disk is not to be filled with halves
        Path(name).unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """So that the names in it are on the disk, too."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)

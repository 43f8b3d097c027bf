"""The data folder: one house at a time."""

from __future__ import annotations

from pathlib import Path
from typing import IO

from storage.file_lock import lock_file


def hold_folder(data: Path) -> IO[str]:
    """Takes the data folder for this process, until the file is closed or the process is killed.

    Raises AlreadyRunning where another has it.
    """
    return lock_file(data / "gridbee.lock", data)

"""The data folder: one house at a time."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path
from typing import IO

from storage.database import AlreadyRunning


def hold_folder(data: Path) -> IO[str]:
    """Takes the data folder for this process, until the file is closed or the process is killed.

    Raises AlreadyRunning where another has it.
    """
    data.mkdir(parents=True, exist_ok=True)
    lock = open(data / "gridbee.lock", "a+", encoding="utf-8")  # noqa: SIM115
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        lock.close()
        raise AlreadyRunning(f"another Gridbee is running on {data}") from None
    lock.truncate(0)
    lock.write(str(os.getpid()))
    lock.flush()
    return lock

"""A file by which one process keeps all others of this machine out."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path
from typing import IO


class AlreadyRunning(RuntimeError):
    """Another process has it."""


def lock_file(path: Path, what: Path) -> IO[str]:
    """Takes the file for this process, until it is closed or the process is killed.

    Raises AlreadyRunning, which names `what`, where another has it.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    lock = open(path, "a+", encoding="utf-8")  # noqa: SIM115
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        lock.close()
        raise AlreadyRunning(f"another Gridbee is running on {what}") from None
    lock.truncate(0)
    lock.write(str(os.getpid()))
    lock.flush()
    return lock

"""A file by which one process keeps all others of this machine out: one that is there for nothing
else, or the very file it is about, whatever name that is reached by.
"""

from __future__ import annotations

import fcntl
import os
import struct
from pathlib import Path
from typing import IO

EVERY_NAME = getattr(fcntl, "F_OFD_SETLK", None)
"""The lock of Linux that belongs to an open file and not to the process: SQLite's own, on other
bytes of the same file, do not meet it.
"""

FAR = 2**62
"""The byte that is locked: SQLite locks some from 2**30 on, and no file grows as long as this."""


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


def locked(path: Path) -> bool:
    """Whether another process has the file, which is left as it is."""
    try:
        with path.open(encoding="utf-8") as lock:
            fcntl.flock(lock, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except OSError:
        return False
    return False


def lock_itself(path: Path) -> IO[bytes] | None:
    """As `lock_file`, by what the file is and not by its name: a second name, a hard link or a
    file that was moved meets the same lock. None on systems that have no such lock.

    Closing it ends the locks that SQLite has on this file in this process: that comes first.
    """
    if EVERY_NAME is None:
        return None
    lock = open(path, "r+b")  # noqa: SIM115
    wanted = struct.pack("hhqqi4x", fcntl.F_WRLCK, os.SEEK_SET, FAR, 1, 0)
    try:
        fcntl.fcntl(lock, EVERY_NAME, wanted)
    except OSError:
        lock.close()
        raise AlreadyRunning(f"another Gridbee is running on {path}") from None
    return lock

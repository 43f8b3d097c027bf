"""The data folder: one house at a time, and whether it can be used at all."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import IO

from storage.file_lock import lock_file
from storage.fitness.found import Problem, Reason
from storage.fitness.sqlite import may_write

LOCK = "gridbee.lock"
FILES = "files"


def hold_folder(data: Path) -> IO[str]:
    """Takes the data folder for this process, until the file is closed or the process is killed.

    Raises AlreadyRunning where another has it.
    """
    return lock_file(data / LOCK, data)


def problems(data: Path) -> Iterator[Problem]:
    """What keeps the house from writing there. Nothing is made or changed; a folder that is not
    there yet is none, where the one above it is.
    """
    if data.exists():
        yield from _of_folder(data)
    elif not data.parent.exists():
        yield Problem(Reason.NO_FOLDER, str(data.parent))
    else:
        yield from _of_folder(data.parent)
    files, lock = data / FILES, data / LOCK
    if files.is_symlink() and not files.exists():
        yield Problem(Reason.NO_FOLDER, str(files))
    elif files.exists():
        yield from _of_folder(files)
    if lock.exists() and not may_write(lock):
        yield Problem(Reason.NOT_WRITABLE, str(lock))


def _of_folder(folder: Path) -> Iterator[Problem]:
    if not folder.is_dir():
        yield Problem(Reason.NOT_A_FOLDER, str(folder))
    elif not may_write(folder):
        yield Problem(Reason.NOT_WRITABLE, str(folder))

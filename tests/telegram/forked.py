"""The service in a process of its own that did not import it anew: a fork of one that has.

It has a pid, an output and an end like `python -m bot`, whose start is mostly imports.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import random
import sys
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

from bot.__main__ import main

CONTEXT = multiprocessing.get_context("forkserver")
CONTEXT.set_forkserver_preload([__name__])


class Forked:
    """What `Bot` needs of an asyncio.subprocess.Process."""

    def __init__(self, process: BaseProcess, stdout: asyncio.StreamReader) -> None:
        self._process = process
        self.stdout = stdout
        self.pid = process.pid or 0
        self.terminate = process.terminate
        self.kill = process.kill

    @property
    def returncode(self) -> int | None:
        return self._process.exitcode

    async def wait(self) -> int:
        """Its exit code, once it has ended."""
        await asyncio.to_thread(self._process.join)
        return self._process.exitcode or 0

    async def communicate(self) -> None:
        """Waits until it has ended."""
        while self.stdout and await self.stdout.read(1 << 16):
            pass
        await asyncio.to_thread(self._process.join)


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
    out, into = CONTEXT.Pipe(duplex=False)
    given = (arguments, folder, errors, into, first)
    process = CONTEXT.Process(target=_run, args=given)
    await asyncio.to_thread(process.start)
    into.close()
    reader = asyncio.StreamReader()
    await asyncio.get_running_loop().connect_read_pipe(
        lambda: asyncio.StreamReaderProtocol(reader), os.fdopen(os.dup(out.fileno()))
    )
    out.close()
    return Forked(process, reader)


def _run(
    arguments: Sequence[str],
    folder: Path,
    errors: Path,
    into: Connection,
    first: Callable[[], None],
) -> None:
    """In the fork."""
    os.chdir(folder)
    os.dup2(into.fileno(), 1)
    into.close()
    with errors.open("ab") as told:
        os.dup2(told.fileno(), 2)
    random.seed()
    first()
    sys.exit(main(arguments))

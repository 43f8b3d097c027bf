"""Faults below the interpreter: a full or read-only disk, slow syncs, no descriptors, other clocks.

A library that is loaded before libc does them for one process; a file that both map tells it which.
It takes a C compiler.
"""

from __future__ import annotations

import ctypes
import mmap
import os
import shutil
import struct
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

SOURCE = Path(__file__).parent / "shim.c"
LAYOUT = struct.Struct("ddiiii")
NAMES = ("wall", "asleep", "full", "readonly", "nofiles", "sync_ms")


class NoCompiler(RuntimeError):
    """Nothing here makes a library of C."""


def built(folder: Path) -> Path:
    """The library, made in `folder`. Raises NoCompiler."""
    compiler = shutil.which("cc") or shutil.which("gcc") or shutil.which("clang")
    if compiler is None:
        raise NoCompiler("install a C compiler (gcc): it makes tests/faults/shim.c")
    made = folder / "shim.so"
    flags = ["-shared", "-fPIC", "-O1", "-w", "-o", str(made)]
    subprocess.run([compiler, *flags, str(SOURCE), "-ldl"], check=True)
    return made


@dataclass(frozen=True)
class Below:
    """Puts the levers below the process that calls it. It has to be a fork of one that was begun
    `with loaded(…)`.
    """

    library: str
    note: str
    folder: str

    def __call__(self) -> None:
        found = ctypes.CDLL(self.library)
        found.gridbee_faults(self.note.encode(), self.folder.encode())


@contextmanager
def loaded(library: Path) -> Iterator[None]:
    """What is begun meanwhile has the library below it, which does nothing by itself."""
    os.environ["LD_PRELOAD"] = str(library)
    try:
        yield
    finally:
        del os.environ["LD_PRELOAD"]


class Levers:
    """`pull(full=1)`, `pull(wall=-86400)`; `rest()` ends all of it. `folder` is where the files of
    the process are, which has to call `below` first.
    """

    def __init__(self, library: Path, note: Path, folder: Path) -> None:
        note.write_bytes(bytes(LAYOUT.size))
        with note.open("r+b") as file:
            self._map = mmap.mmap(file.fileno(), LAYOUT.size)
        self._now: dict[str, float] = dict.fromkeys(NAMES, 0)
        self.below = Below(str(library), str(note), str(folder))

    def pull(self, **levers: float) -> None:
        self._now |= levers
        clocks = [float(self._now[name]) for name in NAMES[:2]]
        switches = [int(self._now[name]) for name in NAMES[2:]]
        self._map[:] = LAYOUT.pack(*clocks, *switches)

    def rest(self) -> None:
        self.pull(**dict.fromkeys(NAMES, 0))

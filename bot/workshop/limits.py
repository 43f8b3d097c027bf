"""What a child may take of the machine, set by itself before it sees the first foreign byte."""

from __future__ import annotations

import contextlib
import resource
from pathlib import Path

MOST_FILES = 64


def confine(memory: int) -> None:
    """`memory` is the size of the address space in bytes: beyond it there is a MemoryError."""
    _at_most(resource.RLIMIT_AS, memory)
    _at_most(resource.RLIMIT_NOFILE, MOST_FILES)
    _at_most(resource.RLIMIT_CORE, 0)
    _goes_first()


def _at_most(limit: int, value: int) -> None:
    """Not above a limit that the system has set."""
    _, hard = resource.getrlimit(limit)
    if hard != resource.RLIM_INFINITY:
        value = min(value, hard)
    resource.setrlimit(limit, (value, value))


def _goes_first() -> None:
    """When memory runs out, Linux ends the child and not the house (proc(5), oom_score_adj)."""
    with contextlib.suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text("1000", encoding="ascii")

"""The child process: `python -m bot.workshop.child MODULE BYTES` does the JOBS of a module, one
after the other, within so many bytes of memory.

Frames come on stdin and go to stdout; the end of stdin is its end. It imports nothing of the house
but that module.
"""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Callable, Mapping
from typing import Any, BinaryIO

from bot.workshop import frames
from bot.workshop.limits import confine
from bot.workshop.outcomes import Unusable

Job = Callable[[dict[str, Any], bytes], tuple[dict[str, Any], bytes]]
"""(what is wanted, the bytes) → (what was found, the bytes made of them). Raises Unusable."""


def main() -> None:
    name, memory = sys.argv[1:]
    answers = _alone_on_stdout()
    jobs: Mapping[str, Job] = importlib.import_module(name).JOBS
    confine(int(memory))
    while True:
        try:
            wanted, data = frames.read(sys.stdin.buffer)
        except EOFError:
            return
        frames.write(answers, *done(jobs, wanted, data))


def done(
    jobs: Mapping[str, Job],
    wanted: dict[str, Any],
    data: bytes,
) -> frames.Frame:
    """The answer to one piece of work; an error by its kind alone, as its words may be
    somebody's.
    """
    try:
        found, made = jobs[wanted["job"]](wanted, data)
    except Unusable as error:
        return {"unusable": error.reason, "why": str(error)}, b""
    except Exception as error:
        return {"failed": type(error).__name__}, b""
    return {"found": found}, made


def _alone_on_stdout() -> BinaryIO:
    """What libraries print goes to stderr, not between the frames."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return answers


if __name__ == "__main__":
    main()

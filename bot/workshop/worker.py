"""One child process as the house sees it: begun when it is first needed, begun anew when it has
died.
"""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess  # nosec B404
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.workshop import frames
from bot.workshop.outcomes import Unusable, WorkFailed

ROOT = Path(__file__).resolve().parents[2]
PASSED_ON = (
    "PATH",
    "HOME",
    "LANG",
    "LC_ALL",
    "SYSTEMROOT",
    "PYTHONWARNINGS",
    "PYTHONDONTWRITEBYTECODE",
)


@dataclass(frozen=True, slots=True)
class Trade:
    """What a child can do: the module with its JOBS; its address space in bytes; for how many
    seconds one job may take.
    """

    module: str
    memory: int
    seconds: float


class Worker:
    """Every method blocks; one piece of work at a time."""

    def __init__(
        self,
        trade: Trade,
        environment: dict[str, str] | None = None,
    ) -> None:
        self.trade = trade
        self._environment = environment or {}
        self._child: subprocess.Popen[bytes] | None = None
        self._busy = threading.Lock()
        self._closed = False
        self._ends = 0
        """How often it was ended: a child that starts meanwhile is ended too."""

    @property
    def number(self) -> int:
        """The child's process number, 0 where there is none."""
        return self._child.pid if self._child is not None else 0

    def begin(self) -> None:
        """Starts the child, if it is not there. Raises OSError."""
        with self._busy:
            self._started()

    def ask(self, wanted: dict[str, Any], data: bytes) -> frames.Frame:
        """What the child found, and the bytes that it made.

        Raises Unusable; WorkFailed, and OSError where no child could be started.
        """
        with self._busy:
            child = self._started()
            try:
                answer, made = self._answered(child, wanted, data)
            except BaseException:
                self.end()
                raise
            if "failed" in answer:
                self.end()  # who has once found no memory may find none again
        return self._read(answer), made

    def close(self) -> None:
        """Ends it for good."""
        self._closed = True
        self.end()

    def end(self) -> None:
        """Kills the child; whoever waits for it gets WorkFailed."""
        self._ends += 1
        child, self._child = self._child, None
        if child is None:
            return
        child.kill()
        child.wait()
        for pipe in (child.stdin, child.stdout):
            with contextlib.suppress(OSError):
                pipe.close()  # type: ignore[union-attr]

    def _started(self) -> subprocess.Popen[bytes]:
        if self._child is not None and self._child.poll() is None:
            return self._child
        self.end()
        trade, ends = self.trade, self._ends
        command = (sys.executable, "-P", "-m", "bot.workshop.child", trade.module)
        pipe = subprocess.PIPE
        # all of the command is our own
        child = self._child = subprocess.Popen(  # noqa: S603  # nosec B603
            [*command, str(trade.memory)],
            stdin=pipe,
            stdout=pipe,
            stderr=subprocess.DEVNULL,
            env=few() | self._environment,
            start_new_session=True,
        )
        if self._closed or self._ends != ends:
            self.end()
            raise WorkFailed("nobody waits for it any more")
        return child

    def _answered(
        self, child: subprocess.Popen[bytes], wanted: dict[str, Any], data: bytes
    ) -> frames.Frame:
        with self._in_time(child) as late:
            try:
                frames.write(child.stdin, wanted, data)  # type: ignore[arg-type]
                return frames.read(child.stdout)  # type: ignore[arg-type]
            except (OSError, EOFError, ValueError):
                why = "took too long" if late.is_set() else _death(child)
                raise WorkFailed(f"child {why}") from None

    @contextlib.contextmanager
    def _in_time(self, child: subprocess.Popen[bytes]) -> Iterator[threading.Event]:
        """Kills the child where it is still at work when its time is over."""
        late = threading.Event()

        def over() -> None:
            late.set()
            child.kill()

        timer = threading.Timer(self.trade.seconds, over)
        timer.daemon = True
        timer.start()
        try:
            yield late
        finally:
            timer.cancel()

    def _read(self, answer: dict[str, Any]) -> dict[str, Any]:
        if "unusable" in answer:
            raise Unusable(answer["unusable"], answer["why"])
        if "failed" in answer:
            raise WorkFailed(f"child had a {answer['failed']}")
        found: dict[str, Any] = answer["found"]
        return found


def _death(child: subprocess.Popen[bytes]) -> str:
    with contextlib.suppress(subprocess.TimeoutExpired):
        child.wait(1)
    code = child.returncode
    if code is None or code >= 0:
        return f"ended with {code}"
    return f"was ended by {signal.Signals(-code).name}"


def few() -> dict[str, str]:
    """An environment without secrets, and one thread."""
    few = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
    return few | {
        "PYTHONPATH": str(ROOT),
        "PYTHONUTF8": "1",
        "MALLOC_ARENA_MAX": "1",
        "OPENBLAS_NUM_THREADS": "1",
        "OMP_NUM_THREADS": "1",
    }

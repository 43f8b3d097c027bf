"""Every await of the house, and its end at a chosen one: a process that counts where its tasks
wait, and kills itself there.

A place is the innermost line of ours at which a task waits, with the line that asked the storage
for it and the coroutine that is its task.
"""

from __future__ import annotations

import asyncio
import json
import os
import signal
from collections import Counter
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.house import House

ROOT = str(Path(__file__).resolve().parents[2]) + "/"
OURS = ("bot/", "handlers/", "storage/")
BELOW = "storage/"
BEFORE, AFTER = "before", "after"
"""Before what is waited for has happened, and after: when the task goes on."""


@dataclass(frozen=True)
class Plan:
    """Where to end: at the `turn`th time (from 1) at this place. Without a place it only counts,
    and writes the counts into the file `note` when the house ends.
    """

    place: str = ""
    when: str = BEFORE
    turn: int = 1
    note: str = ""

    def __call__(self) -> None:
        """Installs it in this process."""
        counter = Counting(self)
        original = House.run

        async def run(self: House) -> None:
            asyncio.get_running_loop().set_task_factory(counter.made)
            try:
                await original(self)
            finally:
                counter.write()

        House.run = run  # type: ignore[method-assign]


@dataclass
class Counting:
    plan: Plan
    passed: Counter[str] = field(default_factory=Counter)

    def made(
        self, loop: asyncio.AbstractEventLoop, work: Any, **more: Any
    ) -> asyncio.Task[Any]:
        """A task factory."""
        if asyncio.iscoroutine(work):
            work = Watched(work, self)
        return asyncio.Task(work, loop=loop, **more)

    def passes(self, place: str, when: str) -> None:
        key = f"{when} {place}"
        self.passed[key] += 1
        plan = self.plan
        if (plan.place, plan.when) == (place, when) and self.passed[key] == plan.turn:
            os.kill(os.getpid(), signal.SIGKILL)

    def write(self) -> None:
        if self.plan.note:
            Path(self.plan.note).write_text(json.dumps(self.passed), encoding="utf-8")


class Watched(Coroutine[Any, Any, Any]):
    """A coroutine that tells where it waits."""

    def __init__(self, work: Coroutine[Any, Any, Any], counter: Counting) -> None:
        self._work = work
        self._counter = counter
        self._place = ""

    def send(self, value: Any) -> Any:
        return self._step(self._work.send, value)

    def throw(self, *error: Any) -> Any:
        return self._step(self._work.throw, *error)

    def close(self) -> None:
        self._work.close()

    def __await__(self) -> Any:
        return self._work.__await__()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._work, name)

    def _step(self, step: Callable[..., Any], *given: Any) -> Any:
        if self._place:
            self._counter.passes(self._place, AFTER)
        found = step(*given)
        self._place = place_of(self._work)
        if self._place:
            self._counter.passes(self._place, BEFORE)
        return found


def place_of(work: Any) -> str:
    """Where it waits: the line, and for one of the storage the line that called it. '' outside of
    our source.
    """
    name, lines = getattr(work, "__qualname__", ""), []
    while work is not None:
        frame = getattr(work, "cr_frame", None) or getattr(work, "gi_frame", None)
        if frame is not None:
            path = frame.f_code.co_filename.removeprefix(ROOT)
            if path.startswith(OURS):
                lines.append(f"{path}:{frame.f_lineno}")
        work = getattr(work, "cr_await", None) or getattr(work, "gi_yieldfrom", None)
    if not lines:
        return ""
    above = [line for line in lines if not line.startswith(BELOW)]
    return " ".join([name, *above[-1:], *lines[-1:]])

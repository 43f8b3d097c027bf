"""Loops that are begun, kept up, and ended: what breaks one is logged, and it starts again."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Coroutine, Iterable
from typing import Any

import structlog

from bot.logs import told

log = structlog.get_logger()
FIRST_WAIT, LONGEST_WAIT = 0.5, 15.0  # seconds

Tasks = set[asyncio.Task[None]]
Loop = tuple[str, Coroutine[Any, Any, None]]
Loops = list[Loop]


def begin(tasks: Tasks, loops: Loops) -> None:
    tasks |= {asyncio.create_task(run, name=name) for name, run in loops}


async def first_of(tasks: Tasks, *more: Coroutine[Any, Any, None]) -> None:
    """Until one of them ends. Raises what ended it. What is `more` ends here in any case."""
    beside = {asyncio.create_task(run) for run in more}
    try:
        done, _ = await asyncio.wait(
            tasks | beside, return_when=asyncio.FIRST_COMPLETED
        )
    finally:
        cancel(beside)
        if beside:
            await asyncio.wait(beside)
    for task in done:
        task.result()


async def kept_up(
    name: str,
    run: Callable[[], Awaitable[None]],
    fatal: tuple[type[Exception], ...],
) -> None:
    """Runs for ever. What is `fatal` cannot be mended and goes up."""
    delay = FIRST_WAIT
    while True:
        begun = time.monotonic()
        try:
            await run()
        except fatal:
            raise
        except Exception as error:
            log.error("loop.broken", loop=name, **told(error))
        if time.monotonic() - begun > LONGEST_WAIT:
            delay = FIRST_WAIT
        await asyncio.sleep(delay)
        delay = min(delay * 2, LONGEST_WAIT)


def kept(
    name: str, run: Callable[[], Awaitable[None]], fatal: tuple[type[Exception], ...]
) -> Loop:
    """A loop that is kept up."""
    return name, kept_up(name, run, fatal)


async def until(event: asyncio.Event) -> None:
    """A loop that ends when this is set."""
    await event.wait()


def cancel(tasks: Iterable[asyncio.Task[None]], but: tuple[str, ...] = ()) -> None:
    """Cancels all of them but those of these names."""
    for task in tasks:
        if task.get_name() not in but:
            task.cancel()

"""A house that runs until somebody stops it."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import signal
from collections.abc import Coroutine
from typing import Any

from bot.house import House


async def until_stopped(house: House, ready: Coroutine[Any, Any, None]) -> int:
    """Runs the house till SIGTERM or SIGINT; `ready` runs beside it. Returns the exit code."""
    loop = asyncio.get_running_loop()
    for sign in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(sign, house.stop)
    greeting = asyncio.create_task(_started(house, ready))
    try:
        await house.run()
    finally:
        greeting.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await greeting
        ready.close()  # where the house ended before it had started
    return 0


async def _started(house: House, ready: Coroutine[Any, Any, None]) -> None:
    """What is known by heart by now stays: no collection need look through it (docs/adr/0009)."""
    await house.started.wait()
    gc.collect()
    gc.freeze()
    await ready

"""A house that runs until somebody stops it."""

from __future__ import annotations

import asyncio
import contextlib
import signal
from collections.abc import Coroutine
from typing import Any

from bot.house import House


async def until_stopped(house: House, ready: Coroutine[Any, Any, None]) -> int:
    """Runs the house till SIGTERM or SIGINT; `ready` runs beside it. Returns the exit code."""
    loop = asyncio.get_running_loop()
    for sign in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(sign, house.stop)
    greeting = asyncio.create_task(ready)
    try:
        await house.run()
    finally:
        greeting.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await greeting
    return 0

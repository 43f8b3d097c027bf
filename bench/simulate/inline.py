"""SQLite without a thread: the simulation has nobody else to serve meanwhile, and two hops a statement cost more than it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch


class Queue:
    """In the place of the queue to aiosqlite's thread: what is put in is done at once."""

    def put_nowait(self, item: tuple[asyncio.Future[Any] | None, Callable[[], Any]]) -> None:
        future, function = item
        try:
            result = function()
        except Exception as error:
            if future is not None:
                future.set_exception(error)
        else:
            if future is not None:
                future.set_result(result)


class NoThread:
    daemon = True

    def __init__(self, *_: Any, **__: Any) -> None: ...

    def start(self) -> None: ...


@contextmanager
def without_threads() -> Iterator[None]:
    with patch("aiosqlite.core.SimpleQueue", Queue), patch("aiosqlite.core.Thread", NoThread):
        yield

"""What the clock calls: the kinds of functions that a room's table of timers holds."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Hashable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from handlers.dialog.scene import Scene
from storage.reader import Reader

OneDue = Callable[[Scene, int, datetime], Awaitable[None]]
"""Does what one due row is for: its subject, and when it was due. It sets its next time."""


@dataclass(frozen=True, slots=True)
class Beside:
    """Does what one row is for in four steps, since it takes long: `begin` says in a Unit what is
    wanted of what was due then, None for nothing any more; `read` finds it beside the writer;
    `reckon` makes of that what was wanted, in a thread of its own; `end` does with it what the
    row was for, in a Unit of its own, and takes the row away.
    """

    begin: Callable[[Scene, int, datetime], Awaitable[Any]]
    read: Callable[[Reader, Any], Awaitable[Any]]
    reckon: Callable[[Any, Any], Any]
    end: Callable[[Scene, int, Any, Any], Awaitable[None]]


Skips = Callable[[Hashable], bool]
"""Whether what has this key has failed lately and is left out for now."""

Look = Callable[[Scene, Skips], Awaitable[None]]
"""Looks at what has no row of its own, each with `at_fault`."""


class AtFault(Exception):
    """What broke a look, and with which item."""

    def __init__(self, key: Hashable, error: Exception) -> None:
        super().__init__(f"{key}: {type(error).__name__}")
        self.key = key
        self.error = error


@contextmanager
def at_fault(key: Hashable) -> Iterator[None]:
    """What breaks in here is this item's, and not the whole look's. Raises AtFault."""
    try:
        yield
    except Exception as error:
        raise AtFault(key, error) from error

"""What the clock calls: the kinds of functions that a room's table of timers holds."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from handlers.dialog.scene import Scene
from storage.reader import Reader

OneDue = Callable[[Scene, int, datetime], Awaitable[None]]
"""Does what one due row is for: its subject, and when it was due. It sets its next time."""


@dataclass(frozen=True, slots=True)
class Beside:
    """Does what one due row is for in three steps, since it takes long: `begin` says in a Unit
    what is wanted, None for nothing any more; `read` finds it beside the writer; `end` does with
    it what the row was for, in a Unit of its own, and takes the row away.
    """

    begin: Callable[[Scene, int], Awaitable[Any]]
    read: Callable[[Reader, Any], Awaitable[Any]]
    end: Callable[[Scene, int, Any, Any], Awaitable[None]]


Look = Callable[[Scene], Awaitable[None]]
"""Looks at what has no row of its own."""

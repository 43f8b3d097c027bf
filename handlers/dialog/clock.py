"""What the clock calls: the kinds of functions that a room's table of timers holds."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime

from handlers.dialog.scene import Scene

OneDue = Callable[[Scene, int, datetime], Awaitable[None]]
"""Does what one due row is for: its subject, and when it was due. It sets its next time."""

Look = Callable[[Scene], Awaitable[None]]
"""Looks at what has no row of its own."""

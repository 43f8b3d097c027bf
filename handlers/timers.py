"""What the clock does, by kind of timer."""

from __future__ import annotations

from handlers.reminders.deadlines import DUE, LOOKS

__all__ = ["DUE", "LOOKS"]

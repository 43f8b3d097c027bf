"""What this room answers: plain data, merged in `handlers/contents.py`."""

from __future__ import annotations

from handlers.dialog.clock import OneDue
from handlers.dialog.command import Command
from handlers.dialog.setup import Listener
from handlers.points import clock, presses
from handlers.points.hear import hear

COMMANDS = {
    "points": Command(presses.points),
}
BUTTONS = {
    "pt": presses.on_points,
}
TIMERS: dict[str, OneDue] = {
    "points": clock.points_due,
}
LISTENERS: tuple[Listener, ...] = (hear,)
"""Only where there is a honey bank: `Setup.listeners`."""

"""What this room answers: plain data, merged in `handlers/contents.py`."""

from __future__ import annotations

from domain.people import Role
from handlers.dialog.clock import OneDue
from handlers.dialog.command import Command
from handlers.dialog.form import Form
from handlers.dialog.setup import Listener, Served, Tail
from handlers.points import (
    award_clock,
    award_command,
    award_form,
    awarding,
    clock,
    confirming,
    ends,
    presses,
)
from handlers.points.hear import hear
from handlers.points.services import served
from handlers.points.tail import tail

FORMS: dict[str, Form] = {
    form.name: form for form in (award_form.FORM, confirming.REASON)
}
COMMANDS = {
    "points": Command(presses.points),
    "award": Command(award_command.award, frozenset(Role)),
}
BUTTONS = {
    "pt": presses.on_points,
}
TIMERS: dict[str, OneDue] = {
    "points": clock.points_due,
    awarding.TIMER: award_clock.remind,
    award_clock.ENDS: award_clock.end,
    ends.LOOKED: ends.notice,
    ends.GONE: ends.gone,
}
LISTENERS: tuple[Listener, ...] = (hear,)
"""Only where there is a honey bank: `Setup.listeners`."""
TAILS: tuple[Tail, ...] = (tail,)
"""Likewise: `Setup.tails`."""
SERVED: Served = served
"""Likewise: `Setup.served`."""

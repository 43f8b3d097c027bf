"""What this room answers: plain data, merged in `handlers/contents.py`."""

from __future__ import annotations

from domain.people import Role
from handlers.dialog.clock import Beside, Look, OneDue
from handlers.dialog.command import Command, Handler
from handlers.dialog.form import Form
from handlers.stats import (
    beside,
    figures,
    register,
    similar,
    slip,
)

STAFF = frozenset(Role)
HEADS = frozenset({Role.LEAD, Role.ADMIN})

COMMANDS: dict[str, Command] = {
    "stats": Command(figures.stats, HEADS),
    "register": Command(register.register, HEADS),
    "slip": Command(slip.slip, STAFF),
    "similar": Command(similar.similar, STAFF),
}

BUTTONS: dict[str, Handler] = {"s": figures.on_stats}
FORMS: dict[str, Form] = {}
TIMERS: dict[str, OneDue] = {}
LOOKS: dict[str, Look] = {}
BESIDE: dict[str, Beside] = {"figures": beside.FIGURES}

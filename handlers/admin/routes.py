"""What this room answers: plain data, merged in `handlers/contents.py`."""

from __future__ import annotations

from domain.people import Role
from handlers.admin import (
    announcements,
    audit,
    health,
    policy,
    poster,
    recounting,
    rules,
)
from handlers.dialog.clock import Look, OneDue
from handlers.dialog.command import (
    Command,
    Handler,
)
from handlers.dialog.form import Form

ADMINS = frozenset({Role.ADMIN})
HEADS = frozenset({Role.LEAD, Role.ADMIN})

COMMANDS: dict[str, Command] = {
    "announce": Command(announcements.announce, ADMINS),
    "health": Command(health.health, ADMINS),
    "poster": Command(poster.poster, ADMINS),
    "route": Command(rules.route, ADMINS),
    "policy": Command(policy.policy, ADMINS),
    "audit": Command(audit.audit, HEADS),
}

BUTTONS: dict[str, Handler] = {
    "p": policy.on_policy,
    "l": audit.on_page,
}
FORMS: dict[str, Form] = {"announce": announcements.ANNOUNCE}
TIMERS: dict[str, OneDue] = {"recount": recounting.recount_due}
LOOKS: dict[str, Look] = {}

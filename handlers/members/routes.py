"""What leads into this room. All of it is off until `[members]` stands in the configuration."""

from __future__ import annotations

from handlers.dialog.clock import OneDue
from handlers.dialog.command import Command, Handler
from handlers.dialog.form import Form
from handlers.members import applying, clock, deciding, page, presses

FORMS: dict[str, Form] = {
    form.name: form for form in (applying.APPLICATION, *deciding.FORMS.values())
}
COMMANDS: dict[str, Command] = {
    "member": Command(page.member),
}
BUTTONS: dict[str, Handler] = {"member": presses.on_member}
TIMERS: dict[str, OneDue] = {
    applying.TIMER: clock.application_due,
}

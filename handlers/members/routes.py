"""What leads into this room. All of it is off until `[members]` stands in the configuration."""

from __future__ import annotations

from handlers.dialog.clock import OneDue
from handlers.dialog.command import Command, Handler
from handlers.dialog.form import Form
from handlers.members import (
    announcing,
    applying,
    clock,
    deciding,
    listing,
    page,
    presses,
)
from handlers.members.scope import HEADS

FORMS: dict[str, Form] = {
    form.name: form
    for form in (
        applying.APPLICATION,
        *deciding.FORMS.values(),
        announcing.RECRUITING.form,
        announcing.NEWS.form,
    )
}
COMMANDS: dict[str, Command] = {
    "member": Command(page.member),
    "members": Command(listing.members, HEADS),
    "recruit": Command(announcing.recruit, HEADS),
    "news": Command(announcing.news, HEADS),
}
BUTTONS: dict[str, Handler] = {"member": presses.on_member}
TIMERS: dict[str, OneDue] = {
    applying.TIMER: clock.application_due,
    deciding.SILENT: clock.silent_due,
}

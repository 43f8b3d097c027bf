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
    errand_clock,
    errand_form,
    errand_hours,
    errands,
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
        errand_form.ERRAND,
    )
}
COMMANDS: dict[str, Command] = {
    "member": Command(page.member),
    "members": Command(listing.members, HEADS),
    "recruit": Command(announcing.recruit, HEADS),
    "news": Command(announcing.news, HEADS),
    "errand": Command(errand_form.errand, HEADS),
}
BUTTONS: dict[str, Handler] = {
    "member": presses.on_member,
    "errand": errands.on_errand,
}
TIMERS: dict[str, OneDue] = {
    applying.TIMER: clock.application_due,
    deciding.SILENT: clock.silent_due,
    errand_form.TIMER: errand_clock.errand_due,
    errand_hours.TIMER: errand_hours.wanted,
    errand_hours.UNSAID: errand_hours.unsaid,
}

"""What leads into this room."""

from __future__ import annotations

from domain.people import Role
from handlers.dialog.command import Command
from handlers.filing import anew, form, on_the_spot

FORMS = {
    "filing": form.FILING,
    "onsite": on_the_spot.ONSITE,
}
COMMANDS = {
    "onsite": Command(on_the_spot.onsite, frozenset(Role), pictures=True),
}
BUTTONS = {
    "n": anew.from_line,
}

"""What leads into this room."""

from __future__ import annotations

from domain.people import Role
from handlers.dialog.command import Command
from handlers.filing import form, on_the_spot, own_name

FORMS = {
    "filing": form.FILING,
    "onsite": on_the_spot.ONSITE,
}
COMMANDS = {
    "onsite": Command(on_the_spot.onsite, frozenset(Role), pictures=True),
    "name": Command(own_name.name),
}
BUTTONS = {
    "o": own_name.on_leave,
}
QUESTIONS = own_name.QUESTIONS

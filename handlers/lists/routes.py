"""What leads into this room."""

from __future__ import annotations

from domain.people import Role
from handlers.dialog.command import Command
from handlers.lists import answer, asked, commands, presses

STAFF = frozenset(Role)

FORMS = {
    answer.NAME: answer.TOGETHER,
}
COMMANDS = {
    "queue": Command(commands.queue, STAFF),
    "mine": Command(commands.mine, STAFF),
    "overdue": Command(commands.overdue, STAFF),
}
BUTTONS = {
    "q": presses.on_list,
}
QUESTIONS = asked.QUESTIONS

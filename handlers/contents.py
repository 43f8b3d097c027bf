"""The tables of contents: every form, command and button, as plain data. Nothing registers
itself.
"""

from __future__ import annotations

from handlers.actions import buttons as acts
from handlers.actions import lists as queue
from handlers.actions import own as my
from handlers.actions import templates
from handlers.actions.commands import ACT_COMMANDS
from handlers.actions.prompts import FORMS_OF_WORDS
from handlers.admin import routes as admin
from handlers.dialog import conversation
from handlers.dialog.command import Handler
from handlers.dialog.form import Form
from handlers.dialog.turn import Turn
from handlers.filing import filing
from handlers.filing import on_the_spot as onsite
from handlers.people import help
from handlers.people import routes as people
from handlers.reminders import routes as reminders
from handlers.stats import routes as stats

ROOMS = (stats, people, admin, reminders)

FORMS: dict[str, Form] = {
    "filing": filing.FILING,
    "onsite": onsite.ONSITE,
    **{name: form for room in ROOMS for name, form in room.FORMS.items()},
    **FORMS_OF_WORDS,
}


async def cancel(turn: Turn, words: str) -> None:
    """/cancel: drops the form that is open; an earlier one shows itself again."""
    drafts = await turn.unit.forms.of(turn.private)
    if drafts:
        await conversation.cancel(turn, drafts[-1], FORMS)
    else:
        await help.cancel(turn, words)


COMMANDS: dict[str, Handler] = {
    "queue": queue.queue,
    "mine": queue.mine,
    "overdue": queue.overdue,
    "onsite": onsite.onsite,
    "my": my.my,
    "cancel": cancel,
    "case": queue.case,
    "templates": templates.templates,
    **{name: row.handler for room in ROOMS for name, row in room.COMMANDS.items()},
    **ACT_COMMANDS,
}


BUTTONS: dict[str, Handler] = {
    "c": acts.on_case,
    "q": queue.on_page,
    "n": filing.from_line,
    **{prefix: handler for room in ROOMS for prefix, handler in room.BUTTONS.items()},
}

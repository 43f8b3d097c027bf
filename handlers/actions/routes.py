"""What leads into this room."""

from __future__ import annotations

from domain.reading.model import Intent
from handlers.actions import asked, buttons, templates
from handlers.actions.asking import commands
from handlers.actions.asking.commands import ACT_COMMANDS
from handlers.actions.asking.prompts import PROMPTS
from handlers.actions.carers import steps
from handlers.actions.corrections import misplaced, what_is_wrong
from handlers.actions.on_case import another, as_said, relays
from handlers.actions.own import own, talk, undecided
from handlers.actions.row import STAFF
from handlers.dialog import between
from handlers.dialog.command import Command

FORMS = PROMPTS
COMMANDS = {
    "case": Command(commands.case),
    "my": Command(own.my),
    "templates": Command(templates.templates, STAFF),
    **ACT_COMMANDS,
}
BUTTONS = {
    "c": buttons.on_case,
    steps.PREFIX: steps.pressed,
    "n": another.from_line,
    relays.PREFIX: relays.pressed,
    between.PREFIX: another.from_side,
    as_said.PREFIX: as_said.pressed,
}
QUESTIONS = {
    **asked.QUESTIONS,
    **misplaced.QUESTIONS,
    **what_is_wrong.QUESTIONS,
    **as_said.QUESTIONS,
}
INTENTS = {
    Intent.STATUS: undecided.status,
    Intent.COMPLAINT_UNANSWERED: undecided.complained,
    Intent.REOPEN: talk.not_solved,
    Intent.CONFIRM: talk.confirmed,
    Intent.HUMAN: relays.somebody,
}
"""What is answered as talk."""

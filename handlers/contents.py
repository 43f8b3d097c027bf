"""The tables of contents: what each room's `routes.py` names, merged. Nothing registers itself."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from domain.reading.model import Intent, Reading
from handlers.actions import routes as actions
from handlers.admin import routes as admin
from handlers.coupons import routes as coupons
from handlers.dialog.between import Side
from handlers.dialog.clock import Beside, Look, OneDue
from handlers.dialog.command import Command
from handlers.dialog.form import Form
from handlers.dialog.questions import Question
from handlers.dialog.turn import Turn
from handlers.filing import routes as filing
from handlers.gifts import routes as gifts
from handlers.lists import routes as lists
from handlers.matching import routes as matching
from handlers.members import routes as members
from handlers.people import routes as people
from handlers.points import routes as points
from handlers.proofs import routes as proofs
from handlers.reminders import routes as reminders
from handlers.stations import routes as stations
from handlers.stats import routes as stats
from handlers.wishes import routes as wishes

Answer = Callable[[Turn, Reading], Awaitable[None]]
Press = Callable[[Turn, str], Awaitable[None]]

FORMS: dict[str, Form] = {
    **filing.FORMS,
    **actions.FORMS,
    **lists.FORMS,
    **stations.FORMS,
    **points.FORMS,
    **wishes.FORMS,
    **matching.FORMS,
    **members.FORMS,
    **admin.FORMS,
}
COMMANDS: dict[str, Command] = {
    **filing.COMMANDS,
    **actions.COMMANDS,
    **lists.COMMANDS,
    **stations.COMMANDS,
    **coupons.COMMANDS,
    **gifts.COMMANDS,
    **points.COMMANDS,
    **wishes.COMMANDS,
    **matching.COMMANDS,
    **members.COMMANDS,
    **proofs.COMMANDS,
    **people.COMMANDS,
    **stats.COMMANDS,
    **admin.COMMANDS,
}
BUTTONS: dict[str, Press] = {
    **filing.BUTTONS,
    **actions.BUTTONS,
    **lists.BUTTONS,
    **stations.BUTTONS,
    **coupons.BUTTONS,
    **gifts.BUTTONS,
    **points.BUTTONS,
    **wishes.BUTTONS,
    **matching.BUTTONS,
    **members.BUTTONS,
    **proofs.BUTTONS,
    **people.BUTTONS,
    **stats.BUTTONS,
    **admin.BUTTONS,
}
INTENTS: dict[Intent, Answer] = {
    **actions.INTENTS,
    **people.INTENTS,
    **wishes.INTENTS,
}
"""What is no report is answered as the talk that it is."""

QUESTIONS: dict[str, Question] = {
    **actions.QUESTIONS,
    **lists.QUESTIONS,
    **stations.QUESTIONS,
    **coupons.QUESTIONS,
    **matching.QUESTIONS,
    **people.QUESTIONS,
    **filing.QUESTIONS,
}
"""What may be answered by typing, by kind."""

SIDES: dict[str, Side] = {**wishes.SIDES, **matching.SIDES}
"""By prefix, how words go back to the other side of something."""

TIMERS: dict[str, OneDue] = {
    **reminders.TIMERS,
    **people.TIMERS,
    **points.TIMERS,
    **gifts.TIMERS,
    **coupons.TIMERS,
    **admin.TIMERS,
    **wishes.TIMERS,
    **matching.TIMERS,
    **members.TIMERS,
}
"""By kind of timer: what to do when one is due."""

BESIDE: dict[str, Beside] = {**stats.BESIDE, **reminders.BESIDE}
"""By kind of timer, what takes long: read beside the writer, in three steps."""

LOOKS: dict[str, Look] = {
    **reminders.LOOKS,
    **stats.LOOKS,
}
"""What is looked at without a timer of its own."""

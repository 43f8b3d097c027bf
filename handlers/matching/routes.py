"""What leads into this room. All of it is off until `[matching]` stands in the configuration."""

from __future__ import annotations

from domain.matching.listing import TIMER
from domain.people import Role
from handlers.casework.listeners import Listener
from handlers.dialog.between import Side
from handlers.dialog.clock import OneDue
from handlers.dialog.command import Command, Handler
from handlers.dialog.form import Form
from handlers.matching import (
    case_ends,
    clock,
    drafting,
    listing,
    menu_words,
    ordering,
    placed,
    presses,
    relaying,
    thanking,
)

STAFF = frozenset(Role)

QUESTIONS = placed.QUESTIONS
"""Where somebody is, or which service it is to be, may be answered by a place or by typing."""

FORMS: dict[str, Form] = {
    form.name: form
    for form in (ordering.NOTE, drafting.PART, relaying.WORD, thanking.LINE)
}
COMMANDS: dict[str, Command] = {
    "needs": Command(listing.needs, STAFF),
    "resources": Command(listing.resources, STAFF),
    "projects": Command(listing.projects, STAFF),
    "order": Command(menu_words.order),
}
BUTTONS: dict[str, Handler] = {"li": presses.on_listing}
LISTENERS: tuple[Listener, ...] = (case_ends.hear,)
SIDES: dict[str, Side] = {"li": relaying.answer}
TIMERS: dict[str, OneDue] = {TIMER: clock.listing_due}

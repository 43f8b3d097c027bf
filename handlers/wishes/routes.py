"""What leads into this room. All of it is off until `[wishes]` stands in the configuration."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from domain.people import Role
from domain.reading.model import Intent, Reading
from handlers.dialog.between import Side
from handlers.dialog.clock import OneDue
from handlers.dialog.command import Command, Handler
from handlers.dialog.form import Form
from handlers.dialog.turn import Turn
from handlers.wishes import (
    clock,
    handing,
    listing,
    presses,
    relaying,
    screening,
    thanking,
)
from handlers.wishes.clockwork import TIMER

Answer = Callable[[Turn, Reading], Awaitable[None]]
FORMS: dict[str, Form] = {
    form.name: form
    for form in (
        screening.WORDS,
        screening.REASON,
        relaying.WORD,
        handing.PLACE,
        thanking.THANKS,
    )
}
COMMANDS: dict[str, Command] = {
    "wishes": Command(listing.wishes),
    "screen": Command(presses.screen, frozenset(Role)),
}
BUTTONS: dict[str, Handler] = {"wish": presses.on_wish}
SIDES: dict[str, Side] = {"wish": thanking.answer}
INTENTS: dict[Intent, Answer] = {Intent.THANKS: thanking.thanks}
TIMERS: dict[str, OneDue] = {TIMER: clock.wish_due}

"""What is said of an event that could not be handled."""

from __future__ import annotations

from domain.messages import NOBODY, Event, EventKind, Reply
from handlers.admin import troubles
from handlers.dialog.setup import Setup
from handlers.texts.sentences import known, say
from storage.unit import Unit


async def quarantined(
    unit: Unit,
    setup: Setup,
    event: Event,
    number: int,
) -> None:
    """Tells its sender that a person will look, and the admins under which number it is kept."""
    _sorry(unit, setup, event)
    await troubles.tell(unit, setup, "admin-quarantined", number=number)


async def unreadable(unit: Unit, setup: Setup, event: Event | None) -> None:
    """The same of what no row takes; admins have at most one such letter waiting."""
    if event is not None:
        _sorry(unit, setup, event)
    await troubles.tell(unit, setup, "admin-unreadable", replaces="unreadable")


def _sorry(unit: Unit, setup: Setup, event: Event) -> None:
    if event.press_ref:
        unit.outbox.acknowledge(event.chat, event.press_ref)
    if event.kind is not EventKind.UNREADABLE or event.sender.chat != NOBODY:
        language = known(event.language or setup.language)
        sorry = Reply(text=say(language, "refuse-quarantine"))
        unit.outbox.add(event.sender, sorry)

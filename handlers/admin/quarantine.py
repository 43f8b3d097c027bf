"""What is said of an event that could not be handled."""

from __future__ import annotations

from domain.messages import Event, EventKind, Reply
from domain.people import Role
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
    if event.press_ref:
        unit.outbox.acknowledge(event.chat, event.press_ref)
    if event.kind is not EventKind.UNREADABLE:
        language = known(event.language or setup.language)
        sorry = Reply(text=say(language, "refuse-quarantine"))
        unit.outbox.add(event.sender, sorry)
    for person in unit.directory.staff.values():
        if person.has(Role.ADMIN):
            language = known(person.language or setup.language)
            text = say(
                language,
                "admin-quarantined",
                number=number,
            )
            for address in await unit.people.addresses(person.id):
                unit.outbox.add(address, Reply(text=text))

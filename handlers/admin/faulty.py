"""What admins are told of files that we could not deal with by our own fault."""

from __future__ import annotations

from domain.messages import Reply
from domain.people import Role
from handlers.dialog.setup import Setup
from handlers.texts.sentences import known, say
from storage.unit import Unit

SETTING = "told:faulty-files"
"""The day on which they were told last."""


async def told(unit: Unit, setup: Setup) -> None:
    """Once a day, however many there are: /health has the number."""
    today = unit.now.astimezone(setup.zone).date().isoformat()
    if unit.directory.settings.get(SETTING) == today:
        return
    unit.directory.settings[SETTING] = today
    await unit.settings.put(SETTING, today, None)
    for person in unit.directory.staff.values():
        if person.has(Role.ADMIN):
            language = known(person.language or setup.language)
            text = say(language, "admin-faulty-files")
            for address in await unit.people.addresses(person.id):
                unit.outbox.add(address, Reply(text=text))

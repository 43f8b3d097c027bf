"""A chat blocks us, comes back, or gets a new id."""

from __future__ import annotations

from domain.messages import Address, Event, EventKind
from storage.unit import Unit


async def on_membership(event: Event, unit: Unit) -> None:
    if event.kind is EventKind.MIGRATED:
        await unit.outbox.move_chat(event.chat, Address(event.channel, event.data))
    elif event.kind is EventKind.BLOCKED:
        await lost(event.chat, event.private, unit)
    elif not event.private:
        await unit.staff.group_back(event.chat)
    else:
        person = unit.people.at(event.sender)
        if person is not None:
            unit.people.meet(event.sender, person.name)


async def lost(chat: Address, private: bool, unit: Unit) -> None:
    """Nobody hears us there: nothing more is sent until they are back. Cases and their clocks go on."""
    await unit.outbox.drop_address(chat)
    if private:
        await unit.people.unreachable(chat)
    else:
        await unit.staff.group_lost(chat)

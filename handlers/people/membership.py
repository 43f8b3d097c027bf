"""A chat blocks us, comes back, or gets a new id."""

from __future__ import annotations

from domain.messages import (
    Address,
    Event,
    EventKind,
    Reply,
)
from handlers.actions.own import returning
from handlers.casework.reach import admins_of
from handlers.dialog.setup import Setup
from handlers.dialog.turn import Turn
from handlers.texts.sentences import known, say
from storage.outbox.letters import NOTICE
from storage.unit import Unit

MOST_NAMED = 20
"""Cases that are named of somebody who is gone."""


async def on_membership(event: Event, unit: Unit, setup: Setup) -> None:
    if event.kind is EventKind.MIGRATED:
        await moved(
            unit,
            event.chat,
            Address(event.channel, event.data),
        )
    elif event.kind is EventKind.BLOCKED:
        await lost(event.chat, event.private, unit, setup)
    elif not event.private:
        await unit.groups.back(event.chat)
    else:
        person = unit.people.at(event.sender)
        if person is not None:
            unit.people.meet(event.sender, person.name)
            await returning.tell(Turn(event, unit, setup, person))


async def moved(unit: Unit, old: Address, new: Address) -> None:
    """A chat has a new id: everything that waits for it, stands in it or is bound to it goes
    along.
    """
    await unit.outbox.move_chat(old, new)
    await unit.sent_messages.move_chat(old, new)
    await unit.groups.move_chat(old, new)
    await unit.forms.move_chat(old, new)


async def lost(
    chat: Address,
    private: bool,
    unit: Unit,
    setup: Setup,
) -> None:
    """Nobody hears us there: nothing more is sent until they are back. Cases and their clocks go
    on.
    """
    bound = unit.directory.groups.items()
    parts = {one: area for one, area in bound if one.within(chat)}
    for one in {chat, *parts}:
        await unit.outbox.drop_address(one)
    if private:
        await unit.people.unreachable(chat)
        await _left_behind(chat, unit, setup)
    else:
        await unit.groups.lost(chat)
        for area in sorted(parts.values()):
            await _tell_admins("admin-unreachable", area, unit, setup)


async def _left_behind(chat: Address, unit: Unit, setup: Setup) -> None:
    """Whoever hears nothing any more at any door may have cases in hand: somebody has to know."""
    await unit.people.load([chat])
    person = unit.people.at(chat)
    if person is None or not person.staff:
        return
    doors = await unit.people.addresses(person.id)
    carried = await unit.cases.carried_by(person.id, MOST_NAMED)
    if not carried or any(door != chat for door in doors):
        return
    about = {"name": person.name, "count": len(carried)}
    for admin in admins_of(unit, carried[0].area):
        language = known(admin.language or setup.language)
        numbers = " ".join(case.number for case in carried)
        text = say(language, "admin-carer-gone", numbers=numbers, **about)
        for address in await unit.people.addresses(admin.id):
            if admin.id != person.id:
                unit.outbox.add(address, Reply(text=text), NOTICE)


async def tried(
    chat: Address,
    there: bool,
    unit: Unit,
    setup: Setup,
) -> None:
    """A group was asked whether it takes messages; it may have changed since."""
    if there:
        await unit.groups.back(chat)
    elif any(one.within(chat) for one in unit.directory.groups):
        await lost(chat, False, unit, setup)


async def refused(chat: Address, unit: Unit, setup: Setup) -> None:
    """A letter could be said to a grid's group in no form; the group itself stays."""
    area = unit.directory.groups.get(chat, "")
    if area:
        await _tell_admins("admin-refused", area, unit, setup)


async def _tell_admins(key: str, area: str, unit: Unit, setup: Setup) -> None:
    """A grid without its group is a grid that hears less: the nearest admins are told."""
    for person in admins_of(unit, area):
        language = known(person.language or setup.language)
        text = say(
            language,
            key,
            area=unit.directory.full_name(area),
            code=area,
        )
        for address in await unit.people.addresses(person.id):
            unit.outbox.add(address, Reply(text=text), NOTICE)

"""What is remembered of a chat for a while and asks nothing: a draft that is no form."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from domain.draft import Draft
from domain.messages import Address
from handlers.dialog.ending import DROP_AFTER
from handlers.dialog.turn import Turn
from storage.unit import Unit

# what its name begins with in the store; no form's does
PREFIX = "mark:"
NOBODY = 0
"""Whose a mark is that counts for a chat."""


async def mark(
    turn: Turn,
    name: str,
    about: dict[str, Any] | None = None,
) -> None:
    """Remembers it from now on, for a day at most."""
    await mark_in(turn.unit, turn.private, turn.person.id, name, about)


async def mark_at_all_doors(
    turn: Turn, name: str, about: dict[str, Any] | None = None
) -> None:
    """The same wherever else they write: what they say there is about the same."""
    person = turn.person.id
    for chat in {turn.private, *await turn.unit.people.addresses(person)}:
        await mark_in(turn.unit, chat, person, name, about)


async def mark_in(
    unit: Unit,
    chat: Address,
    person_id: int,
    name: str,
    about: dict[str, Any] | None = None,
) -> None:
    """Remembers it of this chat."""
    made, now = unit.next_id("forms"), unit.now
    kept = Draft(
        made,
        chat,
        person_id,
        PREFIX + name,
        {},
        now,
        now,
        about or {},
    )
    await unit.forms.put(kept)
    unit.timers.set("draft", made, now + DROP_AFTER)


async def too_often(
    unit: Unit,
    chat: Address,
    name: str,
    most: int,
    within: timedelta,
) -> bool:
    """Whether this came so often in a chat already; if not, this time counts too."""
    found = [
        one
        for one in await marks_in(unit, chat, name)
        if unit.now - one.touched_at < within
    ]
    if len(found) < most:
        await mark_in(unit, chat, NOBODY, name)
    return len(found) >= most


async def marks_in(unit: Unit, chat: Address, name: str) -> list[Draft]:
    """All marks of this name, the oldest first."""
    found = await unit.forms.of(chat)
    return [one for one in found if one.name == PREFIX + name]


async def marked(turn: Turn, name: str, within: timedelta) -> Draft | None:
    """The newest mark of this name, if it is not older."""
    for one in reversed(await turn.unit.forms.of(turn.private)):
        if one.name == PREFIX + name and turn.unit.now - one.touched_at < within:
            return one
    return None


async def open_drafts(turn: Turn) -> list[Draft]:
    """The forms that are open here, the one talked about last at the end; no marks."""
    found = await turn.unit.forms.of(turn.private)
    return [one for one in found if not is_mark(one)]


def is_mark(draft: Draft) -> bool:
    return draft.name.startswith(PREFIX)

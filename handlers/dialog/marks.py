"""What is remembered of a chat for a while and asks nothing: a draft that is no form."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from domain.draft import Draft
from handlers.dialog.conversation import DROP_AFTER
from handlers.dialog.turn import Turn

# what its name begins with in the store; no form's does
PREFIX = "mark:"


async def mark(turn: Turn, name: str, about: dict[str, Any] | None = None) -> None:
    """Remembers it from now on, for a day at most."""
    unit, now = turn.unit, turn.unit.now
    made = unit.next_id("forms")
    kind, person = PREFIX + name, turn.person.id
    kept = Draft(made, turn.private, person, kind, {}, now, now, about or {})
    await unit.forms.put(kept)
    unit.timers.set("draft", made, now + DROP_AFTER)


async def marked(turn: Turn, name: str, within: timedelta) -> Draft | None:
    """The newest mark of this name, if it is not older."""
    for one in reversed(await turn.unit.forms.of(turn.private)):
        if one.name == PREFIX + name and turn.unit.now - one.touched_at < within:
            return one
    return None


async def open_drafts(turn: Turn) -> list[Draft]:
    """The forms that are open here, the one talked about last at the end; no marks."""
    found = await turn.unit.forms.of(turn.private)
    return [one for one in found if not one.name.startswith(PREFIX)]

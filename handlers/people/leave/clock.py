"""Leave that was planned begins: what they carry goes to colleagues, and they are told so."""

from __future__ import annotations

from datetime import datetime

from handlers.casework import phrases
from handlers.casework.letters.sending import send
from handlers.casework.rearranging.hand_over import rehome
from handlers.dialog.scene import Scene
from handlers.people.leave.planned import TIMER
from handlers.texts.sentences import say


async def leave_due(scene: Scene, person_id: int, due_at: datetime) -> None:
    """Nothing where it is over by then, or where they are no staff any more."""
    unit = scene.unit
    unit.timers.set(TIMER, person_id, None)
    person = await unit.people.get(person_id)
    until = person.away_until if person else None
    if person is None or until is None or not person.away(unit.now):
        return
    await unit.directory_now()
    moved = await rehome(scene, person, all_of_them=True)
    unit.history.audit(None, "handed-over", person=person_id, moved=moved)
    language = scene.language_of(person)
    at = phrases.when(language, until, unit.now, scene.setup)
    await send(scene, person, say(language, "leave-begun", at=at, count=moved))

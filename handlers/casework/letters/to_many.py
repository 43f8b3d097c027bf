"""A letter for each of many, in the slow lane, and how many people that reaches."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from domain.messages import Address, Reply
from handlers.casework.letters.sending import waits_until
from handlers.dialog.scene import Scene
from storage.outbox.letters import ANNOUNCEMENT


async def people_of(scene: Scene, audience: Sequence[Address]) -> int:
    """How many it reaches: who has two doors is one; a group counts as one too."""
    known = await scene.unit.people.at_many(audience)
    return len({person.id for person in known.values()}) + len(audience) - len(known)


async def announce(
    scene: Scene,
    audience: Sequence[Address],
    said: Callable[[str], Reply],
) -> None:
    """Puts a letter for everybody into the slow lane; `said` makes it in a language."""
    people = await scene.unit.people.at_many(audience)
    for address in audience:
        person = people.get(address)
        at = waits_until(scene, person) if person else None
        reply = said(scene.language_of(person))
        scene.unit.outbox.add(
            address,
            reply,
            ANNOUNCEMENT,
            at=at,
        )

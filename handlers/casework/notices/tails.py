"""What rooms that may be off add to the letter by which a filer hears of an act: a line each."""

from __future__ import annotations

from domain.people import Person
from handlers.casework.happened import Happened
from handlers.dialog.scene import Scene
from handlers.texts.sentences import Safe


async def with_tails(
    scene: Scene,
    happened: Happened,
    person: Person,
    text: Safe,
) -> Safe:
    """One letter where there would be two."""
    if person.id != happened.case.filer_id:
        return text
    more = [await tail(scene, happened) for tail in scene.setup.tails]
    return Safe("\n".join(filter(None, (text, *more))))

"""The services of the menu end by their file: admins hear a week before, and when some have."""

from __future__ import annotations

from datetime import datetime

from domain.matching.listing import A_WEEK, AT_LEAST, MENU, TIMER
from domain.people import Role
from handlers.casework.letters.sending import send
from handlers.dialog.scene import Scene
from handlers.matching.wording import day
from handlers.texts.sentences import say


async def menu_due(scene: Scene) -> None:
    """Ends what is over, says what is over soon, once, and looks again when the next is."""
    unit = scene.unit
    gone = await unit.loaded_listings.end_services()
    if gone:
        await _tell(scene, "notice-menu-ended", count=gone)
    soon, first = await unit.loaded_listings.ending_services(unit.now + A_WEEK)
    if soon and first is not None:
        await _tell(scene, "notice-menu-ends", count=soon, until=first)
    upcoming = await unit.loaded_listings.next_service_end(A_WEEK)
    if upcoming is not None:
        upcoming = max(upcoming, unit.now + AT_LEAST)
    unit.timers.set(TIMER, MENU, upcoming)


async def _tell(
    scene: Scene, key: str, count: int, until: datetime | None = None
) -> None:
    directory = scene.unit.directory
    at = max(
        until or scene.unit.now,
        scene.unit.now + AT_LEAST,
    )
    for admin in directory.holders(directory.root, Role.ADMIN):
        language = scene.language_of(admin)
        by = day(scene, language, at)
        await send(
            scene,
            admin,
            say(language, key, count=count, day=by),
        )

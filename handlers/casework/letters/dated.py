"""A moment in a letter that quiet hours may hold back: what is read on another day says the date,
for by then "today" is yesterday.
"""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from domain.case import Case
from domain.kinds import Urgency
from domain.people import Person
from handlers.casework import phrases
from handlers.casework.letters.sending import waits_until
from handlers.dialog.scene import Scene


def when(scene: Scene, person: Person, case: Case, at: datetime) -> str:
    """As this person reads it once the letter about that case comes."""
    now, zone = scene.unit.now, scene.setup.zone
    urgent = case.urgency is Urgency.URGENT
    until = None if urgent else waits_until(scene, person)
    another = until is not None and _day(until, zone) != _day(now, zone)
    language = scene.language_of(person)
    return phrases.when(language, at, None if another else now, scene.setup)


def _day(at: datetime, zone: ZoneInfo) -> date:
    return at.astimezone(zone).date()

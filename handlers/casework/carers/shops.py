"""Reports about shops: passed on with the next morning's batch, and never told by the minute, so
that no shop can tell which of its riders it was.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from domain.case import Case
from domain.kinds import Urgency
from domain.quiet import next_local
from handlers.casework import phrases
from handlers.dialog.scene import Scene
from handlers.dialog.setup import Setup
from handlers.dialog.turn import Turn

TIMER = "shop"
LEAST = timedelta(hours=4)
"""What comes so shortly before a batch goes with the one of the next day (ours)."""


def of_shop(setup: Setup, category: str) -> bool:
    """Whether reports of this category are about shops, as the vocabulary says."""
    known = setup.catalogue.get(category)
    return known is not None and known.shop


def goes_on_at(
    scene: Scene,
    category: str,
    urgency: Urgency,
) -> datetime | None:
    """When such a report is passed on; None for now. What is urgent never waits."""
    minute = scene.setup.shops_at
    if minute is None or urgency is Urgency.URGENT:
        return None
    if not of_shop(scene.setup, category):
        return None
    soonest = scene.unit.now + LEAST
    return next_local(soonest, minute, scene.setup.zone)


def unsealed(case: Case, now: datetime) -> dict[str, Any]:
    """What changes of a report when it is passed on: where that is sooner than in the morning, its
    time counts from now.
    """
    return {"sealed": False, "counts_from": min(case.started_at, now)}


def told_at(
    turn: Turn,
    case: Case,
    at: datetime,
) -> str:
    """A moment of this case as whoever asks reads it: of somebody else's report about a shop its
    day only.
    """
    own = case.filer_id == turn.person.id
    if not own and of_shop(turn.setup, case.category):
        return phrases.day(turn.language, at, turn.setup)
    return phrases.when(
        turn.language,
        at,
        turn.unit.now,
        turn.setup,
    )

"""What somebody who leaves has had of what is for one person a day."""

from __future__ import annotations

from collections import Counter

from handlers.coupons import card
from handlers.dialog import traces
from handlers.dialog.scene import Scene
from handlers.points import claims


async def keep(scene: Scene, person_id: int) -> None:
    """Who comes back has no second share of it (adr 49)."""
    unit, setup = scene.unit, scene.setup
    used = await unit.coupons.used_of(person_id)
    shares = Counter(card.share(offer, day) for offer, day in used)
    for case in await unit.points.paid_cases(person_id):
        shares[claims.share(scene, case)] += 1
    await traces.leave(unit, setup, person_id, shares)

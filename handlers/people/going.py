"""What goes with whoever leaves, for good: they read it before they decide."""

from __future__ import annotations

from domain.points.ledger import rider
from handlers.dialog.turn import Turn


async def going(turn: Turn) -> str:
    """What they have of it, as a list; '' where there is nothing."""
    unit, me = turn.unit, turn.person.id
    points = await unit.points.balance(rider(me))
    waiting = await unit.points.waiting(me)
    counts = (
        ("going-points", max(points, 0)),
        ("going-waiting", len(waiting)),
        ("going-gifts", len(await unit.gift_orders.open_of(me))),
        ("going-coupons", len(await unit.coupons.open_of(me))),
        ("going-posts", len(await unit.members.of(me))),
        ("going-shops", len(await unit.merchant_keepers.kept_by(me))),
    )
    said = [turn.label(key, count=count) for key, count in counts if count]
    return turn.label("going-between").join(said)

"""The hive's rooms, merged: how each begins, and what people do when they hear of something."""

from __future__ import annotations

from typing import Any

from bench.simulate.hive import (
    cheats,
    claiming,
    coupons,
    gifts,
    matching,
    members,
    orders,
    points,
    screening,
    serving,
    stations,
    wishing,
)

BEGIN = (
    wishing.begin,
    claiming.begin,
    orders.begin,
    members.begin,
    coupons.begin,
    gifts.begin,
    points.begin,
    stations.begin,
    cheats.begin,
    matching.begin,
)
BEES: dict[str, Any] = {
    **wishing.HABITS,
    **claiming.HABITS,
    **orders.BEES,
    **members.BEES,
}
CARERS: dict[str, Any] = {
    **screening.HABITS,
    **claiming.HABITS,
    **orders.CARERS,
    **matching.CARERS,
    **serving.CARERS,
    **members.CARERS,
    **points.CARERS,
    **stations.CARERS,
}
SHOPS: dict[str, Any] = {**coupons.SHOPS, **claiming.HABITS}
notes = orders.notes

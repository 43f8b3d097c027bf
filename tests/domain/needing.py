"""Short ways to make listings."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from domain.matching.listing import Listing, ListingKind, ListingState
from domain.matching.times import ANY
from tests.house import MORNING

NEED, RESOURCE = ListingKind.NEED, ListingKind.RESOURCE


def listing(kind: ListingKind = NEED, /, **fields: Any) -> Listing:
    """An open listing of one, for a month; `fields` are those of Listing."""
    capacity = fields.pop("capacity", 1)
    usual: dict[str, Any] = {
        "id": 0,
        "state": ListingState.OPEN,
        "words": kind.value,
        "category": "care",
        "areas": ("G01",),
        "times": ANY,
        "left": capacity,
        "since": MORNING,
        "until": MORNING + timedelta(days=30),
    }
    return Listing(kind=kind, capacity=capacity, **{**usual, **fields})

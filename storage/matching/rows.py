"""Listings as rows."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from domain.matching.listing import Listing, ListingKind, ListingState


def listing_of(row: Any) -> Listing:
    since: datetime = row.since
    until: datetime = row.until
    return Listing(
        id=row.id,
        kind=ListingKind(row.kind),
        state=ListingState(row.state),
        words=row.words,
        category=row.category,
        areas=tuple(row.areas),
        times=row.times,
        capacity=row.capacity,
        left=row.left,
        since=since,
        until=until,
        whose_id=row.whose_id,
        whose=row.whose,
        keeper_id=row.keeper_id,
        case_id=row.case_id,
        need_id=row.need_id,
        resource_id=row.resource_id,
        looked=row.looked,
        note=row.note,
        code=row.code,
    )

"""Where cases were filed, for figures that are about places."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select

from domain.messages import Place
from storage.figures.scope import Scope
from storage.session import Session
from storage.tables.cases import PASSED_ON, cases


async def spots(
    session: Session,
    scope: Scope,
    since: datetime,
    most: int,
) -> list[tuple[Place, datetime]]:
    """The point and the moment of each case that was filed since then and has a point, at most
    the newest `most`; parts of cases do not count.
    """
    c = cases.c
    rows = select(c.lat, c.lon, c.filed_at).where(
        scope.within(cases),
        PASSED_ON,
        c.filed_at >= since,
        c.lat.is_not(None),
        c.parent_id.is_(None),
    )
    newest = rows.order_by(c.filed_at.desc()).limit(most)
    found = await session.query(newest)
    return [(Place(row.lat, row.lon), row.filed_at) for row in found]

"""Open cases that a new one may repeat: near a place, or in an area.

A filing waits for these, so nothing here flushes the Unit. What the Unit holds back, new or changed
cases, is laid over what the database says. Confidential cases and parts of other cases are never
among them.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Integer,
    Select,
    bindparam,
    literal_column,
    select,
    text,
    type_coerce,
)

from domain.case import Case
from domain.distance import distance
from domain.likeness import Matter
from domain.messages import Place
from domain.privacy import Privacy
from storage.cases.rows import case_of
from storage.columns import Instant
from storage.memory.nearby import matter_of
from storage.session import Session
from storage.tables.cases import IS_OPEN, cases

MOST = 12  # as many as are compared
PIECE = 50  # cases that are read at one go, in some 20 ms
Matters = dict[int, Matter]


def _open_since() -> Select[Any]:
    """Open cases since :since that may be shown to others, the newest :most."""
    c = cases.c
    # A sum is in no index: else the planner may take the one of all cases by area and time, closed
    # ones too.
    filed_at = type_coerce(c.filed_at, BigInteger) + literal_column("0")
    shared = c.parent_id.is_(None) & (c.privacy != Privacy.CONFIDENTIAL.value)
    since = bindparam("since", type_=Instant)
    rows = select(cases.c.id).where(
        text(IS_OPEN),
        filed_at >= since,
        shared,
    )
    most = bindparam("most", type_=Integer)
    return rows.order_by(filed_at.desc(), c.id.desc()).limit(most)


OF_IDS = select(cases).where(cases.c.id.in_(bindparam("ids", expanding=True)))
OF_AREAS = _open_since().where(cases.c.area.in_(bindparam("areas", expanding=True)))


class Similar:
    def __init__(self, session: Session) -> None:
        self._session = session
        self._known = session.known

    def many(self, areas: Collection[str], most: int) -> bool:
        """Whether more than so many are open in these areas, as far as all may know of them."""
        return self._session.memory.nearby.many(areas, most)

    async def open_of(
        self, areas: Collection[str], since: datetime, most: int = 5000
    ) -> list[Case]:
        """All open cases of these areas filed since then, the newest first: for common problems.
        They are read piece by piece.
        """
        asked = {
            "areas": list(areas),
            "since": since,
            "most": most,
        }
        ids = list((await self._session.run(OF_AREAS, asked)).scalars())
        for first in range(0, len(ids), PIECE):
            await self.cases_of(ids[first : first + PIECE])
        found = (
            case
            for case in self._known.cases.values()
            if _shared(case, since) and case.area in areas
        )
        return sorted(found, key=_newest, reverse=True)[:most]

    async def matters_near(
        self,
        category: str,
        place: Place,
        since: datetime,
        radius: float,
        most: int = MOST,
    ) -> Matters:
        """What is compared of the open cases of a category filed since then within `radius`
        metres, the newest first: no statement at all where nothing is near.
        """
        nearby = self._session.memory.nearby
        ids = nearby.near(
            category,
            place,
            radius,
            since,
            most,
        )

        def fits(case: Case) -> bool:
            if case.category != category or case.place is None:
                return False
            return distance(place, case.place) <= radius

        return await self._matters(
            ids,
            since,
            most,
            fits,
        )

    async def matters_in(
        self,
        category: str,
        area: str,
        since: datetime,
        most: int = MOST,
        placeless: bool = False,
    ) -> Matters:
        """What is compared of the open cases of a category filed in just this area since then;
        with `placeless` only those without coordinates.
        """
        nearby = self._session.memory.nearby
        ids = nearby.inside(
            category,
            area,
            since,
            most,
            placeless,
        )

        def fits(case: Case) -> bool:
            if (case.category, case.area) != (category, area):
                return False
            return not (placeless and case.place)

        return await self._matters(
            ids,
            since,
            most,
            fits,
        )

    async def _matters(
        self,
        ids: list[int],
        since: datetime,
        most: int,
        fits: Callable[[Case], bool],
    ) -> Matters:
        """What was found in memory, without what the Unit knows better; and what the Unit holds."""
        touched = self._known.touched
        others = [case_id for case_id in ids if case_id not in touched]
        found = await self._remembered(others)
        held = [
            case
            for case in (self._known.cases[one] for one in touched)
            if _shared(case, since) and fits(case)
        ]
        if not held:
            return found
        found |= {case.id: matter_of(case) for case in held}
        newest = sorted(
            found.items(), key=lambda one: (one[1].at, one[0]), reverse=True
        )
        return dict(newest[:most])

    async def _remembered(self, ids: list[int]) -> Matters:
        nearby = self._session.memory.nearby
        if missing := [case_id for case_id in ids if case_id not in nearby.cases]:
            for row in await self._session.run(OF_IDS, {"ids": missing}):
                nearby.remember(case_of(row))
        matters = nearby.matters
        return {case_id: matters[case_id] for case_id in ids if case_id in matters}

    async def cases_of(self, case_ids: Iterable[int]) -> list[Case]:
        """Whole cases, in the order of their ids' mention, read in one go. They may be changed."""
        wanted, known = list(case_ids), self._known.cases
        remembered = self._session.memory.nearby.cases
        for case_id in wanted:
            if case_id not in known and case_id in remembered:
                known[case_id] = remembered[case_id]
        if missing := [case_id for case_id in wanted if case_id not in known]:
            for row in await self._session.run(OF_IDS, {"ids": missing}):
                known[row.id] = case_of(row)
        return [known[case_id] for case_id in wanted if case_id in known]


def _newest(case: Case) -> tuple[datetime, int]:
    return case.filed_at, case.id


def _shared(case: Case, since: datetime) -> bool:
    """What `_open_since` says, for cases that the Unit holds."""
    return (
        case.open
        and case.filed_at >= since
        and case.parent_id is None
        and case.privacy is not Privacy.CONFIDENTIAL
    )

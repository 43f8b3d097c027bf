"""Open cases that a new one may repeat: near a place, in an area (`storage/nearby.py`), and their
pictures' hashes.

A filing waits for these, so nothing here flushes the Unit. What the Unit holds back, new or changed
cases, is laid over what the database says. Confidential cases and parts of other cases are never
among them.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Integer,
    Select,
    bindparam,
    literal_column,
    select,
    text,
    type_coerce,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.case import Case
from domain.distance import distance
from domain.likeness import Matter
from domain.messages import Place
from domain.privacy import Privacy
from storage import tables as t
from storage.cases import case_of
from storage.columns import Instant
from storage.nearby import Nearby, matter_of

if TYPE_CHECKING:
    from storage.unit import Unit

MOST = 12  # as many as are compared
Matters = dict[int, Matter]
c = t.cases.c


def _open(*what: Any) -> Select[Any]:
    """Open cases since :since that may be shown to others, the newest :most."""
    # A sum is in no index: else the planner may take the one of all cases by area and time, closed
    # ones too.
    filed_at = type_coerce(c.filed_at, BigInteger) + literal_column("0")
    shared: ColumnElement[bool] = c.parent_id.is_(None) & (
        c.privacy != Privacy.CONFIDENTIAL.value
    )
    rows = select(*what).where(
        text(t.IS_OPEN), filed_at >= bindparam("since", type_=Instant), shared
    )
    return rows.order_by(filed_at.desc(), c.id.desc()).limit(
        bindparam("most", type_=Integer)
    )


OF_IDS = select(t.cases).where(c.id.in_(bindparam("ids", expanding=True)))
OF_AREAS = _open(t.cases).where(c.area.in_(bindparam("areas", expanding=True)))

m = t.media.c
HASHES = select(m.id, m.case_id, m.dhash).where(m.dhash.is_not(None)).order_by(m.id)
HASHES_OF_CASES = HASHES.where(m.case_id.in_(bindparam("ids", expanding=True)))


async def near(
    unit: Unit,
    category: str,
    place: Place,
    since: datetime,
    radius: float,
    most: int = MOST,
) -> list[Case]:
    """Open cases of a category filed since then within `radius` metres, the newest first."""
    return await cases_of(
        unit, await matters_near(unit, category, place, since, radius, most)
    )


async def in_area(
    unit: Unit, category: str, area: str, since: datetime, most: int = MOST
) -> list[Case]:
    """Open cases of a category filed in just this area since then, the newest first."""
    return await cases_of(unit, await matters_in(unit, category, area, since, most))


async def open_of(
    unit: Unit, areas: Collection[str], since: datetime, most: int = 5000
) -> list[Case]:
    """All open cases of these areas filed since then, the newest first: for common problems."""
    asked = {"areas": list(areas), "since": since, "most": most}
    for row in await unit.connection.execute(OF_AREAS, asked):
        if row.id not in unit.cases.known:
            _keep(unit, row)
    known = unit.cases.known.values()
    return _newest(
        (case for case in known if _shared(case, since) and case.area in areas), most
    )


async def matters_near(
    unit: Unit,
    category: str,
    place: Place,
    since: datetime,
    radius: float,
    most: int = MOST,
) -> Matters:
    """As `near`, but only what is compared: no statement at all where nothing is near."""
    ids = unit.database.nearby.near(category, place, radius, since, most)

    def fits(case: Case) -> bool:
        return (
            case.category == category
            and case.place is not None
            and distance(place, case.place) <= radius
        )

    return await _matters(unit, ids, since, most, fits)


async def matters_in(
    unit: Unit,
    category: str,
    area: str,
    since: datetime,
    most: int = MOST,
    placeless: bool = False,
) -> Matters:
    """As `in_area`, but only what is compared; with `placeless` only those without coordinates."""
    ids = unit.database.nearby.inside(category, area, since, most, placeless)

    def fits(case: Case) -> bool:
        return (case.category, case.area) == (category, area) and not (
            placeless and case.place
        )

    return await _matters(unit, ids, since, most, fits)


def _shared(case: Case, since: datetime) -> bool:
    """What `_open` says, for cases that the Unit holds."""
    return (
        case.open
        and case.filed_at >= since
        and case.parent_id is None
        and case.privacy is not Privacy.CONFIDENTIAL
    )


async def _matters(
    unit: Unit, ids: list[int], since: datetime, most: int, fits: Callable[[Case], bool]
) -> Matters:
    """What was found in memory, without what the Unit knows better; and what the Unit holds."""
    touched, nearby = unit.cases.touched, unit.database.nearby
    held = [case for case in touched.values() if _shared(case, since) and fits(case)]
    others = [case_id for case_id in ids if case_id not in touched]
    if missing := [case_id for case_id in others if case_id not in nearby.cases]:
        for row in await unit.connection.execute(OF_IDS, {"ids": missing}):
            nearby.remember(case_of(row))
    found = {
        case_id: nearby.matters[case_id]
        for case_id in others
        if case_id in nearby.matters
    }
    if not held:
        return found
    found |= {case.id: matter_of(case) for case in held}
    return dict(
        sorted(found.items(), key=lambda pair: (pair[1].at, pair[0]), reverse=True)[
            :most
        ]
    )


async def cases_of(unit: Unit, case_ids: Iterable[int]) -> list[Case]:
    """Whole cases, in the order of their ids' mention, read in one go."""
    wanted, known = list(case_ids), unit.cases.known
    for case_id in wanted:
        if case_id not in known and case_id in unit.database.nearby.cases:
            unit.cases.read(unit.database.nearby.cases[case_id])
    if missing := [case_id for case_id in wanted if case_id not in known]:
        for row in await unit.connection.execute(OF_IDS, {"ids": missing}):
            _keep(unit, row)
    return [known[case_id] for case_id in wanted if case_id in known]


def _keep(unit: Unit, row: Any) -> None:
    """What has been read in a Unit may be changed there."""
    unit.cases.read(case_of(row))


def _newest(cases: Iterable[Case], most: int) -> list[Case]:
    return sorted(cases, key=lambda case: (case.filed_at, case.id), reverse=True)[:most]


async def hashes_of(unit: Unit, case_ids: Sequence[int]) -> dict[int, tuple[int, ...]]:
    """The hashes of the pictures of these cases; those without any are not in it."""
    if not case_ids:
        return {}
    found: dict[int, tuple[int, ...]] = {}
    for row in await unit.connection.execute(HASHES_OF_CASES, {"ids": list(case_ids)}):
        found[row.case_id] = (*found.get(row.case_id, ()), row.dhash)
    return found


async def load_nearby(connection: AsyncConnection) -> Nearby:
    """All open cases that may be shown to others, once at the start."""
    made = Nearby()
    shared: ColumnElement[bool] = c.parent_id.is_(None) & (
        c.privacy != Privacy.CONFIDENTIAL.value
    )
    rows = select(c.id, c.category, c.area, c.filed_at, c.lat, c.lon).where(
        text(t.IS_OPEN), shared
    )
    for row in await connection.execute(rows):
        made.load(row.id, row.category, row.area, row.filed_at, row.lat, row.lon)
    return made

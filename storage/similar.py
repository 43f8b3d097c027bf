"""Open cases that a new one may repeat: near a place, in an area, and their pictures' hashes.

A filing waits for these, so nothing here flushes the Unit. What the Unit holds back, new or changed cases, is laid
over what the database says. Confidential cases and parts of other cases are never among them.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Float,
    Integer,
    Select,
    bindparam,
    literal_column,
    select,
    text,
    type_coerce,
)

from domain.case import Case, Kind, Privacy
from domain.likeness import METRES_A_DEGREE, Matter, distance
from domain.messages import Place
from storage import tables as t
from storage.cases import case_of
from storage.columns import Instant

if TYPE_CHECKING:
    from storage.unit import Unit

MOST = 40  # as many as are compared
Matters = dict[int, Matter]
c = t.cases.c
COMPARED = (c.id, c.kind, c.category, c.lat, c.lon, c.area, c.words, c.place_words, c.filed_at)


def _open(*what: Any) -> Select[Any]:
    """Open cases since :since that may be shown to others, the newest :most."""
    # A sum is in no index: else the planner may take the one of all cases by area and time, closed ones too.
    filed_at = type_coerce(c.filed_at, BigInteger) + literal_column("0")
    shared: ColumnElement[bool] = c.parent_id.is_(None) & (c.privacy != Privacy.CONFIDENTIAL.value)
    rows = select(*what).where(text(t.IS_OPEN), filed_at >= bindparam("since", type_=Instant), shared)
    return rows.order_by(filed_at.desc(), c.id.desc()).limit(bindparam("most", type_=Integer))


apart_north = c.lat - bindparam("lat", type_=Float)
apart_east = (c.lon - bindparam("lon", type_=Float)) * bindparam("squeeze", type_=Float)
OF_CATEGORY = _open(*COMPARED).where(c.category == bindparam("category"))
NEAR = OF_CATEGORY.where(
    c.lat.between(bindparam("south"), bindparam("north")),
    c.lon.between(bindparam("west"), bindparam("east")),
    # A circle 1% too wide, so that the corners of the box do not use up :most; what is exact comes after.
    bindparam("wide", type_=Float) >= apart_north * apart_north + apart_east * apart_east,
)
IN_AREA = OF_CATEGORY.where(c.area == bindparam("area"))
PLACELESS = IN_AREA.where(c.lat.is_(None))
OF_IDS = select(t.cases).where(c.id.in_(bindparam("ids", expanding=True)))
OF_AREAS = _open(t.cases).where(c.area.in_(bindparam("areas", expanding=True)))

m = t.media.c
HASHES = select(m.id, m.case_id, m.dhash).where(m.dhash.is_not(None)).order_by(m.id)
HASHES_OF_CASES = HASHES.where(m.case_id.in_(bindparam("ids", expanding=True)))
HASHES_OF_MEDIA = HASHES.where(m.id.in_(bindparam("ids", expanding=True)))


async def near(unit: Unit, category: str, place: Place, since: datetime, radius: float, most: int = MOST) -> list[Case]:
    """Open cases of a category filed since then within `radius` metres, the newest first."""
    return await cases_of(unit, await matters_near(unit, category, place, since, radius, most))


async def in_area(unit: Unit, category: str, area: str, since: datetime, most: int = MOST) -> list[Case]:
    """Open cases of a category filed in just this area since then, the newest first."""
    return await cases_of(unit, await matters_in(unit, category, area, since, most))


async def open_of(unit: Unit, areas: Collection[str], since: datetime, most: int = 5000) -> list[Case]:
    """All open cases of these areas filed since then, the newest first: for common problems."""
    asked = {"areas": list(areas), "since": since, "most": most}
    for row in await unit.connection.execute(OF_AREAS, asked):
        if row.id not in unit.cases._by_id:
            _keep(unit, row)
    known = unit.cases._by_id.values()
    return _newest((case for case in known if _shared(case, since) and case.area in areas), most)


async def matters_near(
    unit: Unit, category: str, place: Place, since: datetime, radius: float, most: int = MOST
) -> Matters:
    """As `near`, but only what is compared: a third of the work."""
    high = radius / METRES_A_DEGREE
    squeeze = max(0.01, math.cos(math.radians(place.lat)))
    asked = {
        "category": category, "since": since, "most": most, "lat": place.lat, "lon": place.lon, "squeeze": squeeze,
        "south": place.lat - high, "north": place.lat + high, "west": place.lon - high / squeeze,
        "east": place.lon + high / squeeze, "wide": (high * 1.01) ** 2,
    }  # fmt: skip

    def fits(matter: Matter | Case) -> bool:
        return matter.category == category and matter.place is not None and distance(place, matter.place) <= radius

    return await _matters(unit, NEAR, asked, fits)


async def matters_in(
    unit: Unit, category: str, area: str, since: datetime, most: int = MOST, placeless: bool = False
) -> Matters:
    """As `in_area`, but only what is compared; with `placeless` only those without coordinates."""
    asked = {"category": category, "area": area, "since": since, "most": most}

    def fits(matter: Matter | Case) -> bool:
        return (matter.category, matter.area) == (category, area) and not (placeless and matter.place)

    return await _matters(unit, PLACELESS if placeless else IN_AREA, asked, fits)


def _shared(case: Case, since: datetime) -> bool:
    """What `_open` says, for cases that the Unit holds."""
    return (
        case.open and case.filed_at >= since and case.parent_id is None and case.privacy is not Privacy.CONFIDENTIAL
    )  # fmt: skip


async def _matters(
    unit: Unit, rows: Select[Any], asked: dict[str, Any], fits: Callable[[Matter | Case], bool]
) -> Matters:
    """What the database finds, without what the Unit knows better; and what the Unit holds."""
    known, since, most = unit.cases._by_id, asked["since"], asked["most"]
    held = {case.id: matter_of(case) for case in known.values() if _shared(case, since) and fits(case)}
    found = {row.id: _matter(row) for row in await unit.connection.execute(rows, asked) if row.id not in known}
    fitting = {case_id: matter for case_id, matter in found.items() if fits(matter)} | held
    return dict(sorted(fitting.items(), key=lambda pair: (pair[1].at, pair[0]), reverse=True)[:most])


def matter_of(case: Case, hashes: tuple[int, ...] = ()) -> Matter:
    return Matter(
        case.kind, case.category, case.place, case.area, case.words, case.filed_at, hashes, case.place_words
    )  # fmt: skip


def _matter(row: Any) -> Matter:
    place = Place(row.lat, row.lon) if row.lat is not None else None
    return Matter(Kind(row.kind), row.category, place, row.area, row.words, row.filed_at, (), row.place_words)


async def cases_of(unit: Unit, case_ids: Iterable[int]) -> list[Case]:
    """Whole cases, in the order of their ids' mention, read in one go."""
    wanted, known = list(case_ids), unit.cases._by_id
    if missing := [case_id for case_id in wanted if case_id not in known]:
        for row in await unit.connection.execute(OF_IDS, {"ids": missing}):
            _keep(unit, row)
    return [known[case_id] for case_id in wanted if case_id in known]


def _keep(unit: Unit, row: Any) -> None:
    """What has been read in a Unit may be changed there."""
    unit.cases._by_id[row.id] = case_of(row)


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


async def hashes_of_media(unit: Unit, media_ids: Sequence[int]) -> dict[int, int]:
    """The hashes of these pictures, as far as their bytes have come; to be compared with those of cases."""
    if not media_ids:
        return {}
    rows = await unit.connection.execute(HASHES_OF_MEDIA, {"ids": list(media_ids)})
    return {row.id: row.dhash for row in rows}

"""The lists of cases that people ask for."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import (
    Integer,
    Select,
    TextClause,
    bindparam,
    func,
    literal_column,
    select,
    text,
)

from domain.case import Case
from domain.kinds import Urgency
from domain.privacy import Privacy
from domain.wanted import EVERYTHING, Wanted
from storage.cases.narrowing import conditions
from storage.cases.rows import case_of
from storage.session import Session
from storage.statements import same
from storage.tables.cases import IS_OPEN, PASSED_ON, cases


def is_open() -> TextClause:
    # Written out, so that the planner of both engines sees that the partial indexes fit.
    return text(IS_OPEN)


A_YEAR = timedelta(days=365)
AT_ONCE = 10
"""So many of somebody's own are read where fewer are wanted: whoever asks next, for more or less,
has them.
"""
ALL = select(cases)
UP_TO = bindparam("most", type_=Integer)
FILED = (
    ALL.where(same(cases.c.filer_id), cases.c.parent_id.is_(None))
    .order_by(cases.c.id.desc())
    .limit(UP_TO)
)
ANY = (
    select(cases.c.id)
    .where(same(cases.c.filer_id), cases.c.parent_id.is_(None))
    .where(cases.c.urgency != bindparam("but"))
    .limit(1)
)
AREAS = (
    select(cases.c.id, cases.c.area)
    .where(same(cases.c.filer_id), cases.c.parent_id.is_(None))
    .where(cases.c.filed_at >= bindparam("since"))
    .order_by(cases.c.id.desc())
    .limit(UP_TO)
)
CARRIED = (
    ALL.where(is_open(), same(cases.c.assignee_id))
    .order_by(cases.c.due_at, cases.c.id)
    .limit(UP_TO)
)
SOLVED = (
    ALL.where(cases.c.area.in_(bindparam("areas", expanding=True)))
    .where(cases.c.filed_at >= bindparam("filed"))
    .where(cases.c.resolved_at >= bindparam("since"))
    .where(cases.c.resolved_at < bindparam("until"))
    .order_by(cases.c.resolved_at, cases.c.id)
    .limit(UP_TO)
)
PARTS = ALL.where(same(cases.c.parent_id)).order_by(cases.c.id)
MERGED = ALL.where(same(cases.c.merged_into)).order_by(cases.c.id)


@cache
def _open_in(
    office: bool, post: bool, confidential: bool | None, late: bool
) -> Select[Any]:
    home = cases.c.office if office else cases.c.area
    among_them = home.in_(bindparam("areas", expanding=True))
    rows = ALL.where(is_open(), PASSED_ON, among_them)
    if office:
        rows = rows.where(cases.c.office != literal_column("''"))
    if post:
        rows = rows.where(same(cases.c.post))
    if confidential is not None:
        hidden = cases.c.privacy == Privacy.CONFIDENTIAL.value
        rows = rows.where(hidden == confidential)
    if late:
        rows = rows.where(cases.c.due_at <= bindparam("late_at"))
    return rows.order_by(cases.c.due_at, cases.c.id).limit(UP_TO)


class CaseLists:
    def __init__(self, session: Session) -> None:
        self._session = session
        self._by_id = session.known.cases

    async def _list(self, rows: Select[Any], **given: Any) -> list[Case]:
        found = await self._session.found(rows, given, case_of)
        self._by_id |= {case.id: case for case in found}
        return [*found]

    async def open_in(
        self,
        areas: Iterable[str],
        most: int,
        late_at: datetime | None = None,
        *,
        post: str = "",
        office: bool = False,
        confidential: bool | None = None,
        wanted: Wanted = EVERYTHING,
    ) -> list[Case]:
        """Open cases of these areas (or `office`s), the soonest due first; with `late_at` only
        those due before it.

        With `post` only those meant for it; `confidential` picks those that are, or that are not.
        All that are `wanted` are among them, up to `most`; some others may be.
        """
        made = _open_in(office, bool(post), confidential, late_at is not None)
        asked = {"areas": tuple(areas), "post": post, "late_at": late_at, "most": most}
        return await self._list(self._narrowed(made, wanted), **asked)

    async def carried_by(
        self, person_id: int, most: int, wanted: Wanted = EVERYTHING
    ) -> list[Case]:
        """Open cases in this person's charge, the soonest due first; `wanted` as in `open_in`."""
        rows = self._narrowed(CARRIED, wanted)
        return await self._list(rows, assignee_id=person_id, most=most)

    def _narrowed(self, rows: Select[Any], wanted: Wanted) -> Select[Any]:
        """The same statement where everything is wanted: it was made to text before."""
        narrower = conditions(wanted, self._session.now)
        return rows.where(*narrower) if narrower else rows

    async def filed_by(self, person_id: int, most: int) -> list[Case]:
        """What this person filed, the newest first."""
        many = max(most, AT_ONCE)
        return (await self._list(FILED, filer_id=person_id, most=many))[:most]

    async def has_filed(self, person_id: int, but: Urgency) -> bool:
        """Whether this person filed anything of another urgency."""
        asked = {"filer_id": person_id, "but": but.value}
        return (await self._session.query(ANY, asked)).first() is not None

    async def solved(
        self,
        areas: Iterable[str],
        span: tuple[datetime, datetime],
        most: int,
    ) -> list[Case]:
        """What was answered in these areas from the first moment to the second, of what was filed
        within a year before; the first first.
        """
        since, until = span
        asked = {"areas": tuple(areas), "since": since, "until": until, "most": most}
        return await self._list(SOLVED, **asked, filed=since - A_YEAR)

    async def areas_of(
        self,
        person_id: int,
        since: datetime,
        most: int,
    ) -> list[str]:
        """Where each case is that this person has filed since then, the newest first."""
        asked = {"filer_id": person_id, "since": since, "most": most}
        # nothing is flushed: what this Unit holds back is laid over it
        found = await self._session.run(AREAS, asked)
        areas = {row.id: row.area for row in found}
        for case in map(self._by_id.__getitem__, self._session.known.touched):
            mine = case.filer_id == person_id and case.parent_id is None
            if mine and case.filed_at >= since:
                areas[case.id] = case.area
        return [areas[case_id] for case_id in sorted(areas, reverse=True)][:most]

    async def count_open(self, areas: Iterable[str]) -> int:
        rows = (
            select(func.count())
            .select_from(cases)
            .where(is_open(), PASSED_ON, cases.c.area.in_(tuple(areas)))
        )
        return int((await self._session.query(rows)).scalar_one())

    async def parts_of(self, case_id: int) -> list[Case]:
        """The parts that a case was split into, the first first."""
        return await self._list(PARTS, parent_id=case_id)

    async def merged_into(self, case_id: int) -> list[Case]:
        """The cases that were merged into this one, the first first."""
        return await self._list(MERGED, merged_into=case_id)

"""The cases that points are for: whose they are, which were paid, and which still wait."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select

from domain.acts import Act
from domain.case import Case
from domain.messages import MediaKind
from domain.points.ledger import Why
from storage.cases.rows import case_of
from storage.points.ledger import Ledger
from storage.tables.cases import cases
from storage.tables.casework import history
from storage.tables.house import timers
from storage.tables.media import media
from storage.tables.points import point_transfers

TRANSFERS = point_transfers.c
TIMER = "points"
"""The kind of timer that a case has while its points wait."""
JOINED = (history.c.act == Act.JOIN.value) & (media.c.kind == MediaKind.PHOTO.value)


class PointCases(Ledger):
    async def paid_cases(self, person_id: int) -> list[Case]:
        """The cases that paid this person as whoever filed them, here or at a door that they joined
        to this one, and were not taken back.
        """
        again = point_transfers.alias()
        undone = select(again.c.id).where(again.c.reverses == TRANSFERS.key)
        theirs = (cases.c.filer_id == person_id) | (TRANSFERS.person_id == person_id)
        rows = (
            select(cases)
            .join(point_transfers, TRANSFERS.case_id == cases.c.id)
            .where(TRANSFERS.why == Why.SOLVED.value, TRANSFERS.refused == "")
            .where(theirs, ~undone.exists())
        )
        return [case_of(row) for row in await self._session.query(rows)]

    async def filers(self, case_id: int) -> list[int]:
        """Who filed a case and those that were merged into it, the first first."""
        own = select(cases.c.id, cases.c.filer_id, cases.c.filed_at)
        first = own.where(cases.c.id == case_id).cte("merged", recursive=True)
        merged = first.union(own.where(cases.c.merged_into == first.c.id))
        rows = (
            select(merged.c.filer_id)
            .where(merged.c.filer_id.is_not(None))
            .order_by(merged.c.filed_at, merged.c.id)
        )
        found = (await self._session.query(rows)).scalars()
        return list(dict.fromkeys(found))

    async def joined_with_photo(self, case_id: int) -> list[int]:
        """Who said "me too" and sent a picture with it, the first first."""
        rows = (
            select(history.c.actor_id, history.c.id)
            .join(media, media.c.history_id == history.c.id)
            .where(history.c.case_id == case_id, JOINED)
            .order_by(history.c.id)
        )
        found = await self._session.query(rows)
        return list(dict.fromkeys(row.actor_id for row in found))

    async def waiting(self, person_id: int) -> list[tuple[Case, datetime]]:
        """Their solved cases that wait to be booked, and until when at the latest."""
        rows = (
            select(cases, timers.c.due_at.label("booked_at"))
            .join(timers, timers.c.subject == cases.c.id)
            .where(timers.c.kind == TIMER, cases.c.filer_id == person_id)
            .order_by(cases.c.id)
        )
        found = await self._session.query(rows)
        return [(case_of(row), row.booked_at) for row in found]

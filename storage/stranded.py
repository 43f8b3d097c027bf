"""Who and what is behind channels that are not switched on: nobody is reached there."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select, text, union, update

from storage.session import Session
from storage.tables.areas import groups
from storage.tables.messages import UNSENT, outbox
from storage.tables.people import accounts, grants

WHY = "its channel is not configured"


class Stranded:
    def __init__(self, session: Session) -> None:
        self._session = session

    async def channels(self) -> set[str]:
        """Those of which somebody has to know: letters wait there, groups are bound, or staff are
        reached nowhere else.
        """
        staff = select(grants.c.person_id)
        rows = union(
            select(outbox.c.channel).where(text(UNSENT)),
            select(groups.c.channel),
            self._only_there(accounts.c.channel).where(
                accounts.c.person_id.in_(staff),
            ),
        )
        found = await self._session.query(rows)
        return {channel for channel in found.scalars() if not self.reaches(channel)}

    def reaches(self, channel: str) -> bool:
        return self._session.memory.reaches(channel)

    async def people(self, channel: str) -> set[int]:
        """The ids of those who are reached there and nowhere else."""
        theirs = self._only_there(accounts.c.person_id)
        found = await self._session.query(
            theirs.where(accounts.c.channel == channel),
        )
        return set(found.scalars())

    def _only_there(self, column: ColumnElement[Any]) -> Select[Any]:
        here = self._session.memory.switched_on or ()
        other = accounts.alias()
        elsewhere = select(other.c.person_id).where(
            other.c.channel.in_(here),
            other.c.unreachable_at.is_(None),
        )
        return select(column).where(
            accounts.c.person_id.not_in(elsewhere),
            accounts.c.unreachable_at.is_(None),
        )

    async def areas(self, channel: str) -> list[str]:
        """Whose groups are there."""
        bound = select(groups.c.area)
        found = await self._session.query(
            bound.where(groups.c.channel == channel),
        )
        return sorted(found.scalars())

    async def letters(self, channel: str) -> int:
        """How many wait."""
        waiting = (
            select(func.count())
            .select_from(outbox)
            .where(
                outbox.c.channel == channel,
                text(UNSENT),
            )
        )
        found = await self._session.query(waiting)
        return int(found.scalar_one())

    async def give_up(self, channel: str, before: datetime) -> int:
        """Those that were made before then wait no more. Returns how many."""
        letters = update(outbox).where(
            outbox.c.channel == channel,
            outbox.c.made_at <= before,
            text(UNSENT),
        )
        done = await self._session.query(
            letters.values(
                state="gave_up",
                error=WHY,
            )
        )
        return done.rowcount

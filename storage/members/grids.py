"""Where members are at home and usually ride: whom news and calls of an area reach."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import ColumnElement, func, select

from domain.members import MemberState
from domain.messages import Address
from storage.session import Session
from storage.tables.members import member_grids, members
from storage.tables.people import accounts, people


class MemberGrids:
    def __init__(self, session: Session) -> None:
        self._session = session

    async def of(self, member_id: int) -> list[str]:
        """The home grid and the usual ones."""
        rows = select(member_grids.c.area).where(
            member_grids.c.member_id == member_id,
        )
        found = await self._session.query(rows.order_by(member_grids.c.area))
        return list(found.scalars())

    async def of_person(self, person_id: int) -> set[str]:
        """All grids of somebody who is a member."""
        rows = select(member_grids.c.area).join(members, _SAME)
        rows = rows.where(_ACTIVE, members.c.person_id == person_id)
        return set((await self._session.query(rows)).scalars())

    async def people(
        self,
        areas: Collection[str],
        most: int,
    ) -> list[int]:
        """Who is a member in these areas, in the order in which they applied."""
        c = members.c
        rows = select(c.person_id, func.min(c.id)).join(member_grids, _SAME)
        rows = rows.where(_ACTIVE, member_grids.c.area.in_(tuple(areas)))
        first = rows.group_by(c.person_id).order_by(func.min(c.id)).limit(most)
        return [row.person_id for row in await self._session.query(first)]

    async def addresses(self, areas: Collection[str]) -> list[Address]:
        """Where the members of these areas hear announcements, unless they want none."""
        rows = (
            select(accounts)
            .join(people, people.c.id == accounts.c.person_id)
            .join(members, members.c.person_id == people.c.id)
            .join(member_grids, _SAME)
        )
        hears = people.c.muted.is_(False) & accounts.c.unreachable_at.is_(None)
        found = await self._session.query(
            rows.where(
                _ACTIVE,
                hears,
                member_grids.c.area.in_(tuple(areas)),
            ).order_by(members.c.id)
        )
        reaches = self._session.memory.reaches
        known = [Address(row.channel, row.chat) for row in found]
        return [one for one in dict.fromkeys(known) if reaches(one.channel)]


_SAME: ColumnElement[bool] = member_grids.c.member_id == members.c.id
_ACTIVE: ColumnElement[bool] = members.c.state == MemberState.MEMBER.value

"""Whose memberships are whose when somebody leaves, or turns out to be somebody else."""

from __future__ import annotations

from sqlalchemy import delete, select, update

from storage.members.members import free_slot
from storage.session import Session
from storage.tables.members import member_grids, members


class MembersLeaving:
    def __init__(self, session: Session) -> None:
        self._session = session

    async def hand_over(
        self,
        member_id: int,
        to: int,
    ) -> None:
        """The other has it from now on, even beyond what one person may."""
        slot = await free_slot(self._session, to)
        row = update(members).where(members.c.id == member_id)
        await self._session.query(row.values(person_id=to, slot=slot))

    async def decided(
        self,
        person_id: int,
        to: int,
    ) -> None:
        """What one decided was decided by the other."""
        row = update(members).where(members.c.decided_by == person_id)
        await self._session.query(row.values(decided_by=to))

    async def forget(self, person_id: int) -> None:
        """Nothing stays of what they were; what they decided was decided by nobody known."""
        theirs = select(members.c.id).where(members.c.person_id == person_id)
        grids = delete(member_grids).where(member_grids.c.member_id.in_(theirs))
        await self._session.query(grids)
        rows = delete(members).where(members.c.person_id == person_id)
        await self._session.query(rows)
        decided = update(members).where(members.c.decided_by == person_id)
        await self._session.query(decided.values(decided_by=None))

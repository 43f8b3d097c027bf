"""Mobile grid members: what one person may have at a time is held by unique keys, and what changes
a state says from which one, so whoever comes second changes nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import func, select, update

from domain.members import LIVE, Member, MemberState
from storage.session import Session
from storage.tables.members import member_grids, members

Held = tuple[str, str]
"""A home grid and a post."""

LIVE_STATES = [state.value for state in LIVE]


class Members:
    def __init__(self, session: Session) -> None:
        self._session = session

    # --- applying and what becomes of it ---

    async def apply(
        self,
        person_id: int,
        area: str,
        post: str,
        grids: Sequence[str],
        most: int,
    ) -> Member | None:
        """The application; None where they have this post, `most` posts or an open application
        in this grid.
        """
        for _ in range(most):
            slot = await free_slot(self._session, person_id)
            if slot > most:
                return None
            made = await self._made(
                person_id,
                area,
                post,
                slot,
            )
            if made is not None:
                await self._add_grids(made.id, area, grids)
                return made
        return None

    async def _made(
        self,
        person_id: int,
        area: str,
        post: str,
        slot: int,
    ) -> Member | None:
        """None where one of the keys was taken already."""
        now, made = self._session.now, self._session.next_id("members")
        row = {
            "id": made,
            "person_id": person_id,
            "area": area,
            "post": post,
            "slot": slot,
            "state": MemberState.APPLIED.value,
            "applied_at": now,
            "since": now,
            "looked": 0,
            "decided_by": None,
        }
        put = self._session.insert_or_ignore(members)
        if (await self._session.query(put, row)).rowcount != 1:
            return None
        return Member(
            made,
            person_id,
            area,
            post,
            MemberState.APPLIED,
            now,
        )

    async def _add_grids(
        self,
        member_id: int,
        home: str,
        grids: Sequence[str],
    ) -> None:
        rows = [
            {"member_id": member_id, "area": area}
            for area in dict.fromkeys((home, *grids))
        ]
        put = self._session.insert_or_ignore(member_grids)
        await self._session.query(put, rows)

    async def move(
        self,
        member_id: int,
        from_: Collection[MemberState],
        to: MemberState,
        **values: Any,
    ) -> bool:
        """Whether it was in one of these states and now is in the other one."""
        known = [state.value for state in from_]
        row = update(members).where(
            members.c.id == member_id,
            members.c.state.in_(known),
        )
        moved = {
            "state": to.value,
            "since": self._session.now,
            "looked": 0,
            **values,
        }
        return (await self._session.query(row.values(**moved))).rowcount == 1

    async def looked(
        self,
        ids: Collection[int],
        times: int,
    ) -> None:
        """So many moments of their state have passed."""
        rows = update(members).where(members.c.id.in_(tuple(ids)))
        await self._session.query(rows.values(looked=times))

    # --- who they are ---

    async def get(self, member_id: int) -> Member | None:
        row = select(members).where(members.c.id == member_id)
        found = (await self._session.query(row)).first()
        return member_of(found) if found is not None else None

    async def of(self, person_id: int) -> list[Member]:
        """What somebody has applied for or has, in the order in which they applied."""
        c = members.c
        rows = select(members).where(
            c.person_id == person_id,
            c.state.in_(LIVE_STATES),
        )
        return await self._all(rows.order_by(c.id))

    async def waiting(
        self,
        areas: Collection[str],
        most: int,
    ) -> list[Member]:
        """Applications with a home grid in these areas, who waits longest first."""
        c = members.c
        rows = select(members).where(
            c.state == MemberState.APPLIED.value,
            c.area.in_(tuple(areas)),
        )
        return await self._all(rows.order_by(c.id).limit(most))

    async def active(
        self,
        areas: Collection[str],
        most: int,
    ) -> list[Member]:
        """Who is a member with a home grid in these areas, or rests, in the order in which they
        applied.
        """
        c = members.c
        known = [MemberState.MEMBER.value, MemberState.RESTING.value]
        rows = select(members).where(c.state.in_(known), c.area.in_(tuple(areas)))
        return await self._all(rows.order_by(c.id).limit(most))

    async def counts(self, areas: Collection[str]) -> dict[Held, int]:
        """How many members there are by home grid and post, in these areas."""
        c = members.c
        rows = select(c.area, c.post, func.count()).where(
            c.state == MemberState.MEMBER.value,
            c.area.in_(tuple(areas)),
        )
        found = await self._session.query(rows.group_by(c.area, c.post))
        return {(row[0], row[1]): row[2] for row in found}

    async def _all(self, rows: Any) -> list[Member]:
        return [member_of(row) for row in await self._session.query(rows)]


def member_of(row: Any) -> Member:
    return Member(
        row.id,
        row.person_id,
        row.area,
        row.post,
        MemberState(row.state),
        row.since,
        row.looked,
        row.decided_by,
    )


async def free_slot(session: Session, person_id: int) -> int:
    """The lowest number that none of their posts has, from 1."""
    c = members.c
    rows = select(c.slot).where(
        c.person_id == person_id,
        c.state.in_(LIVE_STATES),
    )
    taken = set((await session.query(rows)).scalars())
    return next(one for one in range(1, len(taken) + 2) if one not in taken)

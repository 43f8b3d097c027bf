"""Who hears of a case beside its filer: those who said "me too", and the filers of what was
merged into it.
"""

from __future__ import annotations

from sqlalchemy import delete, select

from storage.session import Session
from storage.tables.casework import followers

NEWEST = (followers.c.since.desc(), followers.c.case_id.desc())


class Followers:
    """`via` is the merged case that brought somebody, 0 where they joined by themselves."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def of(self, case_id: int) -> list[int]:
        """The ids of everybody who follows this case, the first first."""
        rows = select(followers.c.person_id).where(followers.c.case_id == case_id)
        rows = rows.order_by(followers.c.since, followers.c.person_id)
        return list(dict.fromkeys((await self._session.query(rows)).scalars()))

    async def has(self, case_id: int, person_id: int) -> bool:
        same = (followers.c.case_id == case_id) & (followers.c.person_id == person_id)
        return (
            await self._session.query(select(followers.c.via).where(same).limit(1))
        ).first() is not None

    async def add(self, case_id: int, person_ids: list[int], via: int = 0) -> None:
        rows = [
            {
                "case_id": case_id,
                "person_id": one,
                "via": via,
                "since": self._session.now,
            }
            for one in person_ids
        ]
        if rows:
            await self._session.query(self._session.insert_or_ignore(followers), rows)

    async def drop(
        self, case_id: int, *, person_id: int | None = None, via: int | None = None
    ) -> None:
        """Takes away one person, or everybody whom one merged case brought."""
        gone = delete(followers).where(followers.c.case_id == case_id)
        if person_id is not None:
            gone = gone.where(followers.c.person_id == person_id)
        if via is not None:
            gone = gone.where(followers.c.via == via)
        await self._session.query(gone)

    async def forget(self, person_id: int) -> None:
        """Somebody who left follows nothing any more."""
        gone = delete(followers).where(followers.c.person_id == person_id)
        await self._session.query(gone)

    async def followed_by(self, person_id: int) -> list[int]:
        """The ids of the cases that this person follows, the newest first."""
        rows = select(followers.c.case_id).where(followers.c.person_id == person_id)
        return list(
            dict.fromkeys((await self._session.query(rows.order_by(*NEWEST))).scalars())
        )

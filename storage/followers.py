"""Who hears of a case beside its filer: those who said "me too", and the filers of what was
merged into it.
"""

from __future__ import annotations

from operator import itemgetter

from sqlalchemy import bindparam, delete, select

from domain.standing import Standing
from storage.session import Session
from storage.statements import same
from storage.tables.cases import cases
from storage.tables.casework import followers

NEWEST = (followers.c.since.desc(), followers.c.case_id.desc())

OF_CASE = (
    select(followers.c.person_id)
    .where(same(followers.c.case_id))
    .order_by(followers.c.since, followers.c.person_id)
)
VIA = select(followers.c.via).where(same(followers.c.case_id, followers.c.person_id))
FOLLOWED = (
    select(followers.c.case_id).where(same(followers.c.person_id)).order_by(*NEWEST)
)
MERGED = (
    select(cases.c.id, cases.c.filer_id)
    .where(cases.c.merged_into == bindparam("case_id"))
    .cte("merged", recursive=True)
)
MERGED = MERGED.union(
    select(cases.c.id, cases.c.filer_id).where(cases.c.merged_into == MERGED.c.id)
)
BROUGHT = select(MERGED.c.filer_id).where(MERGED.c.filer_id.is_not(None))


class Followers:
    """`via` is the merged case that brought somebody, 0 where they joined by themselves."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def of(self, case_id: int) -> list[int]:
        """The ids of everybody who follows this case, the first first."""
        found = await self._session.query(OF_CASE, {"case_id": case_id})
        return list(dict.fromkeys(found.scalars()))

    async def standing(self, case_id: int, person_id: int) -> Standing:
        """How this person came to follow the case, however often they did."""
        asked = {"case_id": case_id, "person_id": person_id}
        if (await self._session.query(VIA, asked)).first() is None:
            return Standing.NONE
        brought = await self.brought(case_id)
        return Standing.BROUGHT if person_id in brought else Standing.FOLLOWER

    async def brought(self, case_id: int) -> frozenset[int]:
        """The ids of those whose own case was merged into this one, straight or by way of others.

        A merged case brings also those who only followed it: `via` does not tell them apart.
        """
        found = await self._session.query(BROUGHT, {"case_id": case_id})
        return frozenset(found.scalars())

    async def add(
        self,
        case_id: int,
        person_ids: list[int],
        via: int = 0,
    ) -> None:
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

    async def hand_over(self, person_id: int, to: int) -> None:
        """What one follows the other follows from now on."""
        for case_id in await self.followed_by(person_id):
            await self.add(case_id, [to])
        await self.forget(person_id)

    async def forget(self, person_id: int) -> None:
        """Somebody who left follows nothing any more."""
        gone = delete(followers).where(followers.c.person_id == person_id)
        await self._session.query(gone)

    async def followed_by(self, person_id: int) -> list[int]:
        """The ids of the cases that this person follows, the newest first."""
        found = await self._session.found(
            FOLLOWED,
            {"person_id": person_id},
            itemgetter(0),
        )
        return list(dict.fromkeys(found))

"""By which id a member of the corp comes at the robot, and by which the app knows them: asked for
once, and kept over restarts.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import bindparam, delete, select

from domain.messages import Address
from storage.session import Session
from storage.tables.people import open_ids

C = open_ids.c
KNOWN = select(C.userid).where(C.open_id == bindparam("came"))


class OpenIds:
    def __init__(self, session: Session) -> None:
        self._session = session

    async def userid(self, came: str) -> str | None:
        """None for an id of which nobody has said whose it is."""
        found = (await self._session.query(KNOWN, {"came": came})).scalar()
        return None if found is None else str(found)

    async def keep(self, came: str, userid: str) -> None:
        row = {"open_id": came, "userid": userid}
        await self._session.query(self._session.upsert(open_ids), row)

    async def forget(self, addresses: Iterable[Address]) -> None:
        """Of somebody who left. Where another channel's chat has the same name, whose id that is
        will be asked again.
        """
        theirs = C.userid.in_([one.chat for one in addresses])
        await self._session.query(delete(open_ids).where(theirs))

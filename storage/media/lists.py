"""The media of a case, of a line of its history, of an album."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, select, text

from domain.acts import Act
from domain.messages import Address, MediaKind
from storage.memory.media import Kept, kept_of
from storage.session import Session
from storage.statements import among, same
from storage.tables.casework import history
from storage.tables.media import media

Album = list[tuple[int, int]]
"""Line of the history and media id of each part."""

ONES = select(media).where(among(media.c.id)).order_by(media.c.id)
OF_CASE = select(media).where(same(media.c.case_id)).order_by(media.c.id)
OF_LINE = select(media).where(same(media.c.history_id)).order_by(media.c.id)
LAST_LINE = select(func.max(history.c.id)).where(same(history.c.case_id, history.c.act))


class MediaLists:
    def __init__(self, session: Session) -> None:
        self._session = session

    async def of_case(self, case_id: int) -> list[Kept]:
        return await self._list(OF_CASE, case_id=case_id)

    async def of_line(self, line_id: int) -> list[Kept]:
        """What came with one line of a case's history."""
        return await self._list(OF_LINE, history_id=line_id)

    async def of_last(self, case_id: int, act: Act) -> list[Kept]:
        """What came with the case's newest line of this act."""
        asked = {"case_id": case_id, "act": act.value}
        line = (await self._session.query(LAST_LINE, asked)).scalar()
        return await self.of_line(line) if line is not None else []

    async def get_many(self, ids: Sequence[int]) -> list[Kept]:
        """In the order of their ids."""
        return await self._list(ONES, id=ids) if ids else []

    async def on_the_way(self, ids: Sequence[int]) -> bool:
        """Whether photos are among these that are still to be fetched: so long nobody need have
        seen them.
        """
        photos = MediaKind.PHOTO
        found = await self.get_many(ids)
        return any(one.status == "wanted" and one.media.kind is photos for one in found)

    async def _list(self, rows: Select[Any], **given: Any) -> list[Kept]:
        return [kept_of(row) for row in await self._session.query(rows, given)]

    async def album_case(self, chat: Address, album: str) -> int | None:
        """The case to which an earlier part of this album was given."""
        rows = (
            select(media.c.case_id)
            .where(_album(chat, album), media.c.case_id.is_not(None))
            .limit(1)
        )
        return (await self._session.query(rows)).scalar()

    async def of_album(
        self,
        chat: Address,
        album: str,
        case_id: int,
    ) -> Album:
        """The parts of this album that were given to the case: line of its history and media id,
        the first first.
        """
        rows = (
            select(media.c.history_id, media.c.id)
            .where(_album(chat, album), media.c.case_id == case_id)
            .where(media.c.history_id.is_not(None))
            .order_by(media.c.id)
        )
        return [(row.history_id, row.id) for row in await self._session.query(rows)]

    async def hashes_of(self, case_ids: Sequence[int]) -> dict[int, tuple[int, ...]]:
        """The hashes of the pictures of these cases; those without any are not in it. A filing
        waits for it, so nothing is flushed.
        """
        if not case_ids:
            return {}
        c = media.c
        rows = (
            select(c.id, c.case_id, c.dhash)
            .where(c.dhash.is_not(None), c.case_id.in_(case_ids))
            .order_by(c.id)
        )
        found: dict[int, tuple[int, ...]] = {}
        for row in await self._session.run(rows):
            found[row.case_id] = (*found.get(row.case_id, ()), row.dhash)
        return found


def _album(chat: Address, album: str) -> ColumnElement[bool]:
    c = media.c
    # written out, so that the planner sees that the partial index fits
    return and_(
        text("album != ''"),
        c.album == album,
        c.channel == chat.channel,
        c.chat == chat.chat,
    )

"""The media of a case, of a line of its history, of an album; and what is to be fetched."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Select, func, select, text

from domain.acts import Act
from domain.messages import Address, MediaKind
from domain.retry import LONGEST
from storage.memory.media import Kept, kept_of
from storage.session import Session
from storage.tables.casework import history
from storage.tables.media import media

Album = list[tuple[int, int]]
"""Line of the history and media id of each part."""


class MediaLists:
    def __init__(self, session: Session) -> None:
        self._session = session

    async def of_case(self, case_id: int) -> list[Kept]:
        c = media.c
        return await self._list(
            select(media).where(c.case_id == case_id).order_by(c.id)
        )

    async def of_line(self, line_id: int) -> list[Kept]:
        """What came with one line of a case's history."""
        c = media.c
        return await self._list(
            select(media).where(c.history_id == line_id).order_by(c.id)
        )

    async def of_last(self, case_id: int, act: Act) -> list[Kept]:
        """What came with the case's newest line of this act."""
        newest = select(func.max(history.c.id)).where(
            history.c.case_id == case_id, history.c.act == act.value
        )
        line = (await self._session.query(newest)).scalar()
        return await self.of_line(line) if line is not None else []

    async def get_many(self, ids: Sequence[int]) -> list[Kept]:
        """In the order of their ids."""
        c = media.c
        rows = select(media).where(c.id.in_(ids)).order_by(c.id)
        return await self._list(rows) if ids else []

    async def on_the_way(self, ids: Sequence[int]) -> bool:
        """Whether photos are among these that are still to be fetched: so long nobody need have
        seen them.
        """
        photos = MediaKind.PHOTO
        found = await self.get_many(ids)
        return any(one.status == "wanted" and one.media.kind is photos for one in found)

    async def _list(self, rows: Select[Any]) -> list[Kept]:
        return [kept_of(row) for row in await self._session.query(rows)]

    async def album_case(self, chat: Address, album: str) -> int | None:
        """The case to which an earlier part of this album was given."""
        c = media.c
        same = text("album != ''") & (c.album == album)
        same &= (c.channel == chat.channel) & (c.chat == chat.chat)
        rows = select(c.case_id).where(same, c.case_id.is_not(None)).limit(1)
        return (await self._session.query(rows)).scalar()

    async def of_album(self, chat: Address, album: str, case_id: int) -> Album:
        """The parts of this album that were given to the case: line of its history and media id,
        the first first.
        """
        c = media.c
        same = text("album != ''") & (c.album == album)
        same &= (c.channel == chat.channel) & (c.chat == chat.chat)
        same &= (c.case_id == case_id) & c.history_id.is_not(None)
        rows = select(c.history_id, c.id).where(same).order_by(c.id)
        return [(row.history_id, row.id) for row in await self._session.query(rows)]

    async def wanted(self, most: int, channels: Iterable[str] = ()) -> list[Kept]:
        """What is due to be fetched, the oldest first; with `channels` only what came through
        one of them.
        """
        c, now = media.c, self._session.now
        # nothing waits longer than that: what would was written before the clock was set back
        due = (c.due_at <= now) | (c.due_at > now + LONGEST)
        due &= c.status == "wanted"
        if channels:
            due &= c.channel.in_(tuple(channels))
        rows = select(media).where(due).order_by("due_at").limit(most)
        return await self._list(rows)

    async def hashes_of(self, case_ids: Sequence[int]) -> dict[int, tuple[int, ...]]:
        """The hashes of the pictures of these cases; those without any are not in it. A filing
        waits for it, so nothing is flushed.
        """
        c = media.c
        if not case_ids:
            return {}
        rows = select(c.id, c.case_id, c.dhash).where(c.dhash.is_not(None))
        rows = rows.order_by(c.id).where(c.case_id.in_(case_ids))
        found: dict[int, tuple[int, ...]] = {}
        for row in await self._session.run(rows):
            found[row.case_id] = (*found.get(row.case_id, ()), row.dhash)
        return found

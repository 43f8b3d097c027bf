"""The media of a case, of a line of its history, of an album; and what is to be fetched."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select, text, tuple_

from domain.acts import Act
from domain.faults import LONGEST_WITHOUT_END, TOLD_FROM
from domain.messages import Address, MediaKind
from domain.retry import LONGEST
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
        c = media.c
        these = text("album != ''") & (c.album == album)
        these &= (c.channel == chat.channel) & (c.chat == chat.chat)
        rows = select(c.case_id).where(these, c.case_id.is_not(None)).limit(1)
        return (await self._session.query(rows)).scalar()

    async def of_album(self, chat: Address, album: str, case_id: int) -> Album:
        """The parts of this album that were given to the case: line of its history and media id,
        the first first.
        """
        c = media.c
        these = text("album != ''") & (c.album == album)
        these &= (c.channel == chat.channel) & (c.chat == chat.chat)
        these &= (c.case_id == case_id) & c.history_id.is_not(None)
        rows = select(c.history_id, c.id).where(these).order_by(c.id)
        return [(row.history_id, row.id) for row in await self._session.query(rows)]

    async def wanted(self, most: int) -> list[Kept]:
        """What is due to be fetched, the oldest first."""
        rows = select(media).where(self._due()).order_by("due_at").limit(most)
        return await self._list(rows)

    async def one_of_each(
        self, most: int, channels: Iterable[str], busy: Iterable[int]
    ) -> list[Kept]:
        """What is due to be fetched, the oldest of each chat of these channels: so nobody's album
        stands before others. Nothing of a chat of which something (ids) is `busy`.
        """
        c = media.c
        due = self._due() & c.channel.in_(tuple(channels))
        if busy:
            chats = select(c.channel, c.chat).where(c.id.in_(tuple(busy)))
            due &= tuple_(c.channel, c.chat).not_in(chats)
        each = select(func.min(c.id)).where(due).group_by(c.channel, c.chat)
        oldest = each.order_by(func.min(c.due_at)).limit(most)
        found = await self._session.query(oldest)
        return await self.get_many([row[0] for row in found])

    def _due(self) -> ColumnElement[bool]:
        c, now = media.c, self._session.now
        # nothing waits longer than that: what would was written before the clock was set back
        set_back = (c.due_at > now + LONGEST) & (c.faults < TOLD_FROM)
        set_back |= c.due_at > now + LONGEST_WITHOUT_END
        return (c.status == "wanted") & ((c.due_at <= now) | set_back)

    async def faulty(self) -> int:
        """How many are still wanted because of our own faults, told by now."""
        c = media.c
        these = (c.status == "wanted") & (c.faults >= TOLD_FROM)
        rows = select(func.count()).select_from(media).where(these)
        return int((await self._session.query(rows)).scalar() or 0)

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

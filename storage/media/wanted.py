"""What is to be fetched of the media, and when."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import ColumnElement, func, select, tuple_

from domain.faults import LONGEST_WITHOUT_END, TOLD_FROM
from domain.retry import LONGEST
from storage.media.lists import MediaLists
from storage.memory.media import Kept
from storage.tables.media import media


class WantedMedia(MediaLists):
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
        oldest = (
            select(func.min(c.id))
            .where(due)
            .group_by(c.channel, c.chat)
            .order_by(func.min(c.due_at))
            .limit(most)
        )
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

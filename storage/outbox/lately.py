"""What went out through a channel lately, with which begins who counts what may be sent; and what
is still to go.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import select

from domain.messages import Reply
from storage.outbox.letters import reply_from_json
from storage.session import Session
from storage.tables.messages import outbox

WAITED = timedelta(days=1)  # the longest that a letter lies before it goes


class Lately:
    def __init__(self, session: Session) -> None:
        self._session = session

    async def sent(
        self, channel: str, since: datetime
    ) -> list[tuple[str, datetime, Reply]]:
        """Chat, when, and what was said."""
        c = outbox.c
        theirs = (c.made_at > since - WAITED) & (c.channel == channel)
        lately = select(c.chat, c.sent_at, c.reply).where(theirs, c.sent_at > since)
        found = await self._session.query(lately)
        return [(row.chat, row.sent_at, reply_from_json(row.reply)) for row in found]

    async def going(self, ids: list[int]) -> set[int]:
        """Which of these letters are still to be said, or are being said."""
        c = outbox.c
        still = select(c.id).where(c.id.in_(ids), c.state.in_(("waiting", "sending")))
        return {row.id for row in await self._session.query(still)}

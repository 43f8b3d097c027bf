"""How much may still be said to each chat of a channel that counts it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sqlalchemy import select

from domain.messages import Address
from domain.quota import Quota
from storage.session import Session
from storage.tables.messages import quotas


class Quotas:
    def __init__(self, session: Session) -> None:
        self._session = session

    async def of(self, channel: str, chats: Iterable[str]) -> dict[str, Quota]:
        """Those that are known, by chat."""
        c = quotas.c
        rows = select(quotas).where(c.channel == channel, c.chat.in_(list(chats)))
        return {
            row.chat: Quota(
                row.left,
                row.until,
                row.short_left,
                row.short_until,
                row.unwanted,
            )
            for row in await self._session.query(rows)
        }

    def put(self, channel: str, found: Mapping[str, Quota]) -> None:
        rows = [
            {
                "channel": channel,
                "chat": chat,
                "left": quota.left,
                "until": quota.until,
                "short_left": quota.short_left,
                "short_until": quota.short_until,
                "unwanted": quota.unwanted,
            }
            for chat, quota in found.items()
        ]
        self._session.write(self._session.upsert(quotas), rows)

    async def drop(self, addresses: Iterable[Address]) -> None:
        """Of somebody who left."""
        for address in addresses:
            c = quotas.c
            same = (c.channel == address.channel) & (c.chat == address.chat)
            await self._session.query(quotas.delete().where(same))

    async def prune(self) -> int:
        """Of chats to which nothing may be said any more: a word of theirs begins anew."""
        c, now = quotas.c, self._session.now
        over = (c.until < now) & (c.short_until < now) & ~c.unwanted
        return (await self._session.query(quotas.delete().where(over))).rowcount

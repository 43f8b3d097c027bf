"""What was offered to each chat: what is typed there within a day may be one of these."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, select

from domain.messages import Address
from domain.offers import Offered
from domain.open_offers import chosen, since, told
from storage.offer_rows import choices_of, earlier_of, plain, row_of
from storage.session import Session
from storage.statements import of_chat, same
from storage.tables.messages import offers

LASTS = timedelta(hours=24)
OF_CHAT = select(offers).where(same(offers.c.channel, offers.c.chat))


def counts(offered: Offered, now: datetime) -> bool:
    """Whether it may be chosen still."""
    return now - offered.made_at <= LASTS


class Offers:
    """Held back until a flush; known by heart once they are committed."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._put: dict[Address, Offered] = {}
        self._known: dict[Address, Offered] = {}

    async def put(self, chat: Address, made: Offered) -> None:
        """Below what was offered there before."""
        self._keep(chat, told(await self.last(chat), made))

    async def chosen(self, chat: Address, data: str) -> bool:
        """Whether it was one of what was told there; nothing of that on its case counts then."""
        found = await self.last(chat)
        left = chosen(found, data) if found else None
        if left is None or left == found:
            return False
        self._keep(chat, left)
        return True

    def _keep(self, chat: Address, offered: Offered) -> None:
        self._put[chat] = self._known[chat] = offered

    async def cover(self, chat: Address) -> None:
        """Something with numbers of its own stands below it now: labels alone still count."""
        found = await self.last(chat)
        if found is not None and found.choices:
            self._keep(chat, replace(found, by_number=False))

    async def last(self, chat: Address) -> Offered | None:
        """What may be chosen there still."""
        if chat not in self._known:
            self._known[chat] = await self._recalled(chat)
        found = self._known[chat]
        return found if self._counts(found) else None

    async def _recalled(self, chat: Address) -> Offered:
        known = self._session.memory.offers.get(chat)
        if known is None or known.alone:
            found = await self._read(chat)
            before = found if self._counts(found) else None
            known = told(before, replace(known, alone=False)) if known else found
        if all(map(self._counts, known.earlier)):
            return known
        return replace(known, earlier=tuple(filter(self._counts, known.earlier)))

    def _counts(self, offered: Offered) -> bool:
        return counts(offered, self._session.now)

    async def _read(self, chat: Address) -> Offered:
        row = (await self._session.run(OF_CHAT, of_chat(chat))).first()
        if row is None:
            return Offered((), None, self._session.now)
        earlier = tuple(earlier_of(one) for one in row.earlier or ())
        return Offered(
            choices_of(row.choices),
            row.case_id,
            row.made_at,
            row.by_number,
            row.notice,
            earlier,
            listed=row.listed,
        )

    async def forget(self, chat: Address) -> None:
        """Of somebody who left."""
        these = delete(offers).where(same(offers.c.channel, offers.c.chat))
        await self._session.query(these, of_chat(chat))
        self._put.pop(chat, None)
        self._known[chat] = Offered((), None, self._session.now)

    async def prune(self) -> int:
        """Those that nobody may choose any more."""
        old = offers.c.made_at < self._session.now - LASTS
        return (await self._session.query(delete(offers).where(old))).rowcount

    async def flush(self) -> None:
        put, self._put = self._put, {}
        rows = [self._row(chat, offered) for chat, offered in put.items()]
        self._session.write(self._session.upsert(offers), rows)

    def _row(self, chat: Address, offered: Offered) -> dict[str, Any]:
        return {
            "id": self._session.next_id("offers"),
            "channel": chat.channel,
            "chat": chat.chat,
            "choices": plain(offered.choices),
            "case_id": offered.case_id,
            "by_number": offered.by_number,
            "notice": offered.notice,
            "earlier": [row_of(one) for one in offered.earlier],
            "listed": offered.listed,
            "made_at": offered.made_at,
        }

    def committed(self) -> None:
        """The transaction is in the database."""
        known = self._session.memory.offers
        for chat, offered in self._known.items():
            known.keep(chat, since(offered, known.get(chat)))

    def undone(self) -> None:
        """The transaction left nothing."""
        self._session.memory.offers.drop(self._known)

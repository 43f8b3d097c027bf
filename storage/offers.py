"""What was offered to each chat last: what is typed there within a day may be one of these."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

from sqlalchemy import delete, select

from domain.messages import Address, Choice
from domain.offers import Offered
from storage.session import Session
from storage.tables.messages import offers

LASTS = timedelta(hours=24)


class Offers:
    """Held back until a flush; known by heart once they are committed."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._put: dict[Address, Offered] = {}
        self._known: dict[Address, Offered] = {}

    def put(
        self,
        chat: Address,
        choices: tuple[Choice, ...],
        case_id: int | None,
        by_number: bool,
    ) -> None:
        """In place of what was offered there before."""
        made = Offered(choices, case_id, self._session.now, by_number)
        self._put[chat] = self._known[chat] = made

    async def cover(self, chat: Address) -> None:
        """Something with numbers of its own stands below it now: labels alone still count."""
        found = await self.last(chat)
        if found is not None and found.choices:
            self._put[chat] = self._known[chat] = replace(found, by_number=False)

    async def last(self, chat: Address) -> Offered | None:
        """What may be chosen there still."""
        if chat not in self._known:
            known = self._session.memory.offers.get(chat)
            self._known[chat] = known or await self._read(chat)
        found = self._known[chat]
        return found if self._session.now - found.made_at <= LASTS else None

    async def _read(self, chat: Address) -> Offered:
        same = (offers.c.channel == chat.channel) & (offers.c.chat == chat.chat)
        row = (await self._session.run(select(offers).where(same))).first()
        if row is None:
            return Offered((), None, self._session.now)
        choices = tuple(Choice(**choice) for choice in row.choices)
        return Offered(choices, row.case_id, row.made_at, row.by_number)

    async def forget(self, chat: Address) -> None:
        """Of somebody who left."""
        same = (offers.c.channel == chat.channel) & (offers.c.chat == chat.chat)
        await self._session.query(delete(offers).where(same))
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
            "choices": [
                {"label": choice.label, "data": choice.data}
                for choice in offered.choices
            ],
            "case_id": offered.case_id,
            "by_number": offered.by_number,
            "made_at": offered.made_at,
        }

    def committed(self) -> None:
        """The transaction is in the database."""
        for chat, offered in self._known.items():
            self._session.memory.offers.keep(chat, offered)

    def undone(self) -> None:
        """The transaction left nothing."""
        self._session.memory.offers.drop(self._known)

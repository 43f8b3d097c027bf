"""The letters whose time has come, for delivery and for digests."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    and_,
    bindparam,
    func,
    select,
    text,
    type_coerce,
    update,
)

from domain.messages import Address
from storage.encryption.types import EncryptedText
from storage.outbox.lately import Lately
from storage.outbox.letters import Letter, letter_of
from storage.session import Session
from storage.statements import same
from storage.tables.messages import SENDING, UNSENT, outbox

# a row whose JSON is broken must not break the reading of the others
LETTERS = select(
    *(column for column in outbox.c if column.name != "reply"),
    type_coerce(outbox.c.reply, EncryptedText("outbox.reply")).label("reply"),
)
WAITING = LETTERS.where(text(UNSENT), outbox.c.state == "waiting").order_by(
    outbox.c.lane, outbox.c.id
)
DUE = LETTERS.where(
    text(UNSENT), same(outbox.c.state), outbox.c.due_at <= bindparam("now")
)
RELEASED = DUE.order_by(outbox.c.lane, outbox.c.due_at, outbox.c.id).limit(
    bindparam("most")
)
HELD = DUE.order_by(outbox.c.id)
UNDER_WAY = LETTERS.where(text(SENDING))
GOING = ("waiting", "later")
"""What is unsent and not of these is held: asked so, SQLite goes by the chat, and not through all
that is held at night.
"""
UNSURE = "ended while it was sent"
GIVEN_UP = update(outbox).where(text(SENDING)).values(state="gave_up", error=UNSURE)
FAR = timedelta(hours=1)
"""Whoever is tried again later than that cannot be reached now."""


class DueLetters:
    def __init__(self, session: Session) -> None:
        self._session = session

    async def waiting(self) -> list[Letter]:
        """All that delivery has to have in hand after a start."""
        return await self._letters(WAITING)

    async def release(self, most: int) -> list[Letter]:
        """Makes letters whose time has come waiting ones. Returns them, answers before
        announcements.
        """
        asked = {"state": "later", "now": self._session.now, "most": most}
        letters = await self._letters(RELEASED, asked)
        await self._become("waiting", [letter.id for letter in letters])
        for letter in letters:
            letter.state = "waiting"
        return letters

    async def held(self) -> list[Letter]:
        """What quiet hours held back and whose time has come, in the order in which it was said."""
        asked = {"state": "held", "now": self._session.now}
        return await self._letters(HELD, asked)

    async def held_for(self, chat: Address) -> list[Letter]:
        """What quiet hours hold back from this chat, in the order in which it was said."""
        c = outbox.c
        here = (c.channel == chat.channel) & (c.chat == chat.chat)
        held = LETTERS.where(
            text(UNSENT),
            c.state.not_in(GOING),
            here,
        )
        return await self._letters(held.order_by(c.id))

    async def fetched(self, chat: Address) -> bool:
        """Whether something waits for a word from this chat, or for the end of quiet hours."""
        rows = select(outbox.c.id).where(self._waits_for_word(chat))
        found = await self._session.query(rows.limit(1))
        return found.first() is not None

    async def untold(self, chat: Address, case_id: int) -> list[Letter]:
        """What so waits there about a case."""
        about = LETTERS.where(
            self._waits_for_word(chat),
            outbox.c.case_id == case_id,
        )
        return await self._letters(about.order_by(outbox.c.id))

    def _waits_for_word(self, chat: Address) -> ColumnElement[bool]:
        c, late = outbox.c, self._session.now + FAR
        here = (c.channel == chat.channel) & (c.chat == chat.chat)
        waits = (c.state == "held") | ((c.state == "waiting") & (c.due_at > late))
        return and_(text(UNSENT), here, waits)

    async def drop(self, ids: list[int]) -> None:
        """Takes letters out that something else now says."""
        await self._become("dropped", ids)

    async def give_up_unsure(self) -> list[Letter]:
        """What an earlier run was sending when it ended may have arrived, and is not sent again.
        Returns these letters.
        """
        letters = await self._letters(UNDER_WAY)
        await self._session.query(GIVEN_UP)
        return letters

    async def unsure_again(self, chat: Address, since: datetime) -> list[Letter]:
        """What of that was said to this chat since then has not arrived, as is known by now: it
        waits again. Returns these letters.
        """
        c = outbox.c
        same_chat = (c.channel == chat.channel) & (c.chat == chat.chat)
        given_up = (c.state == "gave_up") & (c.error == UNSURE)
        rows = LETTERS.where(same_chat, given_up, c.made_at >= since).order_by(c.id)
        letters = await self._letters(rows)
        await self._become("waiting", [letter.id for letter in letters])
        for letter in letters:
            letter.state = "waiting"
        return letters

    async def _letters(
        self, rows: Select[Any], given: dict[str, Any] | None = None
    ) -> list[Letter]:
        """Without those whose row cannot be read: they are given up, the others are not."""
        letters, broken = [], []
        for row in await self._session.query(rows, given):
            try:
                letters.append(letter_of(row))
            except (AttributeError, KeyError, TypeError, ValueError) as error:
                broken.append((row.id, type(error).__name__))
        for number, why in broken:
            this = update(outbox).where(outbox.c.id == number)
            await self._session.query(this.values(state="gave_up", error=why))
        return letters

    async def _become(self, state: str, ids: list[int]) -> None:
        if ids:
            these = update(outbox).where(outbox.c.id.in_(ids))
            await self._session.query(these.values(state=state))

    async def out_of_reach(self, case_id: int, chats: Iterable[Address]) -> int:
        """How many letters about a case wait until whoever is behind these chats can be reached."""
        c = outbox.c
        late = self._session.now + FAR
        rows = select(c.channel, c.chat).where(text(UNSENT), c.state == "waiting")
        found = await self._session.query(
            rows.where(c.due_at > late, c.case_id == case_id)
        )
        wanted = set(chats)
        return sum(Address(row.channel, row.chat) in wanted for row in found)

    async def going(self, ids: list[int]) -> set[int]:
        return await Lately(self._session).going(ids)

    async def met_with(self, channel: str) -> dict[str, int]:
        """What the letters that wait for a channel met with at their last try, and how many did."""
        c = outbox.c
        rows = select(c.error, func.count().label("letters")).group_by(c.error)
        waiting = rows.where(text(UNSENT), c.state == "waiting", c.channel == channel)
        found = await self._session.query(waiting.where(c.error != ""))
        return {row.error: row.letters for row in found}

    async def count(self) -> int:
        """How many letters should have gone by now."""
        c = outbox.c
        rows = select(func.count()).select_from(outbox)
        rows = rows.where(text(UNSENT), c.state.in_(("waiting", "later")))
        found = await self._session.query(rows.where(c.due_at <= self._session.now))
        return int(found.scalar_one())

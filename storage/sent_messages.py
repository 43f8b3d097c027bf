"""Which message shows what: so that a reply finds its case, and a card or a form is edited where
it stands.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, delete, select, update

from domain.messages import Address
from storage.session import HoldsBack, Session
from storage.statements import of_chat, same
from storage.tables.messages import sent_messages

OPENED = "open:"
"""What the slot of a case begins with that somebody has opened."""

C = sent_messages.c
AT = select(sent_messages).where(same(C.channel, C.chat, C.message_id))
LIVING = select(sent_messages).where(same(C.channel, C.chat, C.slot, C.case_id))
LIVING_BESIDE = select(sent_messages).where(
    same(C.channel, C.chat, C.slot), C.case_id.is_(None)
)
OF_CASE = select(sent_messages).where(same(C.case_id), C.slot != "")


@dataclass(frozen=True, slots=True)
class SentMessage:
    """A message that we sent. `shape` is "text" or "photo": a caption is edited by another call
    than a text.

    Of a message that somebody sent about a case, it is the act by which their words went into it.
    """

    chat: Address
    message_id: str
    case_id: int | None
    form_id: int | None
    slot: str = ""
    shape: str = "text"


class SentMessages(HoldsBack):
    def __init__(self, session: Session) -> None:
        self._session = session
        self._new: list[dict[str, Any]] = []

    def add(self, post: SentMessage) -> None:
        self._new.append(
            {
                "channel": post.chat.channel,
                "chat": post.chat.chat,
                "message_id": post.message_id,
                "case_id": post.case_id,
                "form_id": post.form_id,
                "slot": post.slot,
                "shape": post.shape,
            }
        )

    async def retire(self, newer: SentMessage) -> None:
        """A living message was sent anew: the one that stood before is living no more."""
        old = _living(newer.chat, newer.case_id, newer.slot)
        old &= sent_messages.c.message_id != newer.message_id
        await self._session.query(update(sent_messages).where(old).values(slot=""))

    async def let_go(
        self, chats: Iterable[Address], slot: str, case_id: int | None = None
    ) -> None:
        """What stands in this slot is living no more, and nothing says what it was."""
        for chat in chats:
            old = update(sent_messages).where(_living(chat, case_id, slot))
            await self._session.query(old.values(slot=""))

    async def living(
        self, chat: Address, case_id: int | None, slot: str
    ) -> SentMessage | None:
        """The message that stands in this chat in this slot of a case, to be edited."""
        here: dict[str, Any] = {**of_chat(chat), "slot": slot}
        if case_id is None:
            return await self._first(LIVING_BESIDE, here)
        return await self._first(LIVING, {**here, "case_id": case_id})

    async def at(self, chat: Address, message_id: str) -> SentMessage | None:
        return await self._first(AT, {**of_chat(chat), "message_id": message_id})

    async def _first(
        self, rows: Select[Any], given: dict[str, Any]
    ) -> SentMessage | None:
        await self.flush()  # nothing else has to be written for this
        row = (await self._session.run(rows, given)).first()
        return sent_message_of(row) if row else None

    async def cards(self, case_id: int) -> list[SentMessage]:
        """The living cards of this case, wherever they stand."""
        return await self._of_case(case_id, "card:")

    async def notices(self, case_id: int) -> list[SentMessage]:
        """The notices of this case below which there still is something to press."""
        return await self._of_case(case_id, "ask:")

    async def opened(self, case_id: int) -> list[SentMessage]:
        """Where this case stands as somebody has opened it, the newest copy of each chat."""
        return await self._of_case(case_id, OPENED)

    async def _of_case(self, case_id: int, prefix: str) -> list[SentMessage]:
        await self.flush()
        found = await self._session.found(
            OF_CASE,
            {"case_id": case_id},
            sent_message_of,
            held_back=False,
        )
        return [one for one in found if one.slot.startswith(prefix)]

    async def forget(self, chat: Address) -> None:
        """Of somebody who left."""
        await self._session.query(delete(sent_messages).where(_in(chat)))

    async def move_chat(self, old: Address, new: Address) -> None:
        """A chat has a new id: what stands in it goes along, in place of what has the same
        message id in the new one.
        """
        there = select(sent_messages.c.message_id).where(_in(old))
        twice = _in(new) & sent_messages.c.message_id.in_(there)
        await self._session.query(delete(sent_messages).where(twice))
        moved = update(sent_messages).where(_in(old)).values(chat=new.chat)
        await self._session.query(moved)

    async def flush(self) -> None:
        new, self._new = self._new, []
        self._session.write(self._session.upsert(sent_messages), new)


def sent_message_of(row: Any) -> SentMessage:
    return SentMessage(
        Address(row.channel, row.chat),
        row.message_id,
        row.case_id,
        row.form_id,
        row.slot,
        row.shape,
    )


def _in(chat: Address) -> ColumnElement[bool]:
    c = sent_messages.c
    return (c.channel == chat.channel) & (c.chat == chat.chat)


def _living(chat: Address, case_id: int | None, slot: str) -> ColumnElement[bool]:
    c = sent_messages.c
    return _in(chat) & (c.slot == slot) & (c.case_id == case_id)

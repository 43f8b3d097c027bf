"""Which message shows what: so that a reply finds its case, and a card or a form is edited where
it stands.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.messages import Address
from storage import tables as t
from storage.outbox import Letter

if TYPE_CHECKING:
    from storage.unit import Unit


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


class SentMessages:
    def __init__(self, unit: Unit) -> None:
        self._unit = unit
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
        same = (t.sent_messages.c.channel == newer.chat.channel) & (
            t.sent_messages.c.chat == newer.chat.chat
        )
        old = (
            same
            & (t.sent_messages.c.case_id == newer.case_id)
            & (t.sent_messages.c.slot == newer.slot)
        )
        await self._unit.query(
            update(t.sent_messages)
            .where(old, t.sent_messages.c.message_id != newer.message_id)
            .values(slot="")
        )

    async def at(self, chat: Address, message_id: str) -> SentMessage | None:
        same = (t.sent_messages.c.channel == chat.channel) & (
            t.sent_messages.c.chat == chat.chat
        )
        await self.flush()  # nothing else has to be written for this
        rows = select(t.sent_messages).where(
            same, t.sent_messages.c.message_id == message_id
        )
        row = (await self._unit.connection.execute(rows)).first()
        return sent_message_of(row) if row else None

    async def cards(self, case_id: int) -> list[SentMessage]:
        """The living cards of this case, wherever they stand."""
        rows = select(t.sent_messages).where(
            t.sent_messages.c.case_id == case_id, t.sent_messages.c.slot != ""
        )
        await self.flush()
        found = await self._unit.connection.execute(rows)
        return [sent_message_of(row) for row in found if row.slot.startswith("card:")]

    async def flush(self) -> None:
        new, self._new = self._new, []
        await self._unit.write(self._unit.database.upsert(t.sent_messages), new)


async def standing_for(
    connection: AsyncConnection, letter: Letter
) -> SentMessage | None:
    """The living message that a letter edits, if one stands in its chat."""
    same = (t.sent_messages.c.channel == letter.to.channel) & (
        t.sent_messages.c.chat == letter.to.chat
    )
    rows = select(t.sent_messages).where(
        same,
        t.sent_messages.c.slot == letter.reply.slot,
        t.sent_messages.c.case_id == letter.case_id,
    )
    row = (await connection.execute(rows)).first()
    return sent_message_of(row) if row else None


def sent_message_of(row: Any) -> SentMessage:
    return SentMessage(
        Address(row.channel, row.chat),
        row.message_id,
        row.case_id,
        row.form_id,
        row.slot,
        row.shape,
    )

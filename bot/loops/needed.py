"""What a letter needs before it can be sent."""

from __future__ import annotations

from storage.database import Database
from storage.memory.media import Kept
from storage.outbox.letters import Letter
from storage.sent_messages import SentMessage


async def needed(
    database: Database, letter: Letter
) -> tuple[SentMessage | None, list[Kept]]:
    """The living message that the letter edits, and the media that it shows, in its order."""
    rows = database.memory.media.rows
    reply = letter.reply
    ids = (*reply.own, *reply.photos, *reply.files)
    known = [rows[one] for one in ids if one in rows]
    # A card's first letter replaces nothing, so nothing of it stands anywhere yet.
    living = bool(reply.slot and letter.replaces)
    if not living and len(known) == len(ids):
        return None, known
    async with database.reader() as reader:
        standing = None
        if living:
            slot = reply.slot
            messages = reader.sent_messages
            standing = await messages.living(
                letter.to,
                letter.case_id,
                slot,
            )
        found = {kept.id: kept for kept in await reader.media.get_many(ids)}
        return standing, [found[one] for one in ids if one in found]

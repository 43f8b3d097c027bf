"""What a letter needs before it can be sent."""

from __future__ import annotations

from storage.database import Database
from storage.media import Kept, kept_many
from storage.outbox import Letter
from storage.sent_messages import SentMessage, standing_for


async def needed(
    database: Database, letter: Letter
) -> tuple[SentMessage | None, list[Kept]]:
    """The living message that the letter edits, and the media that it shows."""
    ids = (*letter.reply.photos, *letter.reply.files)
    known = [database.media[one] for one in sorted(ids) if one in database.media]
    # A card's first letter replaces nothing, so nothing of it stands anywhere yet.
    living = bool(letter.reply.slot and letter.replaces)
    if not living and len(known) == len(ids):
        return None, known
    async with database.reader() as reader:
        standing = await standing_for(reader, letter) if living else None
        return standing, await kept_many(reader, ids) if ids else []

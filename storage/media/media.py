"""Pictures, voice and files: whose they are, and whether their bytes are here yet.

`status`: wanted (the fetching loop gets it), stored (`sha` names the file), refused (not what it
claimed to be), failed (gone or out of reach for good).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

from sqlalchemy import bindparam, update

from domain.faults import unended_at
from domain.messages import Address, Event, Media, MediaKind
from storage.media.described import described, safe_name
from storage.media.wanted import WantedMedia
from storage.memory.media import Kept, kept_of
from storage.session import HoldsBack, Session
from storage.tables.media import media as media_table

HOUSE = Address("house", "")  # where pictures come from that the house draws itself

GIVE = (
    update(media_table)
    .where(media_table.c.id == bindparam("of"))
    .values(case_id=bindparam("for_case"), history_id=bindparam("at_line"))
)


class MediaRows(WantedMedia, HoldsBack):
    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._new: dict[int, dict[str, Any]] = {}
        self._owners: list[dict[str, Any]] = []
        self._written: dict[int, Kept] = {}
        self._hashes: dict[int, int] = {}
        self._given: dict[int, tuple[int, int]] = {}

    def add(
        self,
        event: Event,
        media: Media,
        form_id: int | None,
        case_id: int | None = None,
    ) -> int:
        """Keeps the channel's reference. Returns the media id by which everybody else speaks of
        it.
        """
        made = self._session.next_id("media")
        due = None if media.sha else self._session.now
        self._new[made] = {
            "id": made,
            "case_id": case_id,
            "history_id": None,
            "form_id": form_id,
            "album": event.album,
            "channel": event.channel,
            "chat": event.chat.chat,
            "due_at": due,
            "made_at": self._session.now,
            "tries": 0,
            "faults": 0,
            **described(media),
        }
        return made

    async def copies(self, ids: Sequence[int]) -> tuple[int, ...]:
        """The same pictures once more, for another case: a row of its own for each."""
        made = []
        for kept in await self.get_many(ids):
            event = Event("", kept.chat, kept.chat)
            dhash = next(iter(self.hashes([kept.id])), None)
            media = replace(kept.media, dhash=dhash)
            made.append(self.add(event, media, form_id=None))
        return tuple(made)

    def draw(
        self, spec: dict[str, Any], kind: MediaKind = MediaKind.PHOTO, name: str = ""
    ) -> int:
        """Wants a picture or paper that the house draws itself; `bot.drawing` says what a spec is.
        Returns a media id.

        `name` is what the file will be called; what no file name may have is taken out of it.
        """
        ref = json.dumps(
            spec, ensure_ascii=False, sort_keys=True, separators=(",", ":")
        )
        asked = Event("", HOUSE, HOUSE)
        return self.add(asked, Media(kind, ref, name=safe_name(name)), form_id=None)

    def give_to(
        self,
        ids: Iterable[int],
        case_id: int,
        history_id: int,
    ) -> None:
        """The media of a form become the case's, said at this line of its history."""
        for made in ids:
            if made in self._new:
                self._new[made] |= {"case_id": case_id, "history_id": history_id}
            else:
                self._owners.append(
                    {
                        "of": made,
                        "for_case": case_id,
                        "at_line": history_id,
                    }
                )
                self._given[made] = (case_id, history_id)

    async def settle(self, media_id: int, **values: Any) -> None:
        """Writes what became of a fetch: status, sha, mime, tries, faults, due_at, dhash."""
        self._session.memory.media.rows.pop(media_id, None)
        if values.get("dhash") is not None:
            self._hashes[media_id] = values["dhash"]
        same = media_table.c.id == media_id
        await self._session.query(update(media_table).where(same).values(**values))
        self._written.pop(media_id, None)

    async def forget(self, chat: Address) -> None:
        """What was sent there stays with its cases, but not whose it is. All of the table is
        looked through: few leave.
        """
        c = media_table.c
        theirs = (c.channel == chat.channel) & (c.chat == chat.chat)
        nameless = update(media_table).where(theirs).values(chat="")
        found = await self._session.query(nameless.returning(c.id))
        for row in found:
            self._session.memory.media.rows.pop(row.id, None)
            self._written.pop(row.id, None)

    async def begin(
        self, most: int, channels: Iterable[str], busy: Iterable[int] = ()
    ) -> list[Kept]:
        """What is to be fetched now, each with one try and one fault more: both are written before
        the work, and the fault is taken back where there was none.
        """
        begun = []
        for kept in await self.one_of_each(most, channels, busy):
            tries, faults = kept.tries + 1, kept.faults + 1
            due = unended_at(self._session.now, faults)
            await self.settle(kept.id, tries=tries, faults=faults, due_at=due)
            begun.append(replace(kept, tries=tries, faults=faults))
        return begun

    def hashes(self, ids: Iterable[int]) -> tuple[int, ...]:
        """The hashes of these pictures, as far as they are known by heart."""
        known = self._session.memory.media.hashes
        found = (self._hashes.get(one, known.get(one)) for one in ids)
        return tuple(dhash for dhash in found if dhash is not None)

    async def flush(self) -> None:
        new, self._new = self._new, {}
        owners, self._owners = self._owners, []
        self._session.write(self._session.insert(media_table), list(new.values()))
        for row in new.values():
            if row["dhash"] is not None:
                self._hashes[row["id"]] = row["dhash"]
            self._written[row["id"]] = kept_of(SimpleNamespace(**row))
        self._session.write(GIVE, owners)

    def committed(self) -> None:
        """The transaction is in the database: what it wrote may be shown from memory."""
        for kept in self._written.values():
            self._session.memory.media.keep(kept)
        for media_id, line in self._given.items():
            self._session.memory.media.give(media_id, *line)
        for media_id, dhash in self._hashes.items():
            self._session.memory.media.keep_hash(media_id, dhash)

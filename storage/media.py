"""Pictures, voice and files: whose they are, and whether their bytes are here yet.

`status`: wanted (the fetching loop gets it), stored (`sha` names the file), refused (not what it
claimed to be), failed (gone or out of reach for good).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, func, insert, select, text, update

from domain.acts import Act
from domain.messages import Address, Event, Media, MediaKind
from storage import tables as t

if TYPE_CHECKING:
    from storage.unit import Unit

HOUSE = Address("house", "")  # where pictures come from that the house draws itself
FORBIDDEN = '\\/:*?"<>|'  # in file names, on one system or another
LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Kept:
    """A media row as the rest of the house sees it."""

    id: int
    case_id: int | None
    history_id: int | None
    form_id: int | None
    chat: Address
    media: Media
    status: str
    tries: int
    made_at: datetime


class MediaRows:
    def __init__(self, unit: Unit) -> None:
        self._unit = unit
        self._new: dict[int, dict[str, Any]] = {}
        self._owners: list[dict[str, Any]] = []

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
        made = self._unit.database.next_id("media")
        self._new[made] = {
            "id": made,
            "case_id": case_id,
            "history_id": None,
            "form_id": form_id,
            "channel": event.channel,
            "chat": event.chat.chat,
            "album": event.album,
            "kind": media.kind.value,
            "ref": media.ref,
            "name": media.name,
            "mime": media.mime,
            "size": media.size,
            "sha": media.sha,
            "status": "stored" if media.sha else "wanted",
            "tries": 0,
            "due_at": None if media.sha else self._unit.now,
            "made_at": self._unit.now,
            "dhash": media.dhash,
        }
        return made

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

    def give_to(self, ids: Iterable[int], case_id: int, history_id: int) -> None:
        """The media of a form become the case's, said at this line of its history."""
        for made in ids:
            if made in self._new:
                self._new[made] |= {"case_id": case_id, "history_id": history_id}
            else:
                self._owners.append(
                    {"of": made, "for_case": case_id, "at_line": history_id}
                )

    async def of_case(self, case_id: int) -> list[Kept]:
        rows = (
            select(t.media).where(t.media.c.case_id == case_id).order_by(t.media.c.id)
        )
        return [kept_of(row) for row in await self._unit.query(rows)]

    async def of_line(self, line_id: int) -> list[Kept]:
        """What came with one line of a case's history."""
        rows = (
            select(t.media)
            .where(t.media.c.history_id == line_id)
            .order_by(t.media.c.id)
        )
        return [kept_of(row) for row in await self._unit.query(rows)]

    async def of_last(self, case_id: int, act: Act) -> list[Kept]:
        """What came with the case's newest line of this act."""
        newest = select(func.max(t.history.c.id)).where(
            t.history.c.case_id == case_id, t.history.c.act == act.value
        )
        line = (await self._unit.query(newest)).scalar()
        return await self.of_line(line) if line is not None else []

    async def get_many(self, ids: Sequence[int]) -> list[Kept]:
        """In the order of their ids."""
        rows = select(t.media).where(t.media.c.id.in_(ids)).order_by(t.media.c.id)
        return [kept_of(row) for row in await self._unit.query(rows)] if ids else []

    async def album_case(self, chat: Address, album: str) -> int | None:
        """The case to which an earlier part of this album was given."""
        same = (
            text("album != ''")
            & (t.media.c.album == album)
            & (t.media.c.channel == chat.channel)
            & (t.media.c.chat == chat.chat)
        )
        rows = (
            select(t.media.c.case_id)
            .where(same, t.media.c.case_id.is_not(None))
            .limit(1)
        )
        return (await self._unit.query(rows)).scalar()

    async def wanted(self, most: int, channels: Iterable[str] = ()) -> list[Kept]:
        """What is due to be fetched, the oldest first; with `channels` only what came through
        one of them.
        """
        due = (t.media.c.status == "wanted") & (t.media.c.due_at <= self._unit.now)
        if channels:
            due &= t.media.c.channel.in_(tuple(channels))
        rows = select(t.media).where(due).order_by("due_at").limit(most)
        return [kept_of(row) for row in await self._unit.query(rows)]

    async def settle(self, media_id: int, **values: Any) -> None:
        """Writes what became of a fetch: status, sha, mime, tries, due_at."""
        self._unit.database.media.pop(media_id, None)
        if values.get("dhash") is not None:
            self._unit.database.remember_hash(media_id, values["dhash"])
        await self._unit.query(
            update(t.media).where(t.media.c.id == media_id).values(**values)
        )

    async def flush(self) -> None:
        new, self._new = self._new, {}
        owners, self._owners = self._owners, []
        await self._unit.write(insert(t.media), list(new.values()))
        for row in new.values():
            if row["dhash"] is not None:
                self._unit.database.remember_hash(row["id"], row["dhash"])
            self._unit.database.remember_media(kept_of(SimpleNamespace(**row)))
        await self._unit.write(GIVE, owners)


def safe_name(name: str) -> str:
    """A file's name without path, control and direction characters; the end of a long one, for
    its suffix.
    """
    kept = "".join(c if c.isprintable() and c not in FORBIDDEN else "_" for c in name)
    return kept.lstrip(". ")[-LONGEST_NAME:]


def kept_of(row: Any) -> Kept:
    media = Media(MediaKind(row.kind), row.ref, row.size, row.name, row.mime, row.sha)
    chat = Address(row.channel, row.chat)
    return Kept(
        row.id,
        row.case_id,
        row.history_id,
        row.form_id,
        chat,
        media,
        row.status,
        row.tries,
        row.made_at,
    )


GIVE = (
    update(t.media)
    .where(t.media.c.id == bindparam("of"))
    .values(case_id=bindparam("for_case"), history_id=bindparam("at_line"))
)

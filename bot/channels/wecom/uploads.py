"""Pictures and files, sent up once and used for days."""

from __future__ import annotations

import asyncio
import time
from datetime import timedelta
from typing import Protocol

from bot.channels.channel import SendError
from bot.channels.wecom.api import Kind
from bot.http.multipart import Upload
from bot.media.files import Files
from bot.media.names import file_name
from bot.workshop.turns import Turns
from domain.messages import Media
from storage.memory.media import Kept
from storage.memory.recent import Recent

LASTS = 2.5 * 86400
"""Seconds: WeCom keeps it for three days (90253)."""
KEPT = 5000  # files
MEGABYTE = 2**20
LARGEST: dict[Kind, int] = {"image": 10 * MEGABYTE, "file": 20 * MEGABYTE}
SMALLEST = 6  # bytes
PICTURES = ("image/jpeg", "image/png")
WAIT_FOR_FILE = timedelta(seconds=1)
PATIENCE = 20  # tries


Key = tuple[Kind, str]
"""As what a file goes, and its hash."""


class Uploader(Protocol):
    async def upload(self, kind: Kind, file: Upload) -> str:
        """The media_id. Raises Refused, Uncertain or Unreached."""


class Uploads:
    def __init__(self, api: Uploader, files: Files) -> None:
        self._api = api
        self._files = files
        self._known: Recent[Key, tuple[str, float]] = Recent(KEPT)
        self._turns = Turns()

    def form_of(self, kept: Kept, tries: int) -> Kind | None:
        """As what it goes; None where it does in no form. Raises SendError where the file is not
        here yet.
        """
        if kept.status == "wanted" and tries < PATIENCE:
            raise SendError("file not here yet", after=WAIT_FOR_FILE, busy=True)
        if kept.status != "stored":
            return None
        size = self._files.path(kept.media.sha).stat().st_size
        kind: Kind = "image" if kept.media.mime in PICTURES else "file"
        if size > LARGEST[kind]:
            kind = "file"
        return kind if SMALLEST <= size <= LARGEST[kind] else None

    async def media_id(self, media: Media, kind: Kind) -> str:
        """A card with a picture goes to several at once: whoever comes while that goes up waits
        for it. Raises Refused, Uncertain or Unreached.
        """
        key = (kind, media.sha)
        async with self._turns.of(key):
            return self._living(key) or await self._sent_up(key, media)

    def _living(self, key: Key) -> str:
        made, until = self._known.get(key) or ("", 0.0)
        return made if time.monotonic() < until else ""

    async def _sent_up(self, key: Key, media: Media) -> str:
        data = await asyncio.to_thread(self._files.get, media.sha)
        found = await self._api.upload(key[0], Upload(file_name(media), data))
        self._known.keep(key, (found, time.monotonic() + LASTS))
        return found

    def gone(self, media: Media, kind: Kind, made: str) -> None:
        """WeCom has this one no more; what was sent up meanwhile in its place stays."""
        if self._living((kind, media.sha)) == made:
            self._known.drop([(kind, media.sha)])

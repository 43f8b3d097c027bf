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


class Uploader(Protocol):
    async def upload(self, kind: Kind, file: Upload) -> str:
        """The media_id. Raises Refused, Uncertain or Unreached."""


class Uploads:
    def __init__(self, api: Uploader, files: Files) -> None:
        self._api = api
        self._files = files
        self._known: Recent[tuple[Kind, str], tuple[str, float]] = Recent(KEPT)

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
        """Raises Refused, Uncertain or Unreached."""
        made, until = self._known.get((kind, media.sha)) or ("", 0.0)
        if time.monotonic() < until:
            return made
        data = await asyncio.to_thread(self._files.get, media.sha)
        found = await self._api.upload(kind, Upload(file_name(media), data))
        self._known.keep((kind, media.sha), (found, time.monotonic() + LASTS))
        return found

    def gone(self, media: Media, kind: Kind) -> None:
        """WeCom has it no more."""
        self._known.drop([(kind, media.sha)])

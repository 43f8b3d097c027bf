"""A file that a page sends, as we keep it: cleaned, called what it is and stored; or as it came,
where we cannot clean it now.
"""

from __future__ import annotations

import asyncio
import re
from dataclasses import replace

import structlog
from starlette.datastructures import UploadFile

from bot.media.contents import PICTURES, mime_of
from bot.media.files import Files
from bot.media.taking import seconds_of, take
from bot.media.uncleaned import Uncleaned
from bot.workshop.outcomes import WorkFailed
from bot.workshop.workshop import Workshop
from domain.messages import Media, MediaKind
from handlers.dialog.setup import Setup

log = structlog.get_logger()
SAFE_NAME = re.compile(r"[^\w.\- ]+")
LONGEST_NAME = 80
KINDS = {"image": MediaKind.PHOTO, "audio": MediaKind.VOICE, "video": MediaKind.VIDEO}


class Keeping:
    def __init__(
        self,
        setup: Setup,
        files: Files,
        workshop: Workshop,
    ) -> None:
        self._most = setup.most_bytes
        self._files = files
        self._workshop = workshop
        self._uncleaned = Uncleaned(files.folder / "uncleaned")

    async def store(self, chat: str, part: UploadFile) -> Media:
        """Raises Unusable where the file is to blame, OSError where nothing can be written."""
        most = self._most
        async with self._workshop.room.taken(min(part.size or 0, most)):
            data = await part.read(most + 1)
            claimed = _claimed(part)
            try:
                taken = await take(
                    self._workshop,
                    data,
                    claimed,
                    chat,
                    most,
                )
                sha = await asyncio.to_thread(self._files.put, taken.data)
            except (WorkFailed, OSError) as error:
                log.error("upload.not_cleaned", why=str(error))
                return await self._later(data, claimed)
            long = await seconds_of(
                self._workshop,
                taken,
                chat,
            )
        size = len(taken.data)
        return replace(
            claimed,
            kind=taken.kind,
            ref=sha,
            size=size,
            mime=taken.mime,
            sha=sha,
            dhash=taken.dhash,
            seconds=long,
        )

    async def _later(self, data: bytes, claimed: Media) -> Media:
        """Kept as it came, by our own fault: the fetching loop cleans it when it can."""
        ref = await asyncio.to_thread(self._uncleaned.put, data)
        kind = MediaKind.PHOTO if mime_of(data) in PICTURES else claimed.kind
        return replace(
            claimed,
            kind=kind,
            ref=ref,
            size=len(data),
        )


def _claimed(part: UploadFile) -> Media:
    """What the page says that a file is; it will be called what it really is."""
    mime = (part.content_type or "").partition(";")[0].lower()
    kind = KINDS.get(mime.partition("/")[0], MediaKind.DOCUMENT)
    return Media(
        kind,
        "",
        name=_safe(part.filename or ""),
        mime=mime,
    )


def _safe(filename: str) -> str:
    """The name alone, of harmless letters; its end counts."""
    last = filename.replace("\\", "/").rpartition("/")[2]
    return SAFE_NAME.sub("_", last)[-LONGEST_NAME:]

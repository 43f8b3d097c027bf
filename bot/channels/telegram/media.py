"""The pictures and files of a letter, alone or as an album."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from telegram import InputFile

from bot.channels.channel import SendError, Sent
from bot.channels.telegram import draw
from bot.channels.telegram.api import Api
from bot.media.files import Files
from domain.messages import MediaKind, Reply
from storage.memory.media import Kept
from storage.outbox.letters import Letter

METHODS = {
    MediaKind.PHOTO: ("sendPhoto", "photo"),
    MediaKind.VOICE: ("sendVoice", "voice"),
    MediaKind.VIDEO: ("sendVideo", "video"),
    MediaKind.DOCUMENT: ("sendDocument", "document"),
}
SUFFIX = {
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "audio/ogg": ".ogg",
    "video/mp4": ".mp4",
}
WAIT_FOR_FILE = timedelta(seconds=1)
PATIENCE = 20  # tries

Source = str | InputFile
"""Telegram's own id of a file, or our copy."""


class Attachments:
    def __init__(self, api: Api, files: Files) -> None:
        self._api = api
        self._files = files

    async def send(
        self, letter: Letter, media: Sequence[Kept], base: dict[str, Any]
    ) -> tuple[list[Sent], bool]:
        """Returns what was sent and whether the text went along as a caption.

        Raises SendError where a file is not here yet, and TelegramError.
        """
        ready = [
            (kept, source)
            for kept in media
            if (source := self._source(letter, kept)) is not None
        ]
        photos = all(kept.media.kind is MediaKind.PHOTO for kept, _ in ready)
        if len(ready) > 1 and photos:
            return await self._album([source for _, source in ready], base), False
        caption = _caption(letter.reply) if len(ready) == 1 else {}
        shape = "photo" if caption else "text"
        sent = []
        for kept, source in ready:
            done = await self._one(kept, source, base | caption)
            sent.append(Sent(done, shape))
        return sent, bool(caption)

    async def _one(self, kept: Kept, source: Source, params: dict[str, Any]) -> str:
        """The id of the message."""
        method, field = METHODS[kept.media.kind]
        if isinstance(source, InputFile):
            done = await self._api.call(method, files={field: source}, **params)
        else:
            done = await self._api.call(method, **params | {field: source})
        return str(done["message_id"])

    async def _album(
        self, sources: Sequence[Source], base: dict[str, Any]
    ) -> list[Sent]:
        items, files = [], {}
        for number, source in enumerate(sources):
            name = f"file{number}"
            if isinstance(source, InputFile):
                files[name] = source
                source = f"attach://{name}"
            items.append({"type": "photo", "media": source})
        done = await self._api.call(
            "sendMediaGroup", files=files or None, media=items, **base
        )
        return [Sent(str(message["message_id"])) for message in done]

    def _source(self, letter: Letter, kept: Kept) -> Source | None:
        """Telegram's own id for what came through Telegram as a photo or voice; else our cleaned
        copy, once it is here.

        A picture sent as a file still carries its EXIF data at Telegram, so its id is never passed
        on.
        """
        safe = kept.media.kind is not MediaKind.DOCUMENT
        if kept.chat.channel == "telegram" and safe and kept.status != "refused":
            return kept.media.ref
        if kept.status == "stored":
            return self._copy(kept)
        if kept.status == "wanted" and letter.tries < PATIENCE:
            raise SendError("file not here yet", after=WAIT_FOR_FILE)
        return None

    def _copy(self, kept: Kept) -> InputFile:
        media = kept.media
        name = media.name or f"{media.kind}{SUFFIX.get(media.mime, '')}"
        data = self._files.get(media.sha)
        return InputFile(data, filename=name, attach=False)


def _caption(reply: Reply) -> dict[str, Any]:
    """The text and its buttons where they go below a single file; else nothing."""
    fits = draw.length(reply.text) <= draw.MOST_CAPTION
    if not reply.text or reply.keyboard or not fits:
        return {}
    buttons = draw.markup(Reply(choices=reply.choices), True)
    return {"caption": reply.text, "parse_mode": "HTML"} | buttons

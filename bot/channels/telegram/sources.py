"""Where the bytes of a file come from: Telegram's own id, or our copy."""

from __future__ import annotations

from datetime import timedelta

from bot.channels.channel import SendError
from bot.http.multipart import Upload
from bot.media.files import Files
from bot.media.names import file_name
from domain.messages import MediaKind
from storage.memory.media import Kept
from storage.outbox.letters import Letter

WAIT_FOR_FILE = timedelta(seconds=1)
PATIENCE = 20  # tries

Source = str | Upload
"""Telegram's own id of a file, or our copy."""


class Sources:
    def __init__(self, files: Files) -> None:
        self._files = files

    def find(
        self,
        letter: Letter,
        kept: Kept,
        form: MediaKind,
    ) -> Source | None:
        """Telegram's own id for what came through Telegram as a photo or voice and stays one;
        else our cleaned copy. None where there will be none.

        A picture sent as a file still carries its EXIF data at Telegram, so its id is never passed
        on. Raises SendError where the copy is not here yet.
        """
        safe = kept.media.kind is form and form is not MediaKind.DOCUMENT
        if kept.chat.channel == "telegram" and safe and kept.status != "refused":
            return kept.media.ref
        if kept.status == "stored":
            return self._copy(kept)
        if kept.status == "wanted" and letter.tries < PATIENCE:
            raise SendError("file not here yet", after=WAIT_FOR_FILE)
        return None

    def _copy(self, kept: Kept) -> Upload:
        media = kept.media
        return Upload(file_name(media), self._files.get(media.sha))

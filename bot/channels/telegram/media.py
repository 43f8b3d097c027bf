"""The pictures and files of a letter, alone or as an album, each in the best form that the chat
takes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.channels.channel import Sent
from bot.channels.telegram import draw
from bot.channels.telegram.api import Api
from bot.channels.telegram.library import TelegramError
from bot.channels.telegram.refusals import Step, next_step
from bot.channels.telegram.saying import message_of, said
from bot.channels.telegram.sources import Source, Sources
from bot.http.multipart import Upload
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


@dataclass(slots=True)
class Attached:
    """What was sent, whether the text went along as a caption, and how many files the chat takes
    in no form. `settled` are the files that need no further try.
    """

    sent: list[Sent] = field(default_factory=list)
    captioned: bool = False
    withheld: int = 0
    settled: set[int] = field(default_factory=set)


@dataclass(slots=True)
class Sending:
    """One letter on its way; `refused` are the forms that its chat takes of nobody."""

    letter: Letter
    base: dict[str, Any]
    caption: dict[str, Any]
    done: Attached
    refused: set[MediaKind] = field(default_factory=set)


class Attachments:
    def __init__(self, api: Api, files: Files) -> None:
        self._api = api
        self._sources = Sources(files)

    async def send(
        self,
        letter: Letter,
        media: Sequence[Kept],
        base: dict[str, Any],
        caption: dict[str, Any],
        done: Attached,
    ) -> None:
        """What becomes of each file stands in `done`, also where it breaks off: what is settled
        there already is not sent again. Raises SendError where a file is not here yet, and
        TelegramError.
        """
        ready = []
        for kept in media:
            if kept.id in done.settled:
                continue
            source = self._sources.find(
                letter,
                kept,
                kept.media.kind,
            )
            if source is not None:
                ready.append((kept, source))
            elif kept.status == "wanted":  # nobody waits for it any more
                _withhold(done, kept)
        alone = len(ready) == 1 and not done.sent
        sending = Sending(
            letter,
            base,
            caption if alone else {},
            done,
        )
        photos = all(kept.media.kind is MediaKind.PHOTO for kept, _ in ready)
        album = len(ready) > 1 and photos and not done.sent
        if album and await self._album(sending, [source for _, source in ready]):
            return
        for kept, _ in ready:
            await self._one(sending, kept)

    async def _one(self, sending: Sending, kept: Kept) -> None:
        """Sends a file in the first form that the chat takes, from the best to the plainest."""
        for form in forms(kept):
            source = None
            if form not in sending.refused:
                source = self._sources.find(
                    sending.letter,
                    kept,
                    form,
                )
            if source is not None and await self._sent(
                sending,
                form,
                source,
            ):
                sending.done.settled.add(kept.id)
                return
        _withhold(sending.done, kept)

    async def _sent(
        self,
        sending: Sending,
        form: MediaKind,
        source: Source,
    ) -> bool:
        """Whether the chat took it; for an error without a name the words may be at fault, so it
        is tried once without them.
        """
        captions = (sending.caption, {}) if sending.caption else ({},)
        for caption in captions:
            try:
                number = await self._call(
                    form,
                    source,
                    sending.base | caption,
                )
            except TelegramError as error:
                step = next_step(error)
                if step is None:
                    raise
                if step is Step.KIND:
                    sending.refused.add(form)
                if step in (Step.KIND, Step.FORM):
                    return False
            else:
                shape = "photo" if caption else "text"
                sending.done.sent.append(Sent(number, shape))
                sending.done.captioned = bool(caption)
                return True
        return False

    async def _call(
        self, form: MediaKind, source: Source, params: dict[str, Any]
    ) -> str:
        """The id of the message."""
        method, name = METHODS[form]
        if isinstance(source, Upload):
            done = await said(
                self._api,
                method,
                params,
                {name: source},
            )
        else:
            done = await said(
                self._api,
                method,
                params | {name: source},
            )
        return message_of(done)

    async def _album(
        self,
        sending: Sending,
        sources: Sequence[Source],
    ) -> bool:
        """Whether the chat took it as an album."""
        items, files = [], {}
        for number, source in enumerate(sources):
            name = f"file{number}"
            if isinstance(source, Upload):
                files[name] = source
                source = f"attach://{name}"
            items.append({"type": "photo", "media": source})
        params = sending.base | {"media": items}
        try:
            done = await said(
                self._api,
                "sendMediaGroup",
                params,
                files or None,
            )
        except TelegramError as error:
            step = next_step(error)
            if step is None:
                raise
            if step is Step.KIND:
                sending.refused.add(MediaKind.PHOTO)
            return False
        sending.done.sent = [Sent(message_of(message)) for message in done]
        return True


def _withhold(done: Attached, kept: Kept) -> None:
    done.withheld += 1
    done.settled.add(kept.id)


def forms(kept: Kept) -> tuple[MediaKind, ...]:
    """From the best to the plainest; what is no picture is never sent as one."""
    kind = kept.media.kind
    if kind is not MediaKind.DOCUMENT:
        return (kind, MediaKind.DOCUMENT)
    picture = kept.media.mime.startswith("image/")
    return (kind, MediaKind.PHOTO) if picture else (kind,)


def caption_of(reply: Reply, text: str) -> dict[str, Any]:
    """The text and the reply's buttons where they go below a single file; else nothing."""
    if not text or reply.keyboard or draw.length(text) > draw.MOST_CAPTION:
        return {}
    return {"caption": text, "parse_mode": "HTML"} | draw.markup(reply, True)

"""Letters out: which Bot API call a Reply becomes, and what each of Telegram's errors means for
the letter.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from telegram import InputFile
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    EndPointNotFound,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.channels.channel import SendError, Sent
from bot.channels.telegram import draw
from bot.channels.telegram.api import Api
from bot.channels.telegram.request import NotDelivered
from bot.media.files import Files
from domain.messages import MediaKind, Reply
from storage.memory.media import Kept
from storage.outbox.letters import Letter
from storage.sent_messages import SentMessage

GONE = (
    "chat not found",
    "user is deactivated",
    "group chat was deactivated",
    "have no rights to send",
)
EDIT_ELSEWHERE = (
    "message to edit not found",
    "message can't be edited",
    "there is no text in the message to edit",
    "there is no caption in the message to edit",
    "message_id_invalid",
)
METHODS = {
    MediaKind.PHOTO: ("sendPhoto", "photo"),
    MediaKind.VOICE: ("sendVoice", "voice"),
    MediaKind.VIDEO: ("sendVideo", "video"),
    MediaKind.DOCUMENT: ("sendDocument", "document"),
}
ALERT_FROM = 40  # characters; a longer toast is gone before it is read
WAIT_FOR_FILE = timedelta(seconds=1)
PATIENCE = 20


class Sender:
    def __init__(self, api: Api, files: Files) -> None:
        self._api = api
        self._files = files

    async def send(
        self, letter: Letter, standing: SentMessage | None, media: Sequence[Kept]
    ) -> list[Sent]:
        """Raises SendError."""
        try:
            return await self._send(letter, standing, media)
        except TelegramError as error:
            raise judged(error) from None

    async def _send(
        self, letter: Letter, standing: SentMessage | None, media: Sequence[Kept]
    ) -> list[Sent]:
        reply = letter.reply
        if reply.press_ref:
            return await self._toast(reply)
        if reply.edits or standing:
            edited = await self._edit(letter, standing)
            if edited is not None:
                return edited
        base: dict[str, Any] = {"chat_id": int(letter.to.chat)}
        if reply.silent:
            base["disable_notification"] = True
        if reply.place is not None and not reply.text:
            done = await self._api.call(
                "sendLocation",
                latitude=reply.place.lat,
                longitude=reply.place.lon,
                **base,
            )
            return [Sent(str(done["message_id"]))]
        sent, text_done = await self._media(letter, media, base)
        if reply.text and not text_done:
            sent += await self._text(letter, base)
        for number in reply.calls:
            done = await self._api.call(
                "sendContact",
                phone_number=number,
                first_name=CALL_NAMES[number],
                **base,
            )
            sent.append(Sent(str(done["message_id"])))
        return sent

    async def _toast(self, reply: Reply) -> list[Sent]:
        """Answers a press; one that is too old for an answer needs none."""
        text: dict[str, Any] = {}
        if reply.text:
            text = {"text": reply.text, "show_alert": len(reply.text) > ALERT_FROM}
        try:
            await self._api.call(
                "answerCallbackQuery", callback_query_id=reply.press_ref, **text
            )
        except BadRequest as error:
            if "query is too old" not in error.message.lower():
                raise
        return []

    async def _edit(
        self, letter: Letter, standing: SentMessage | None
    ) -> list[Sent] | None:
        """Changes the message where it stands; None where there is nothing to change and it has
        to be sent anew.
        """
        reply = letter.reply
        message_id = standing.message_id if standing else reply.edits
        photo = standing is not None and standing.shape == "photo"
        most = draw.MOST_CAPTION if photo else draw.MOST_TEXT
        method, field = (
            ("editMessageCaption", "caption") if photo else ("editMessageText", "text")
        )
        part = draw.split(reply.text, most)[0]
        params: dict[str, Any] = {
            "chat_id": int(letter.to.chat),
            "message_id": int(message_id),
        }
        params |= {field: part, "parse_mode": "HTML"}
        try:
            await self._api.call(
                method, **params, **draw.markup(Reply(choices=reply.choices), True)
            )
        except BadRequest as error:
            why = error.message.lower()
            if "not modified" not in why:
                if any(sign in why for sign in EDIT_ELSEWHERE):
                    return None
                raise
        return [
            Sent(
                message_id, standing.shape if standing else "text", new=standing is None
            )
        ]

    async def _text(self, letter: Letter, base: dict[str, Any]) -> list[Sent]:
        reply = letter.reply
        parts = draw.split(reply.text)
        sent = []
        for part in parts:
            last = (
                draw.markup(reply, not letter.to.chat.startswith("-"))
                if part is parts[-1]
                else {}
            )
            params = (
                {
                    "text": part,
                    "parse_mode": "HTML",
                    "link_preview_options": {"is_disabled": True},
                }
                | base
                | last
            )
            try:
                done = await self._api.call("sendMessage", **params)
            except BadRequest as error:
                if "can't parse entities" not in error.message.lower():
                    raise
                done = await self._api.call(
                    "sendMessage", text=draw.plain(part), **base, **last
                )
            sent.append(Sent(str(done["message_id"])))
        return sent

    # --- media ---

    async def _media(
        self, letter: Letter, media: Sequence[Kept], base: dict[str, Any]
    ) -> tuple[list[Sent], bool]:
        """Sends the pictures and files. Returns what was sent and whether the text went along as
        a caption.
        """
        ready = [
            (kept, source)
            for kept in media
            if (source := self._source(letter, kept)) is not None
        ]
        if len(ready) > 1 and all(
            kept.media.kind is MediaKind.PHOTO for kept, _ in ready
        ):
            return await self._album(ready, base), False
        reply, sent, captioned = letter.reply, [], False
        for kept, source in ready:
            caption = {}
            if (
                reply.text
                and len(ready) == 1
                and not reply.keyboard
                and draw.length(reply.text) <= draw.MOST_CAPTION
            ):
                buttons = draw.markup(Reply(choices=reply.choices), True)
                caption = {"caption": reply.text, "parse_mode": "HTML"} | buttons
                captioned = True
            method, field = METHODS[kept.media.kind]
            files = {field: source} if isinstance(source, InputFile) else None
            named = {} if files else {field: source}
            done = await self._api.call(method, files=files, **named, **base, **caption)
            sent.append(Sent(str(done["message_id"]), "photo" if captioned else "text"))
        return sent, captioned

    async def _album(
        self, ready: list[tuple[Kept, str | InputFile]], base: dict[str, Any]
    ) -> list[Sent]:
        items, files = [], {}
        for number, (_, source) in enumerate(ready):
            if isinstance(source, InputFile):
                files[f"file{number}"] = source
                items.append({"type": "photo", "media": f"attach://file{number}"})
            else:
                items.append({"type": "photo", "media": source})
        done = await self._api.call(
            "sendMediaGroup", files=files or None, media=items, **base
        )
        return [Sent(str(message["message_id"])) for message in done]

    def _source(self, letter: Letter, kept: Kept) -> str | InputFile | None:
        """Telegram's own id for what came through Telegram as a photo or voice; else our cleaned
        copy, once it is here.

        A picture sent as a file still carries its EXIF data at Telegram, so its id is never passed
        on.
        """
        safe = kept.media.kind is not MediaKind.DOCUMENT
        if kept.chat.channel == "telegram" and safe and kept.status != "refused":
            return kept.media.ref
        if kept.status == "stored":
            data = self._files.get(kept.media.sha)
            name = (
                kept.media.name or f"{kept.media.kind}{SUFFIX.get(kept.media.mime, '')}"
            )
            return InputFile(data, filename=name, attach=False)
        if kept.status == "wanted" and letter.tries < PATIENCE:
            raise SendError("file not here yet", after=WAIT_FOR_FILE)
        return None


SUFFIX = {
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "audio/ogg": ".ogg",
    "video/mp4": ".mp4",
}
CALL_NAMES = {
    "119": "119 火警 Fire",
    "110": "110 报警 Police",
    "120": "120 急救 Ambulance",
}


def judged(error: TelegramError) -> SendError:
    """What an error means: TimedOut and BadRequest are kinds of NetworkError, so the order
    matters.
    """
    why = f"{type(error).__name__}: {error.message}"
    if isinstance(error, RetryAfter):
        after = error.retry_after
        seconds = (
            after.total_seconds() if isinstance(after, timedelta) else float(after)
        )
        return SendError(why, after=timedelta(seconds=seconds + 0.5), busy=True)
    if isinstance(error, ChatMigrated):
        return SendError(why, moved_to=str(error.new_chat_id))
    if isinstance(error, Forbidden):
        return SendError(why, permanent=True, gone=True)
    if isinstance(error, BadRequest):
        return SendError(
            why,
            permanent=True,
            gone=any(sign in error.message.lower() for sign in GONE),
        )
    if isinstance(error, NotDelivered):
        return SendError(why)
    if isinstance(error, TimedOut):
        return SendError(why, uncertain=True)
    if isinstance(error, (InvalidToken, EndPointNotFound, Conflict)):
        return SendError(why, after=timedelta(seconds=30))
    return SendError(
        why,
        uncertain=isinstance(error, NetworkError)
        or "Invalid server response" in error.message,
    )

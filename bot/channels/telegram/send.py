"""Letters out: which Bot API call a Reply becomes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from telegram.error import BadRequest, TelegramError

from bot.channels.channel import Sent
from bot.channels.telegram import draw
from bot.channels.telegram.api import Api
from bot.channels.telegram.chats import is_private, where
from bot.channels.telegram.edit import edit
from bot.channels.telegram.errors import judged
from bot.channels.telegram.media import Attachments
from bot.channels.telegram.riding import Riding
from bot.channels.telegram.saying import said, said_or
from bot.media.files import Files
from domain.messages import Reply
from handlers.texts.sentences import say
from storage.memory.media import Kept
from storage.outbox.letters import Letter
from storage.sent_messages import SentMessage

ALERT_FROM = 40  # characters; a longer toast is gone before it is read
CALL_NAMES = {
    "119": "119 火警 Fire",
    "110": "110 报警 Police",
    "120": "120 急救 Ambulance",
}


class Sender:
    def __init__(self, api: Api, files: Files, language: str, riding: Riding) -> None:
        self._api = api
        self._riding = riding
        self._language = language
        self._attachments = Attachments(api, files)

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
            edited = await edit(self._api, letter, standing)
            if edited is not None:
                return edited
        base = where(letter.to.chat)
        if reply.silent:
            base["disable_notification"] = True
        if reply.place is not None and not reply.text:
            return await self._place(reply, base)
        attached = await self._attachments.send(letter, media, base)
        text = "" if attached.captioned else self._words(reply.text, attached.withheld)
        sent = attached.sent
        if text:
            sent += await self._text(letter, text, base)
        return sent + await self._calls(reply, base)

    def _words(self, text: str, withheld: int) -> str:
        """The text, with a line about files that the chat takes in no form."""
        if not withheld:
            return text
        line = say(self._language, "media-withheld", count=withheld)
        return f"{text}\n\n{line}" if text else line

    async def _toast(self, reply: Reply) -> list[Sent]:
        """Answers a press; one that is too old for an answer needs none."""
        if not reply.text and self._riding.take(reply.press_ref):
            return []
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

    async def _place(self, reply: Reply, base: dict[str, Any]) -> list[Sent]:
        assert reply.place is not None
        there: dict[str, Any] = {
            "latitude": reply.place.lat,
            "longitude": reply.place.lon,
        }
        words = f"📍 {reply.place.lat:.6f}, {reply.place.lon:.6f}"
        done = await said_or(self._api, "sendLocation", there, base, words)
        return [Sent(str(done["message_id"]))]

    async def _calls(self, reply: Reply, base: dict[str, Any]) -> list[Sent]:
        """Each number to call as a contact, which is one tap away from a call."""
        sent = []
        for number in reply.calls:
            contact: dict[str, Any] = {
                "phone_number": number,
                "first_name": CALL_NAMES[number],
            }
            words = f"📞 {CALL_NAMES[number]}"
            done = await said_or(self._api, "sendContact", contact, base, words)
            sent.append(Sent(str(done["message_id"])))
        return sent

    async def _text(
        self, letter: Letter, text: str, base: dict[str, Any]
    ) -> list[Sent]:
        """In as many messages as it needs, the buttons below the last one."""
        parts = draw.split(text)
        markup = draw.markup(letter.reply, is_private(letter.to.chat))
        sent = []
        for part in parts:
            last = markup if part is parts[-1] else {}
            html: dict[str, Any] = {
                "text": part,
                "parse_mode": "HTML",
            } | draw.NO_PREVIEW
            done = await said(self._api, "sendMessage", html | base | last)
            sent.append(Sent(str(done["message_id"])))
        return sent

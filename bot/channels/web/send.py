"""Letters out: written into the chat's memory, then shown on every page that is open on it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from bot.channels.channel import SendError, Sent
from bot.channels.web import draw
from bot.channels.web.hub import Hub
from domain.messages import Reply
from storage.database import Database
from storage.memory.media import Kept
from storage.outbox.letters import Letter
from storage.sent_messages import SentMessage
from storage.web import WebMessage

ALERT_FROM = 40  # characters; a longer toast is gone before it is read
PATIENCE = 60  # tries
WAIT_FOR_FILE = timedelta(milliseconds=300)
CHANGEABLE = ("html", "choices", "calls", "keyboard")


class Sender:
    def __init__(self, database: Database, hub: Hub) -> None:
        self._database = database
        self._hub = hub

    async def send(
        self, letter: Letter, standing: SentMessage | None, media: Sequence[Kept]
    ) -> list[Sent]:
        """Raises SendError while a picture is still on its way."""
        if letter.reply.press_ref:
            self._toast(letter.to.chat, letter.reply)
            return []
        if letter.reply.calls_over:
            await self._calls_over(letter)
            return []
        if any(kept.status == "wanted" for kept in media) and letter.tries < PATIENCE:
            raise SendError("file not here yet", after=WAIT_FOR_FILE)
        made, new = await self._write(
            letter,
            standing,
            media,
        )
        self._hub.show(
            letter.to.chat,
            "message",
            made,
        )
        return [
            Sent(
                str(made.id),
                "photo" if made.body["photos"] else "text",
                new,
            )
        ]

    def _toast(self, chat: str, reply: Reply) -> None:
        if reply.text:
            alert = len(reply.text) > ALERT_FROM
            self._hub.show(
                chat,
                "toast",
                {"text": reply.text, "alert": alert},
            )

    async def _calls_over(self, letter: Letter) -> None:
        """Numbers that were shown since are those of another emergency."""
        chat = letter.to.chat
        async with self._database.unit() as unit:
            changed = await unit.web.calls_over(chat, letter.made_at)
        for one in changed:
            self._hub.show(chat, "message", one)

    async def _write(
        self, letter: Letter, standing: SentMessage | None, media: Sequence[Kept]
    ) -> tuple[WebMessage, bool]:
        """The message as it now stands, and whether it is a new one."""
        body = draw.body(
            letter.reply,
            media,
            letter.case_id or 0,
        )
        chat = letter.to.chat
        number = standing.message_id if standing else letter.reply.edits
        async with self._database.unit() as unit:
            if number.isdecimal():
                names = CHANGEABLE if letter.reply.text else ("choices",)
                kept = {key: body[key] for key in names}
                changed = await unit.web.change(
                    chat,
                    int(number),
                    **kept,
                    edited=False,
                )
                if changed is not None:
                    return changed, standing is None
            if letter.reply.edits and not letter.reply.text:
                raise SendError("nothing there to edit", permanent=True)
            made = await unit.web.put(
                chat,
                False,
                body,
                f"out-{letter.id}",
            )
            return made, True

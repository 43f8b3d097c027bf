"""A message that is changed where it stands."""

from __future__ import annotations

from typing import Any

from bot.channels.channel import Sent
from bot.channels.telegram import draw
from bot.channels.telegram.api import Api
from bot.channels.telegram.chats import chat_id
from bot.channels.telegram.library import BadRequest
from bot.channels.telegram.refusals import is_gone, next_step
from domain.messages import Reply
from storage.outbox.letters import Letter
from storage.sent_messages import SentMessage

NO_TEXT = "no text in the message"


async def edit(
    api: Api, letter: Letter, standing: SentMessage | None
) -> list[Sent] | None:
    """None where it cannot be changed and has to be sent anew, which knows plainer forms.

    Raises telegram.error.TelegramError.
    """
    message_id = standing.message_id if standing else letter.reply.edits
    where = {"chat_id": chat_id(letter.to.chat), "message_id": int(message_id)}
    for shape in _shapes(letter.reply, standing):
        try:
            await _change(
                api,
                letter.reply,
                where,
                shape == "photo",
            )
        except BadRequest as error:
            if is_gone(error) and next_step(error) is None:
                raise  # of a closed topic only its message cannot be changed
            message = error.message.lower()
            if NO_TEXT in message:
                continue
            if "not modified" not in message:
                return None
        return [
            Sent(
                message_id,
                shape,
                new=standing is None,
            )
        ]
    return None


def _shapes(reply: Reply, standing: SentMessage | None) -> list[str]:
    """What the message may be: of one that is not known it turns out by trying."""
    if standing is not None:
        return [standing.shape]
    caption = draw.length(reply.text) <= draw.MOST_CAPTION
    return ["text", "photo"] if caption else ["text"]


async def _change(
    api: Api,
    reply: Reply,
    where: dict[str, Any],
    photo: bool,
) -> None:
    """The caption of a photo, the text of anything else, with the buttons below; without a text
    only these.
    """
    buttons = draw.markup(Reply(choices=reply.choices), True)
    if not reply.text:
        await api.call(
            "editMessageReplyMarkup",
            **where,
            **buttons,
        )
        return
    most = draw.MOST_CAPTION if photo else draw.MOST_TEXT
    field = "caption" if photo else "text"
    method = "editMessageCaption" if photo else "editMessageText"
    shown: dict[str, Any] = {
        field: draw.split(reply.text, most)[0],
        "parse_mode": "HTML",
    }
    if not photo:
        shown |= draw.NO_PREVIEW
    await api.call(
        method,
        **where,
        **shown,
        **buttons,
    )

"""One call of the Bot API each: an answer to a press, a place, a number to call, a text."""

from __future__ import annotations

from typing import Any

from bot.channels.channel import Sent
from bot.channels.telegram import draw
from bot.channels.telegram.api import Api
from bot.channels.telegram.chats import is_private
from bot.channels.telegram.library import BadRequest
from bot.channels.telegram.riding import Riding
from bot.channels.telegram.saying import message_of, said, said_or
from domain.messages import Reply
from domain.present import present
from storage.outbox.letters import Letter

ALERT_FROM = 40  # characters; a longer toast is gone before it is read
CALL_NAMES = {
    "119": "119 火警 Fire",
    "110": "110 报警 Police",
    "120": "120 急救 Ambulance",
}


async def toast(api: Api, riding: Riding, reply: Reply) -> list[Sent]:
    """Answers a press; one that is too old for an answer needs none."""
    if not reply.text and riding.take(reply.press_ref):
        return []
    shown: dict[str, Any] = {}
    if reply.text:
        shown = {"text": reply.text, "show_alert": len(reply.text) > ALERT_FROM}
    try:
        await api.call(
            "answerCallbackQuery", callback_query_id=reply.press_ref, **shown
        )
    except BadRequest as error:
        if "query is too old" not in error.message.lower():
            raise
    return []


async def place(api: Api, reply: Reply, base: dict[str, Any]) -> list[Sent]:
    there = present(reply.place, "only what has a place comes here")
    point: dict[str, Any] = {
        "latitude": there.lat,
        "longitude": there.lon,
    }
    words = f"📍 {there.lat:.6f}, {there.lon:.6f}"
    done = await said_or(
        api,
        "sendLocation",
        point,
        base,
        words,
    )
    return [Sent(message_of(done))]


async def call(api: Api, number: str, base: dict[str, Any]) -> list[Sent]:
    contact: dict[str, Any] = {
        "phone_number": number,
        "first_name": CALL_NAMES[number],
    }
    words = f"📞 {CALL_NAMES[number]}"
    done = await said_or(
        api,
        "sendContact",
        contact,
        base,
        words,
    )
    return [Sent(message_of(done))]


async def text(
    api: Api, letter: Letter, part: str, base: dict[str, Any], last: bool
) -> Sent:
    html: dict[str, Any] = {"text": part, "parse_mode": "HTML"} | draw.NO_PREVIEW
    markup = draw.markup(letter.reply, is_private(letter.to.chat)) if last else {}
    done = await said(
        api,
        "sendMessage",
        html | base | markup,
    )
    return Sent(message_of(done))

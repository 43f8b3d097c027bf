"""What people send, as the Bot API words it, and what they read on a bot's keyboard."""

import time
from functools import cache
from typing import Any

import orjson

from bench.envelopes import BOT_JSON, chat_json, markup
from bench.wire import Params

Button = tuple[str, str]
"""Label and callback data."""


def said(message_id: int, chat_id: int, content: dict[str, Any]) -> dict[str, Any]:
    """A message of a person; words that begin with a slash get the entity that marks a command."""
    head: dict[str, Any] = {
        "message_id": message_id,
        "from": person(chat_id),
        "chat": chat_json(chat_id),
        "date": int(time.time()),
    }
    text = str(content.get("text", ""))
    if text.startswith("/"):
        head["entities"] = [
            {"offset": 0, "length": len(text.split(" ", 1)[0]), "type": "bot_command"}
        ]
    return head | content


def press(
    query_id: str, chat_id: int, message_id: int, buttons: list[Button], data: str
) -> dict[str, Any]:
    """A callback query: the press of one of the buttons under the bot's message."""
    rows = [[{"text": text, "callback_data": value}] for text, value in buttons]
    shown = {
        "message_id": message_id,
        "from": BOT_JSON,
        "chat": chat_json(chat_id),
        "date": int(time.time()),
    }
    shown |= {"text": "隐患", "reply_markup": {"inline_keyboard": rows}}
    head = {"id": query_id, "from": person(chat_id), "chat_instance": str(chat_id)}
    return {**head, "message": shown, "data": data}


def location(chat_id: int, turn: int) -> dict[str, float]:
    """A place in Beijing, in degrees: about 11 km by 11 km, another one for each case."""
    north, east = chat_id * 7 % 1000, (turn * 7919 + chat_id * 31) % 997
    return {"latitude": 39.9 + north / 10_000, "longitude": 116.3 + east / 10_000}


@cache
def person(chat_id: int) -> orjson.Fragment:
    """The sender of a message."""
    known = {
        "id": chat_id,
        "is_bot": False,
        "first_name": f"骑手{chat_id}",
        "language_code": "zh-hans",
    }
    return orjson.Fragment(orjson.dumps(known))


def inline_buttons(params: Params) -> list[Button]:
    """Label and callback data of each inline button, in order."""
    rows = markup(params).get("inline_keyboard") or []
    return [
        (button["text"], button.get("callback_data", ""))
        for row in rows
        for button in row
    ]


def find(buttons: list[Button], label: str) -> str | None:
    """The data of the first button whose label contains the words."""
    return next((data for text, data in buttons if label in text and data), None)

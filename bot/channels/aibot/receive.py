"""What somebody did in a chat of the robot as an Event
(developer.work.weixin.qq.com/document/path/101463 for messages, 101027 for events).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from bot.channels.aibot.connection import Frame
from domain.messages import Address, Event

CHANNEL = "aibot"
GROUP = "group:"
"""What the chat of a group begins with: no userid has a colon."""
NAMED = re.compile(r"^\s*(?:@\S+\s+)+")
"""The robot's name, before what is said to it in a group."""
ALONE = re.compile(r"^\s*@\S+\s*$")


def chat_of(body: Mapping[str, Any], userid: str) -> Address:
    if body.get("chattype") == "group":
        return Address(CHANNEL, f"{GROUP}{body['chatid']}")
    return Address(CHANNEL, userid)


def is_private(chat: str) -> bool:
    return not chat.startswith(GROUP)


def speaker(frame: Frame) -> str:
    """The id of whoever did it as it came, '' where nobody did."""
    who = (frame.get("body") or {}).get("from")
    return str(who.get("userid", "")) if isinstance(who, dict) else ""


def event_of(frame: Frame, userid: str, sender: Address) -> Event | None:
    """None for what is nothing that a person did. Raises whatever a malformed frame makes it
    raise.
    """
    body = frame["body"]
    chat = chat_of(body, userid)
    private = is_private(chat.chat)
    req_id = str(frame["headers"]["req_id"])
    made = Event(
        external_id=str(body.get("msgid") or req_id),
        sender=chat if private else sender,
        chat=chat,
        private=private,
        text=_words(body, private),
        raw=frame,
    )
    return made if frame.get("cmd") == "aibot_msg_callback" else None


def _words(body: Mapping[str, Any], private: bool) -> str:
    kind = str(body.get("msgtype"))
    if kind == "mixed":
        items = (body.get("mixed") or {}).get("msg_item") or []
        said = [_content(one) for one in items]
        text = "\n".join(one for one in said if one)
    else:
        text = _content(body)
    return text if private else unnamed(text)


def _content(part: Mapping[str, Any]) -> str:
    """Of words, and of a voice message, which comes as words."""
    kind = part.get("msgtype")
    said = part.get(str(kind)) if kind in ("text", "voice") else None
    return str(said.get("content") or "") if isinstance(said, dict) else ""


def unnamed(text: str) -> str:
    """Without the robot's name, as which it is said to it."""
    return "" if ALONE.match(text) else NAMED.sub("", text, count=1)

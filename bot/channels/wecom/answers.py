"""What may be answered to a callback (document/path/90241): words, or what becomes of the pressed
card on the phone of whoever pressed it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.channels.tencent.xml import Given

Answer = dict[str, Given]
"""To be built by tencent/xml.py, beside ToUserName, FromUserName and CreateTime."""

NAMES = {"keyname": "KeyName", "userid": "UserId", "appid": "AppId"}


def says(text: str) -> Answer:
    """At most 2048 bytes: the rest is cut."""
    return {"MsgType": "text", "Content": text}


def stamps(words: str) -> Answer:
    """Words take the place of the card's buttons."""
    return {"MsgType": "update_button", "Button": {"ReplaceName": words}}


def becomes(card: Mapping[str, Any]) -> Answer:
    """The pressed card becomes this one, of the same task."""
    return {"MsgType": "update_template_card", "TemplateCard": _given(card)}


def _given(value: Any) -> Given:
    """JSON's names as XML has them: main_title is MainTitle; a list repeats its element."""
    if isinstance(value, Mapping):
        return {_name(name): _given(one) for name, one in value.items()}
    if isinstance(value, list):
        return [_given(one) for one in value]
    return value if isinstance(value, int) else str(value)


def _name(name: str) -> str:
    return NAMES.get(name) or "".join(part.capitalize() for part in name.split("_"))

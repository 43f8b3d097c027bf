"""What a coordinator did in WeCom as an Event: the opened XML of a callback
(developer.work.weixin.qq.com, document/path/90239 for messages, 90240 for events).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from bot.channels.tencent.said import said
from bot.channels.tencent.unread import UNREAD, unreadable
from bot.channels.tencent.xml import Fields, text_of
from bot.channels.wecom.keys import label_in
from domain.marks import mark
from domain.messages import Address, Event, EventKind

CHANNEL = "wecom"
SWITCHED_OFF = "close_inactive_agent"
MARKS = ("CreateTime", "Event", "EventKey", "TaskId")

Reader = Callable[[Fields, Event], Event]


def event_of(fields: Fields, gcj02: bool = True) -> Event | None:
    """None for what is nothing that a person did: it is acknowledged and no more.

    A userid counts in either case, so it is written low.
    """
    if UNREAD in fields:
        return unreadable(CHANNEL, fields)
    userid = userid_of(fields)
    if not userid:
        return None
    chat = Address(CHANNEL, userid)
    bare = Event(external_id(fields), chat, chat, raw=dict(fields))
    if text_of(fields, "MsgType") != "event":
        return said(fields, bare, gcj02)
    read = DONE.get(text_of(fields, "Event").lower())
    return read(fields, bare) if read else None


def userid_of(fields: Fields) -> str:
    return text_of(fields, "FromUserName").lower()


def external_id(fields: Fields) -> str:
    """The same for each try of one callback. Two events of one second differ in what they are and
    on which card.
    """
    number = text_of(fields, "MsgId")
    if number:
        return f"m:{number}"
    names = (text_of(fields, name) for name in MARKS)
    return f"e:{mark(userid_of(fields), *names)}"


def switched_off(fields: Fields) -> bool:
    """Whether WeCom closes the app because nobody uses it: the operator has to hear of it."""
    return text_of(fields, "Event").lower() == SWITCHED_OFF


class Pressed(NamedTuple):
    """A card by its task, and the code that changes it once within 72 hours."""

    task_id: str
    code: str


def pressed_card(fields: Fields) -> Pressed | None:
    """None for what is no press on a card."""
    task_id, code = text_of(fields, "TaskId"), text_of(fields, "ResponseCode")
    return Pressed(task_id, code) if task_id and code else None


# --- what is done ---


def _presses(fields: Fields, bare: Event) -> Event:
    """The card's task is its message, the code by which it may be changed the press."""
    pressed = _brought(fields, bare)
    if pressed.kind is not EventKind.PRESS:
        return pressed
    ref = text_of(fields, "ResponseCode") or bare.external_id
    return replace(pressed, message_id=text_of(fields, "TaskId"), press_ref=ref)


def _brought(fields: Fields, bare: Event) -> Event:
    """A command, a label that is said, or what a button of ours brings."""
    key = text_of(fields, "EventKey")
    text = key if key.startswith("/") else label_in(key)
    if text:
        return replace(bare, text=text)
    return replace(bare, kind=EventKind.PRESS, data=key, press_ref=bare.external_id)


def _comes(fields: Fields, bare: Event) -> Event:
    return replace(bare, kind=EventKind.UNBLOCKED)


def _leaves(fields: Fields, bare: Event) -> Event:
    return replace(bare, kind=EventKind.BLOCKED)


DONE: dict[str, Reader] = {
    "template_card_event": _presses,
    "template_card_menu_event": _presses,
    "click": _brought,
    "subscribe": _comes,
    "unsubscribe": _leaves,
}

"""What a rider did in WeChat as an Event: the opened XML of a callback (developers.weixin.qq.com,
接收普通消息 and 接收事件推送).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from bot.channels.tencent.said import said
from bot.channels.tencent.unread import UNREAD, unreadable
from bot.channels.tencent.xml import Fields, text_of
from bot.channels.wechat.draw import SAYS
from domain.marks import mark
from domain.messages import Address, Event, EventKind

CHANNEL = "wechat"
SCENE = "qrscene_"
START = "/start"
RANG, BLOCKED = "templatesendjobfinish", "failed:userblock"
"""How a template message ended, and that they block it."""
DATUM, WGS84 = "Datum", "wgs84"
"""Beside what is kept raw: in which coordinates its place came."""

Reader = Callable[[Fields, Event], Event]


def event_of(fields: Fields, gcj02: bool = True) -> Event | None:
    """None for what is nothing that a person said: it is acknowledged and no more."""
    if UNREAD in fields:
        return unreadable(CHANNEL, fields)
    chat = Address(CHANNEL, text_of(fields, "FromUserName"))
    if not chat.chat:
        return None
    name = f"#{chat.chat[-4:]}"  # WeChat says none
    kept = fields if gcj02 else fields | {DATUM: WGS84}
    bare = Event(
        external_id(fields),
        chat,
        chat,
        name=name,
        raw=dict(kept),
    )
    bare = replace(bare, unnamed=True)
    if text_of(fields, "MsgType") == "event":
        return _happened(fields, bare)
    data = text_of(fields, "bizmsgmenuid")
    if data and data != SAYS:
        # a link of ours was tapped; the words are its label
        return _pressed(bare, data)
    return said(
        fields,
        bare,
        gcj02 and text_of(fields, DATUM) != WGS84,
    )


def external_id(fields: Fields) -> str:
    """The same for each try of one callback. Two events of one second differ in what they are."""
    number = text_of(fields, "MsgId")
    if number:
        return f"m:{number}"
    names = ("FromUserName", "CreateTime", "Event", "EventKey")
    return f"e:{mark(*(text_of(fields, name) for name in names))}"


def opens(fields: Fields) -> str:
    """What it does to what may be said: "word" for a word of theirs, else "tap". A tap on a link of
    ours comes as a message too.
    """
    tapped = bool(text_of(fields, "bizmsgmenuid"))
    return "word" if text_of(fields, "MsgId") and not tapped else "tap"


def blocks(fields: Fields) -> bool:
    """Whether a template message did not reach them, since they take none of ours."""
    ended = text_of(fields, "Event").lower() == RANG
    status = text_of(fields, "Status").replace(" ", "").lower()
    return ended and status == BLOCKED


# --- what is done ---


def _happened(fields: Fields, bare: Event) -> Event | None:
    read = DONE.get(text_of(fields, "Event").lower())
    return read(fields, bare) if read else None


def _follows(fields: Fields, bare: Event) -> Event:
    return _starts(bare, text_of(fields, "EventKey").removeprefix(SCENE))


def _scans(fields: Fields, bare: Event) -> Event:
    return _starts(bare, text_of(fields, "EventKey"))


def _starts(bare: Event, scene: str) -> Event:
    return replace(bare, text=f"{START} {scene}".strip())


def _leaves(fields: Fields, bare: Event) -> Event:
    return replace(bare, kind=EventKind.BLOCKED)


def _clicks(fields: Fields, bare: Event) -> Event:
    """A key of the menu is a command, or what a button would bring."""
    key = text_of(fields, "EventKey")
    return replace(bare, text=key) if key.startswith("/") else _pressed(bare, key)


def _pressed(bare: Event, data: str) -> Event:
    return replace(
        bare, kind=EventKind.PRESS, data=data, press_ref=bare.external_id, message_id=""
    )


DONE: dict[str, Reader] = {
    "subscribe": _follows,
    "scan": _scans,
    "unsubscribe": _leaves,
    "click": _clicks,
}

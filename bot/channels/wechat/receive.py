"""What a rider did in WeChat as an Event: the opened XML of a callback (developers.weixin.qq.com,
接收普通消息 and 接收事件推送).
"""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256

from bot.channels.tencent.datum import to_wgs84
from bot.channels.tencent.xml import BadXml, Fields, parse, text_of
from bot.channels.wechat.draw import SAYS
from domain.messages import NOBODY, Address, Event, EventKind, Media, MediaKind, Place

CHANNEL = "wechat"
SCENE = "qrscene_"
START = "/start"
BETWEEN = " "
"""Between a media id and the address of another copy."""

UNREAD = "unread"
"""The name of what stands for a message that nobody can read: its text."""

Reader = Callable[[Fields, Event], Event]


def fields_of(text: bytes, around: Fields) -> Fields:
    """What an opened letter says; where that cannot be read, `around` and its text under UNREAD:
    who signed it is WeChat, so it is kept.
    """
    try:
        return parse(text)
    except BadXml:
        return around | {UNREAD: text.decode("utf-8", "replace")}


def event_of(fields: Fields, gcj02: bool = True) -> Event | None:
    """None for what is nothing that a person said: it is acknowledged and no more."""
    if UNREAD in fields:
        return _unreadable(fields)
    chat = Address(CHANNEL, text_of(fields, "FromUserName"))
    if not chat.chat:
        return None
    kind = text_of(fields, "MsgType")
    bare = Event(external_id(fields), chat, chat, raw=dict(fields))
    if kind == "event":
        return _happened(fields, bare)
    if kind == "location":
        return _with(bare, place=_place(fields, gcj02))
    read = SAID.get(kind)
    number = text_of(fields, "MsgId")
    said = _with(bare, message_id=number)
    return read(fields, said) if read else said


def external_id(fields: Fields) -> str:
    """The same for each try of one callback. Two events of one second differ in what they are."""
    number = text_of(fields, "MsgId")
    if number:
        return f"m:{number}"
    names = ("FromUserName", "CreateTime", "Event", "EventKey")
    return ":".join(("e", *(text_of(fields, name) for name in names)))


def _unreadable(fields: Fields) -> Event:
    """The same for each try, as far as its text is the same."""
    mark = sha256(text_of(fields, UNREAD).encode()).hexdigest()[:32]
    sender = Address(CHANNEL, text_of(fields, "FromUserName") or NOBODY)
    kind, why = EventKind.UNREADABLE, BadXml.__name__
    return Event(f"x:{mark}", sender, sender, kind, text=why, raw=dict(fields))


def opens(event: Event) -> str:
    """What it does to what may be said: "word" for a word of theirs, else "tap"."""
    sent = event.kind is EventKind.MESSAGE and event.external_id.startswith("m:")
    return "word" if sent else "tap"


def _with(event: Event, **more: object) -> Event:
    values = {name: getattr(event, name) for name in Event.__slots__}
    return Event(**values | more)


# --- what is said ---


def _text(fields: Fields, said: Event) -> Event:
    """A link of ours that is tapped says its label, and which choice it was."""
    data = text_of(fields, "bizmsgmenuid")
    if data and data != SAYS:
        return _pressed(said, data)
    return _with(said, text=text_of(fields, "Content"))


def _image(fields: Fields, said: Event) -> Event:
    copy = text_of(fields, "PicUrl")
    ref = BETWEEN.join(one for one in (text_of(fields, "MediaId"), copy) if one)
    return _with(said, media=(Media(MediaKind.PHOTO, ref),))


def _voice(fields: Fields, said: Event) -> Event:
    """With what WeChat heard in it, where the console has that on."""
    spoken = Media(MediaKind.VOICE, text_of(fields, "MediaId"))
    return _with(said, media=(spoken,), text=text_of(fields, "Recognition"))


def _video(fields: Fields, said: Event) -> Event:
    film = Media(MediaKind.VIDEO, text_of(fields, "MediaId"))
    return _with(said, media=(film,))


def _link(fields: Fields, said: Event) -> Event:
    parts = (text_of(fields, "Title"), text_of(fields, "Url"))
    return _with(said, text="\n".join(part for part in parts if part))


SAID: dict[str, Reader] = {
    "text": _text,
    "image": _image,
    "voice": _voice,
    "video": _video,
    "shortvideo": _video,
    "link": _link,
}


def _place(fields: Fields, gcj02: bool) -> Place | None:
    """Location_X is the latitude."""
    try:
        lat = float(text_of(fields, "Location_X"))
        lon = float(text_of(fields, "Location_Y"))
        return Place(*to_wgs84(lat, lon)) if gcj02 else Place(lat, lon)
    except ValueError:
        return None


# --- what is done ---


def _happened(fields: Fields, bare: Event) -> Event | None:
    read = DONE.get(text_of(fields, "Event").lower())
    return read(fields, bare) if read else None


def _follows(fields: Fields, bare: Event) -> Event:
    return _starts(bare, text_of(fields, "EventKey").removeprefix(SCENE))


def _scans(fields: Fields, bare: Event) -> Event:
    return _starts(bare, text_of(fields, "EventKey"))


def _starts(bare: Event, scene: str) -> Event:
    return _with(bare, text=f"{START} {scene}".strip())


def _leaves(fields: Fields, bare: Event) -> Event:
    return _with(bare, kind=EventKind.BLOCKED)


def _clicks(fields: Fields, bare: Event) -> Event:
    """A key of the menu is a command, or what a button would bring."""
    key = text_of(fields, "EventKey")
    return _with(bare, text=key) if key.startswith("/") else _pressed(bare, key)


def _pressed(bare: Event, data: str) -> Event:
    return _with(
        bare, kind=EventKind.PRESS, data=data, press_ref=bare.external_id, message_id=""
    )


DONE: dict[str, Reader] = {
    "subscribe": _follows,
    "scan": _scans,
    "unsubscribe": _leaves,
    "click": _clicks,
}

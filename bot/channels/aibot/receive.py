"""What somebody did in a chat of the robot as an Event
(developer.work.weixin.qq.com/document/path/101463 for messages, 101027 for events).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any

from bot.channels.aibot.connection import Frame
from bot.channels.aibot.line import event_type
from bot.channels.tencent.faces import with_signs
from bot.channels.tencent.sealed import ref_of
from bot.channels.wecom.keys import label_in
from domain.messages import NOBODY, Address, Event, EventKind, Media, MediaKind
from domain.values.number import number_within

CHANNEL = "aibot"
GROUP = "group:"
"""What the chat of a group begins with: no userid has a colon."""
SAID, DONE = "aibot_msg_callback", "aibot_event_callback"
PRESSED = "template_card_event"
MENTIONS = re.compile(r"^\s*(?:@\S+(?:\s+|$))+")
MENTION = re.compile(r"@(\S+)\s*")
"""The robot's name, before what is said to it in a group; and others who are called there."""
FILES = {
    "image": MediaKind.PHOTO,
    "file": MediaKind.DOCUMENT,
    "video": MediaKind.VIDEO,
}


def is_private(chat: str) -> bool:
    return not chat.startswith(GROUP)


def speaker(frame: Frame) -> str:
    """The id of whoever did it as it came, '' where nobody did."""
    who = _part(_part(frame, "body"), "from")
    return str(who.get("userid") or "")


def is_group(frame: Frame) -> bool:
    return _part(frame, "body").get("chattype") == "group"


def read_safely(
    frame: Frame, sender: Address, people: Collection[str] = ()
) -> Event | None:
    """The event in a frame, None for what is none of ours, UNREADABLE for what breaks the
    reader. `people` may be called by name beside the robot.
    """
    whole = str(frame) if people else ""
    raw: dict[str, Any] = {"frame": frame, "sender": list(sender)}
    raw["people"] = [name for name in people if f"@{name}" in whole]
    try:
        return read(frame, sender, raw)
    except Exception as error:
        named = str(_part(frame, "headers").get("req_id") or NOBODY)
        why = type(error).__name__
        kind = EventKind.UNREADABLE
        return Event(named, sender, sender, kind, text=why, raw=raw)


def read(
    frame: Frame,
    sender: Address,
    raw: Mapping[str, Any],
) -> Event | None:
    """Raises whatever a malformed frame makes it raise."""
    body, req_id = frame["body"], str(frame["headers"]["req_id"])
    private = not is_group(frame)
    bare = Event(
        external_id=str(body.get("msgid") or req_id),
        sender=sender,
        chat=sender if private else Address(CHANNEL, f"{GROUP}{body['chatid']}"),
        private=private,
        addressed=not private,
        raw=raw,
    )
    if frame["cmd"] == SAID:
        return replace(
            bare,
            text=_words(body, private, raw.get("people", ())),
            media=_media(body),
            message_id=bare.external_id,
        )
    if frame["cmd"] == DONE and event_type(frame) == PRESSED:
        return _pressed(body["event"], req_id, bare)
    return None


# --- what is said ---


def _words(
    body: Mapping[str, Any],
    private: bool,
    people: Collection[str],
) -> str:
    said = "\n".join(one for one in map(_content, _items(body)) if one)
    return said if private else unnamed(said, people)


def quoted(frame: Frame) -> str:
    """The number of a case in what somebody quotes, of which only the words come; '' for none."""
    quote = _part(_part(frame, "body"), "quote")
    return number_within(_content(quote)) or ""


def _content(part: Mapping[str, Any]) -> str:
    """Of words, and of a voice message, which comes as words."""
    kind = str(part.get("msgtype"))
    if kind not in ("text", "voice"):
        return ""
    return with_signs(str(_part(part, kind).get("content") or ""))


def _items(body: Mapping[str, Any]) -> list[Any]:
    """Of words and pictures together each, else the message itself."""
    return list(_part(body, "mixed").get("msg_item") or [body])


def _media(body: Mapping[str, Any]) -> tuple[Media, ...]:
    found = []
    for item in _items(body):
        kind = FILES.get(item.get("msgtype"))
        if kind is not None:
            part = _part(item, item["msgtype"])
            ref = ref_of(str(part["url"]), str(part.get("aeskey") or ""))
            found.append(Media(kind, ref, name=str(part.get("filename") or "")))
    return tuple(found)


def unnamed(text: str, people: Collection[str] = ()) -> str:
    """Without the robot's name, as which it is said to it. Colleagues who are called beside it are
    not taken for it.
    """
    called = MENTIONS.match(text)
    if called is None:
        return text
    kept = [f"@{name} " for name in MENTION.findall(called[0]) if name in people]
    return f"{''.join(kept)}{text[called.end() :]}"


# --- what is done ---


def _pressed(event: Mapping[str, Any], req_id: str, bare: Event) -> Event:
    """A label that is said, or what a button of ours brings. The page has the fields within, the
    SDKs have them beside the event's type.
    """
    told = _part(event, PRESSED) or event
    key = str(told["event_key"])
    text = label_in(key)
    if text:
        return replace(bare, text=text)
    return replace(
        bare,
        kind=EventKind.PRESS,
        data=key,
        press_ref=req_id,
        message_id=str(told["task_id"]),
    )


def _part(whole: Any, name: str) -> Mapping[str, Any]:
    found = whole.get(name) if isinstance(whole, Mapping) else None
    return found if isinstance(found, Mapping) else {}

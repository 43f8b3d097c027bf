"""What an update says."""

from __future__ import annotations

import hashlib
from typing import Any

from bot.channels.telegram.chats import chat_of
from bot.channels.telegram.contents import media_of, place_of, text_of
from bot.channels.telegram.plain import number, part, whole, words
from bot.channels.telegram.service import is_service
from bot.channels.telegram.updates import Unread, Update, number_of
from domain.messages import NOBODY, Address, Event, EventKind
from storage.plain_json import as_text

NAME = "telegram"
KINDS = ["message", "edited_message", "callback_query", "my_chat_member"]


def read_any(update: Update) -> Event | None:
    """The event in an update, None for what is none of ours, UNREADABLE for what breaks a parser
    or the reader.
    """
    number = number_of(update)
    if isinstance(update, Unread):
        return _broken(_named(number, update.text), "not JSON", update.text)
    if number is None:
        return _broken(_named(None, as_text(update)), "no update_id", update)
    return read_safely(update)


def read_safely(update: dict[str, Any]) -> Event | None:
    """The same of one that has a number."""
    try:
        return read(update)
    except Exception as error:
        made = str(update["update_id"])
        return _broken(made, type(error).__name__, update)


def _named(number: int | None, text: str) -> str:
    """The id of what cannot be read: the same for the same text."""
    seen = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
    return seen[:32] if number is None else str(number)


def _broken(made: str, why: str, raw: Any) -> Event:
    """Whoever sent it is told that a person will look at it."""
    sender = Address(NAME, NOBODY)
    language = ""
    for kind in KINDS:
        user = part(part(raw, kind), "from")
        if whole(user.get("id")) > 0 and not user.get("is_bot"):
            sender = _address(user["id"])
            language = words(user.get("language_code"))
    kind_of = EventKind.UNREADABLE
    return Event(made, sender, sender, kind_of, text=why, language=language, raw=raw)


def read(update: dict[str, Any]) -> Event | None:
    """Raises what an update makes it raise that does not say who speaks, and where. Of the rest
    what is malformed counts as not there.
    """
    made = str(update["update_id"])
    if "callback_query" in update:
        return _press(made, update["callback_query"], update)
    if "my_chat_member" in update:
        return _membership(made, update["my_chat_member"], update)
    if "message" in update:
        return _message(made, update["message"], EventKind.MESSAGE, update)
    if "edited_message" in update:
        # A moving live location is edited every few seconds; its first place is the one that was
        # meant.
        message = update["edited_message"]
        return (
            None
            if "location" in message
            else _message(made, message, EventKind.EDIT, update)
        )
    return None


def _address(made: Any) -> Address:
    """Raises ValueError for what is no id."""
    if not whole(made):
        raise ValueError("no id")
    return Address(NAME, str(made))


def _name(user: dict[str, Any]) -> str:
    full = (words(user.get("first_name")), words(user.get("last_name")))
    return " ".join(filter(None, full)) or words(user.get("username"))


def _press(made: str, query: dict[str, Any], raw: Any) -> Event:
    sender, message = query["from"], part(query, "message")
    chat = part(message, "chat") or {"id": sender["id"], "type": "private"}
    return Event(
        made,
        _address(sender["id"]),
        Address(NAME, chat_of(message | {"chat": chat})),
        EventKind.PRESS,
        chat.get("type") == "private",
        data=words(query.get("data")),
        press_ref=number(query["id"]),
        message_id=number(message.get("message_id")),
        name=_name(sender),
        language=words(sender.get("language_code")),
        raw=raw,
    )


def _membership(made: str, change: dict[str, Any], raw: Any) -> Event:
    chat, sender = change["chat"], change["from"]
    now = change["new_chat_member"]
    muted = now["status"] == "restricted" and not now.get("can_send_messages")
    out = muted or now["status"] in ("kicked", "left")
    private = chat["type"] == "private"
    return Event(
        made,
        _address(chat["id"] if private else sender["id"]),
        _address(chat["id"]),
        EventKind.BLOCKED if out else EventKind.UNBLOCKED,
        private,
        name=_name(sender),
        raw=raw,
    )


def _message(
    made: str, message: dict[str, Any], kind: EventKind, raw: Any
) -> Event | None:
    chat, sender = message["chat"], part(message, "from")
    if "migrate_to_chat_id" in message:
        new = _address(message["migrate_to_chat_id"]).chat
        old = _address(chat["id"])
        return Event(made, old, old, EventKind.MIGRATED, False, data=new, raw=raw)
    speaker = part(message, "sender_chat")
    if chat["type"] == "channel" or is_service(message):
        return None
    if "from" not in message or (sender.get("is_bot") and not speaker):
        return None
    return Event(
        made,
        _address((speaker or sender)["id"]),
        Address(NAME, chat_of(message)),
        kind,
        chat["type"] == "private",
        text=text_of(message),
        media=media_of(message),
        place=place_of(message),
        message_id=number(message["message_id"]),
        reply_to=number(part(message, "reply_to_message").get("message_id")),
        album=number(message.get("media_group_id")),
        name=_name(sender),
        language=words(sender.get("language_code")),
        raw=raw,
        nameless=bool(speaker),
    )

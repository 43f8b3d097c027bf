"""What an update says."""

from __future__ import annotations

import contextlib
from typing import Any

from bot.channels.telegram.chats import chat_of
from bot.channels.telegram.contents import called_of, media_of, place_of, text_of
from bot.channels.telegram.fields import (
    external_id,
    number,
    number_if_any,
    part,
    reference,
    word,
)
from bot.channels.telegram.loose import UNREAD
from bot.channels.telegram.service import is_service
from domain.messages import NOBODY, Address, Event, EventKind

NAME = "telegram"
KINDS = ["message", "edited_message", "callback_query", "my_chat_member"]


def read_safely(update: Any) -> Event | None:
    """The event in an update, None for what is none of ours, UNREADABLE for what breaks the
    reader.
    """
    try:
        return read(update)
    except Exception as error:
        return _broken(update, type(error).__name__)


def _broken(update: Any, why: str) -> Event:
    """Whoever sent it, where that can be told, hears that a person will look at it."""
    sender, language = Address(NAME, NOBODY), ""
    for kind in KINDS:
        user = part(part(update, kind), "from")
        if user and not user.get("is_bot"):
            with contextlib.suppress(ValueError):
                sender = _address(user.get("id"))
                language = word(user.get("language_code"))
    return Event(
        external_id(update),
        sender,
        sender,
        EventKind.UNREADABLE,
        text=why,
        language=language,
        raw=update,
    )


def read(update: dict[str, Any]) -> Event | None:
    """Raises whatever a malformed update makes it raise."""
    if UNREAD in update:
        raise ValueError("no JSON")
    made = external_id(update)
    if "callback_query" in update:
        return _press(
            made,
            update["callback_query"],
            update,
        )
    if "my_chat_member" in update:
        return _membership(
            made,
            update["my_chat_member"],
            update,
        )
    if "message" in update:
        return _message(
            made,
            update["message"],
            EventKind.MESSAGE,
            update,
        )
    if "edited_message" in update:
        # A moving live location is edited every few seconds; its first place is the one that was
        # meant.
        message = update["edited_message"]
        return (
            None
            if "location" in message
            else _message(
                made,
                message,
                EventKind.EDIT,
                update,
            )
        )
    return None


def _address(value: Any) -> Address:
    return Address(NAME, str(number(value)))


def _name(user: dict[str, Any]) -> str:
    names = (word(user.get("first_name")), word(user.get("last_name")))
    return " ".join(filter(None, names)) or word(user.get("username"))


def _press(made: str, query: dict[str, Any], raw: Any) -> Event:
    sender, message = query["from"], query.get("message") or {}
    chat = message.get("chat") or {"id": sender["id"], "type": "private"}
    return Event(
        made,
        _address(sender["id"]),
        Address(NAME, chat_of(message | {"chat": chat})),
        EventKind.PRESS,
        chat.get("type") == "private",
        data=word(query.get("data")),
        press_ref=reference(query["id"]),
        message_id=number_if_any(message.get("message_id")),
        name=_name(sender),
        language=word(sender.get("language_code")),
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
    chat, sender = message["chat"], message.get("from")
    if "migrate_to_chat_id" in message:
        new = str(number(message["migrate_to_chat_id"]))
        old = _address(chat["id"])
        return Event(
            made,
            old,
            old,
            EventKind.MIGRATED,
            False,
            data=new,
            raw=raw,
        )
    speaker = message.get("sender_chat")
    if chat["type"] == "channel" or is_service(message):
        return None
    if sender is None or (sender.get("is_bot") and not speaker):
        return None
    quoted = message.get("reply_to_message") or {}
    return Event(
        made,
        _address((speaker or sender)["id"]),
        Address(NAME, chat_of(message)),
        kind,
        chat["type"] == "private",
        text=text_of(message),
        media=media_of(message),
        place=place_of(message),
        called=called_of(message),
        message_id=str(number(message["message_id"])),
        reply_to=number_if_any(quoted.get("message_id")),
        album=word(message.get("media_group_id")),
        name=_name(sender),
        language=word(sender.get("language_code")),
        raw=raw,
        nameless=speaker is not None,
    )

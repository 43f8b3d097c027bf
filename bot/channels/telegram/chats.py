"""What a chat's id says about it."""

from __future__ import annotations

from typing import Any

from bot.channels.telegram.fields import number

TOPIC = "#"  # between a group's id and that of a topic in it: "-1001234#5"


def is_private(chat: str) -> bool:
    """Groups and channels have negative ids (core.telegram.org/bots/api#chat)."""
    return not chat.startswith("-")


def chat_of(message: dict[str, Any]) -> str:
    """The chat of a message; a topic of a forum is a chat of its own."""
    chat = str(number(message["chat"]["id"]))
    thread = message.get("message_thread_id")
    # replies in groups without topics have a thread too
    in_topic = message.get("is_topic_message") and not is_private(chat)
    return f"{chat}{TOPIC}{number(thread)}" if in_topic and thread else chat


def chat_id(chat: str) -> int:
    """The id that Telegram knows, of the group where it is a topic."""
    return int(chat.partition(TOPIC)[0])


def where(chat: str) -> dict[str, Any]:
    """The parameters of a send into this chat."""
    _, _, thread = chat.partition(TOPIC)
    topic: dict[str, Any] = {"message_thread_id": int(thread)} if thread else {}
    return {"chat_id": chat_id(chat)} | topic

"""What a bot may say in a chat over its long connection (101463), and how a card is changed."""

from __future__ import annotations

from collections.abc import Callable

from tests.fakes.aibot.state import Chat, Memory
from tests.fakes.wecom import cards, updates
from tests.fakes.wecom.errors import Json, require
from tests.fakes.wecom.phone import Card, How, Shown
from tests.fakes.wecom.state import Media

LONGEST = 20480  # bytes of UTF-8
STREAM_LIFE = 600.0  # seconds until it has to be finished
FILES = ("file", "image", "voice", "video")
Find = Callable[[object, str], Media]


def say(memory: Memory, find: Find, chat: Chat, how: How, body: Json) -> None:
    """Shows a message in the chat. Raises ApiError."""
    kind = str(body.get("msgtype"))
    part = body.get(kind)
    require(isinstance(part, dict), 40008)
    assert isinstance(part, dict)
    if kind == "stream":
        require(how == "answer", 40008)
        return _stream(memory, chat, part)
    if kind == "markdown":
        text = _checked(part)
        memory.count(chat)
        return memory.show(chat, how, kind, text, raw=body)
    if kind in FILES:
        found = find(part.get("media_id"), kind)
        memory.count(chat)
        return memory.show(chat, how, kind, found.name, raw=body, media=found.data)
    require(kind == "template_card", 40008)
    _card(memory, chat, how, part)


def welcome(memory: Memory, chat: Chat, body: Json) -> None:
    """Of who just came in: a text too. Raises ApiError."""
    if body.get("msgtype") == "text":
        text = _checked(body.get("text", {}))
        memory.count(chat)
        return memory.show(chat, "answer", "text", text, raw=body)
    require(body.get("msgtype") == "template_card", 40008)
    _card(memory, chat, "answer", body.get("template_card", {}))


def update(chat: Chat, task_id: str, body: Json) -> None:
    """The pressed card, for those named or for all. Raises ApiError."""
    kind = body.get("response_type", "update_template_card")
    require(kind == "update_template_card", 40008)
    card = body.get("template_card")
    cards.check(card)
    assert isinstance(card, dict)
    require(card.get("task_id") == task_id, 40058, "another task_id")
    found = chat.cards(task_id)
    named = body.get("userids") or list(found)
    require(isinstance(named, list), 40058, "userids")
    for userid in named:
        if str(userid).lower() in found:
            updates.change(found[str(userid).lower()], {"template_card": card})


def _checked(part: Json) -> str:
    content = part.get("content")
    require(isinstance(content, str) and content, 44004)
    require(len(str(content).encode()) <= LONGEST, 40058, "too long")
    return str(content)


def _card(memory: Memory, chat: Chat, how: How, part: Json) -> None:
    cards.check(part)
    task_id = part.get("task_id")
    cards.check_task(task_id, task_id in memory.tasks)
    memory.count(chat)
    memory.tasks.add(str(task_id))
    memory.show(chat, how, "card", "", raw=part, card=Card(str(task_id), part))


def _stream(memory: Memory, chat: Chat, part: Json) -> None:
    """The whole content each time, in place of the one before."""
    mark, now = str(part.get("id", "")), memory.now()
    require(mark, 40058, "stream.id")
    began, ended, where = memory.streams.get(mark, (now, False, chat))
    require(where is chat and not ended and now - began <= STREAM_LIFE, 846608)
    text = _checked(part)
    if mark not in memory.streams:
        memory.count(chat)
        memory.show(chat, "answer", "stream", text, raw=part)
    for one in _of_stream(chat, mark):
        one.text, one.raw = text, part
    memory.streams[mark] = (began, bool(part.get("finish")), chat)


def _of_stream(chat: Chat, mark: str) -> list[Shown]:
    return [
        one
        for phone in chat.phones.values()
        for one in phone
        if one.kind == "stream" and one.raw.get("id") == mark
    ]

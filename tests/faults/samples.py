"""Honest updates and posts of every kind: what people really send, before it is spoilt."""

from __future__ import annotations

from typing import Any

from tests.fakes.telegram.groups import FakeGroup
from tests.fakes.telegram.people import FakeUser, Speaker
from tests.fakes.telegram.server import FakeTelegram

GROUP, FORUM = -1001000000007, -1001000000008
RIDER, COLLEAGUE = 1001, 2001
WORDS = "科技路路口井盖坏了，电动车容易翻"
LAT, LON = 24.4467, 118.0873
JPEG = b"\xff\xd8\xff\xe0 no more than its beginning"


def updates() -> list[dict[str, Any]]:
    """One update of each kind that Telegram sends us, made by the fake."""
    telegram = FakeTelegram(token="4711:SAMPLES")
    rider = telegram.user(RIDER, "小王", language="zh-hans", username="wang")
    colleague = telegram.user(COLLEAGUE, "李敏", language="zh-hans", started=True)
    group = telegram.group(GROUP, "第一网格", [rider, colleague], privacy=False)
    _says(rider)
    _says(group.member(colleague))
    _belongs(rider, group, colleague)
    _by_hand(telegram)
    return list(telegram.updates.everything)


def _says(speaker: Speaker) -> None:
    said = speaker.says(WORDS)
    speaker.says("/start@gridbee_bot i_abc", reply_to=said)
    speaker.edits(said, f"{WORDS}！")
    speaker.sends_photo(JPEG, WORDS)
    speaker.sends_album([JPEG, JPEG], WORDS)
    speaker.sends_voice(b"OggS", duration=4)
    speaker.sends_video(b"film", WORDS)
    speaker.sends_document(b"%PDF", "plan.pdf", "application/pdf", WORDS)
    speaker.sends_location(LAT, LON)
    live = speaker.sends_location(LAT, LON, live=True)
    speaker.moves(live, LAT, LON)
    speaker.sends_contact("13800000000")
    speaker.sends_raw(sticker={"file_id": "s", "emoji": "👍"})
    where = {"latitude": LAT, "longitude": LON}
    speaker.sends_raw(
        venue={"location": where, "title": "驿站", "address": "科技路1号"}
    )


def _belongs(rider: FakeUser, group: FakeGroup, colleague: FakeUser) -> None:
    rider.blocks()
    rider.unblocks()
    group.kicks_bot(colleague)
    group.adds_bot(colleague)


def _by_hand(telegram: FakeTelegram) -> None:
    """Presses, forums, who speaks as a group, and what is none of ours."""
    who = telegram.people[COLLEAGUE].user.raw()
    chat = telegram.groups[GROUP].chat.raw()
    message = {"message_id": 7, "chat": chat, "date": 1, "text": "YH26-0001"}
    press = {"id": "77", "from": who, "chat_instance": "1", "data": "a:take:1"}
    forum = {"id": FORUM, "type": "supergroup", "title": "街道", "is_forum": True}
    topic = {"message_thread_id": 5, "is_topic_message": True, "chat": forum}
    as_group = {"sender_chat": chat, "from": who | {"is_bot": True}}
    telegram.push({"callback_query": press | {"message": message}})
    telegram.push({"callback_query": press | {"inline_message_id": "9"}})
    telegram.push({"message": message | topic | {"from": who}})
    telegram.push({"message": message | as_group})
    telegram.push({"message": message | {"migrate_to_chat_id": FORUM}})
    telegram.push({"message": message | {"pinned_message": message, "from": who}})
    telegram.push({"channel_post": message})
    telegram.push({"poll": {"id": "1", "question": "?", "options": []}})


def says() -> list[dict[str, Any]]:
    """What the web page posts, one of each kind."""
    return [
        {"id": "0123456789abcdef", "text": WORDS},
        {"id": "0123456789abcdef", "text": WORDS, "reply_to": 3},
        {"id": "0123456789abcdef", "text": WORDS, "edit": 3},
        {"id": "0123456789abcdef", "press": {"message": 3, "data": "a:take:1"}},
        {"id": "0123456789abcdef", "text": "", "place": {"lat": LAT, "lon": LON}},
    ]

"""Forum topics, and those who speak in the name of a group or a channel."""

from __future__ import annotations

import inspect
import re
from typing import Any

from sqlalchemy import select
from telegram.ext import filters

from bot.channels.telegram.service import SERVICE
from domain.messages import Address
from storage.tables.areas import groups
from tests.fakes.telegram.message import Message
from tests.telegram.town import GROUP, Town, eventually

THREAD = 5
TOPIC = Address("telegram", f"{GROUP}#{THREAD}")
ANONYMOUS = {"id": 1087968824, "is_bot": True, "first_name": "Group"}
IN_TOPIC = {"message_thread_id": THREAD, "is_topic_message": True}


def says(town: Town, text: str, **extra: Any) -> None:
    """A message in the group with whatever Telegram says beside it."""
    chat = town.group.chat
    number = chat.next_id()
    message = {"message_id": number, "date": 0, "chat": chat.raw(), "text": text}
    message |= {"from": town.admin.user.raw()} | extra
    town.telegram.push({"message": message})


async def bound(town: Town) -> None:
    """An admin binds the topic to G01."""
    town.group.chat.topics[THREAD] = "open"
    says(town, "/bind G01", **IN_TOPIC)

    async def is_bound() -> bool:
        return TOPIC in town.house.database.directory.groups

    await eventually(is_bound)
    await town.rest()


def thread(message: Message) -> int:
    return int(message.raw.get("message_thread_id", 0))


async def test_bind_in_a_topic_binds_the_topic_and_its_cards_appear_there(
    town: Town,
) -> None:
    await bound(town)
    card = await town.files()
    assert {thread(message) for message in town.group.sees()} == {THREAD}
    town.group.presses(town.coordinator, "接单", card)
    await town.sees(town.rider, "接单了")
    await town.rest()
    changed = [m for m in town.group.sees() if m.id == card.id]
    assert "处理中" in changed[0].words


async def test_a_card_of_a_topic_that_was_closed_comes_into_the_group(
    town: Town,
) -> None:
    await bound(town)
    town.group.chat.topics[THREAD] = "closed"
    card = await town.files()
    assert thread(card) == 0 and card.labels[0] == "接单"


async def test_a_card_in_a_topic_that_was_closed_later_comes_anew_and_loses_no_group(
    town: Town,
) -> None:
    await bound(town)
    card = await town.files()
    town.group.chat.topics[THREAD] = "closed"
    closed = "Bad Request: TOPIC_CLOSED"
    there: Any = {"chat_id": town.group.id, "description": closed}
    town.telegram.fail("editMessageText", 1, "400", **there)
    town.telegram.fail("editMessageCaption", 1, "400", **there)
    town.group.presses(town.coordinator, "接单", card)
    await town.sees(town.rider, "接单了")
    assert thread(await town.sees(town.group, "处理中")) == 0
    await town.rest()
    assert TOPIC in town.house.database.directory.groups


async def test_a_card_of_a_topic_that_is_gone_comes_into_the_group(town: Town) -> None:
    await bound(town)
    del town.group.chat.topics[THREAD]
    assert thread(await town.files()) == 0


async def test_a_topic_is_lost_and_back_with_its_group(town: Town) -> None:
    await bound(town)
    town.group.kicks_bot(town.admin)
    await town.sees(town.admin, "移出")

    async def lost() -> bool:
        [row] = await town.rows(select(groups))
        return row.unreachable_at is not None

    assert await eventually(lost)
    town.group.adds_bot(town.admin)

    async def back() -> bool:
        return TOPIC in town.house.database.directory.groups

    assert await eventually(back)


async def test_an_anonymous_admin_hears_why_a_command_does_nothing(town: Town) -> None:
    me = town.group.chat.raw()
    says(town, "just talk", **{"from": ANONYMOUS, "sender_chat": me})
    says(town, "/bind G01", **{"from": ANONYMOUS, "sender_chat": me})
    await town.sees(town.group, "匿名")
    await town.rest()
    assert len(town.group.sees()) == 1


async def test_a_linked_channel_that_answers_a_card_hears_why_nothing_is_done(
    town: Town,
) -> None:
    card = await town.files()
    channel = {"id": -1009, "type": "channel", "title": "News"}
    sender = {"id": 777000, "is_bot": False, "first_name": "Telegram"}
    quoted = {"reply_to_message": card.raw}
    says(town, "好的", **{"from": sender, "sender_chat": channel} | quoted)
    await town.sees(town.group, "匿名")


async def test_what_telegram_writes_about_a_chat_is_no_content(town: Town) -> None:
    town.rider.sends_raw(write_access_allowed={})
    town.rider.sends_raw(forum_topic_created={"name": "x", "icon_color": 1})
    town.rider.sends_raw(gift={"gift": {"id": "1"}})
    town.rider.sends_raw(chat_owner_changed={"new_owner": {"id": 1}})
    town.rider.says("/lang")
    await town.sees(town.rider, "Which language")
    await town.rest()
    assert len(town.rider.sees()) == 1


def test_every_service_message_that_the_library_knows_is_known_here() -> None:
    known = re.findall(r"message\.(\w+)", inspect.getsource(filters.StatusUpdate))
    assert len(known) > 40
    assert set(known) - SERVICE == {"migrate_to_chat_id"}, "which moves a group"

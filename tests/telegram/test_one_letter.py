"""What tells of one event is one letter: its photos, files, pin, words and buttons, in an order
that ends with what has to be read.
"""

from __future__ import annotations

from datetime import timedelta
from functools import partial

import pytest
from sqlalchemy import func, select

from bot.channels.telegram import sources
from domain.messages import Address, Choice, Event, Media, MediaKind, Place, Reply
from storage.outbox.letters import NOTICE
from storage.tables.messages import outbox
from tests.fakes.telegram.message import Message
from tests.telegram.town import GROUP, PICTURE, RIDER, Town, eventually

WEB = Address("web", "7")
WORDS = "<b>XY26-0001</b> 路口地砖坏了"
BUTTON = ((Choice("接单", "c:1:accept"),),)
MIME = {MediaKind.PHOTO: "image/jpeg", MediaKind.DOCUMENT: "application/pdf"}


async def says(
    town: Town, kinds: list[MediaKind], sha: str = "", chat: int = GROUP
) -> None:
    """A letter with a pin and such files, the last of them still on its way where `sha` is ''."""
    async with town.house.database.unit() as unit:
        ids = []
        for n, kind in enumerate(kinds):
            here = sha or n < len(kinds) - 1
            stored = town.house.files.put(PICTURE) if here else ""
            media = Media(kind, "x", mime=MIME[kind], sha=stored)
            ids.append(unit.media.add(Event("1", WEB, WEB), media, form_id=None))
        photos = [i for i, k in zip(ids, kinds, strict=True) if k is MediaKind.PHOTO]
        files = [one for one in ids if one not in photos]
        pin = Place(24.444, 118.093)
        reply = Reply(
            WORDS, BUTTON, photos=tuple(photos), files=tuple(files), place=pin
        )
        unit.outbox.add(Address("telegram", str(chat)), reply, NOTICE)
    town.house.delivery.offer(unit.outbox.handover)


def kinds(town: Town, chat: int = GROUP) -> list[str]:
    """What stands in the chat, oldest first."""
    return [_kind(one) for one in town.telegram.messages(chat)]


def _kind(message: Message) -> str:
    if message.media:
        return str(message.media[0])
    return "place" if "location" in message.raw else "text"


EVERYTHING = [MediaKind.PHOTO] * 3 + [MediaKind.DOCUMENT]
SHOWN = ["photo", "photo", "document", "place", "photo"]


async def test_the_words_and_their_buttons_come_last_and_alone_with_a_sound(
    town: Town,
) -> None:
    await says(town, EVERYTHING, "here")
    await town.rest()
    assert kinds(town) == SHOWN
    last = town.telegram.messages(GROUP)[-1]
    assert "路口地砖坏了" in last.caption
    assert last.labels == ["接单"]
    sends = [
        call for call in town.telegram.state.calls if call.method.startswith("send")
    ]
    quiet = [bool(call.params.get("disable_notification")) for call in sends]
    assert quiet == [True, True, True, False]


async def test_what_has_gone_is_not_sent_again_when_the_rest_fails(town: Town) -> None:
    town.telegram.fail("sendPhoto", 1, "500", skip=2)  # the last call of all
    await says(town, EVERYTHING, "here")
    await eventually(lambda: _sent(town))
    assert kinds(town) == SHOWN


async def _sent(town: Town) -> bool:
    async with town.house.database.reader() as reader:
        states = list(await reader.scalars(select(outbox.c.state)))
    return all(state == "sent" for state in states)


async def test_words_go_though_what_is_with_them_is_refused_again_and_again(
    town: Town,
) -> None:
    town.telegram.fail("sendDocument", 3, "500")
    await says(town, [MediaKind.DOCUMENT, MediaKind.PHOTO], "here")
    await eventually(partial(_stands, town, ["place", "photo"]))
    assert town.telegram.messages(GROUP)[-1].labels == ["接单"]
    await eventually(lambda: _rows(town))
    await eventually(partial(_stands, town, ["place", "photo", "document"]))


async def _rows(town: Town) -> bool:
    """Whether the words are sent, and what did not go with them is a row of its own."""
    async with town.house.database.reader() as reader:
        found = await reader.execute(select(outbox.c.state, outbox.c.reply))
        texts = [row.reply.get("text", "") for row in found if row.state == "sent"]
        count = await reader.scalar(select(func.count()).select_from(outbox))
    return WORDS in texts and count == 2


async def test_words_do_not_wait_long_for_a_file_that_is_not_here_yet(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sources, "WAIT_FOR_FILE", timedelta(milliseconds=5))
    await says(town, [MediaKind.PHOTO, MediaKind.DOCUMENT])
    await says(town, [MediaKind.PHOTO], chat=RIDER)
    # the last is a line that a file has not come
    await eventually(partial(_stands, town, ["place", "photo", "text"]))
    await eventually(partial(_stands, town, ["place", "text", "text"], RIDER))
    assert town.telegram.messages(RIDER)[1].labels == ["接单"]
    assert "1 个文件" in town.telegram.messages(RIDER)[2].words


async def _stands(town: Town, what: list[str], chat: int = GROUP) -> bool:
    return kinds(town, chat) == what


async def test_a_message_with_a_photo_is_changed_where_it_was_pressed(
    town: Town,
) -> None:
    await says(town, [MediaKind.PHOTO], "here", RIDER)
    await town.rest()
    shown = town.telegram.messages(RIDER)[-1]
    async with town.house.database.unit() as unit:
        reply = Reply("还有这些", BUTTON, edits=str(shown.id))
        unit.outbox.add(Address("telegram", str(RIDER)), reply, NOTICE)
    town.house.delivery.offer(unit.outbox.handover)
    await town.rest()
    assert kinds(town, RIDER) == ["place", "photo"]
    assert town.telegram.messages(RIDER)[-1].caption == "还有这些"


async def test_of_a_long_text_and_of_single_photos_nothing_is_said_again(
    town: Town,
) -> None:
    long = "\n".join(f"第 {n} 行" + "长" * 90 for n in range(120))
    town.telegram.fail("sendMessage", 1, "500", skip=1)
    async with town.house.database.unit() as unit:
        reply = Reply(long, BUTTON)
        unit.outbox.add(Address("telegram", str(RIDER)), reply, NOTICE)
    town.house.delivery.offer(unit.outbox.handover)
    await eventually(lambda: _sent(town))
    told = "\n".join(one.words for one in town.telegram.messages(RIDER))
    assert told == long
    labels = [one.labels for one in town.telegram.messages(RIDER)]
    assert labels == [[], [], ["接单"]]

    refusal = "Bad Request: IMAGE_PROCESS_FAILED"
    town.telegram.fail("sendMediaGroup", 1, "400", description=refusal)
    town.telegram.fail("sendPhoto", 1, "500", skip=1)
    await says(town, [MediaKind.PHOTO] * 4, "here")
    await eventually(lambda: _sent(town))
    assert kinds(town) == ["photo", "photo", "photo", "place", "photo"]

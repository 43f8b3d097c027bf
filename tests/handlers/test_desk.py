"""What a message is taken for: a command, the number of a case, an edit of either."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from domain.messages import Address
from handlers.hearing.in_groups import MOST_REFUSED, WITHIN
from handlers.texts.sentences import label
from storage.tables.forms import forms
from tests.house import Actor, TestHouse

GROUP = Address("test", "-100")


async def test_the_number_of_a_case_opens_it(house: TestHouse) -> None:
    number = await house.files_hazard()
    await house.rider.says(number)
    assert "你报了这件事" in house.rider.last.text


async def test_the_edit_of_a_command_is_followed(house: TestHouse) -> None:
    number = await house.files_hazard()
    said = await house.lead.says(f"/tell {number} 明天下午三点来")
    await house.lead.edits(said, f"/tell {number} 明天下午五点来")
    assert "（改成）明天下午五点来" in house.rider.last.text


# --- refused ---


@pytest.mark.parametrize("commands", (("/people",), ("/audit", "/grant", "/nothing")))
async def test_nobody_makes_us_refuse_without_end(
    house: TestHouse, commands: tuple[str, ...]
) -> None:
    refused = label("zh-CN", "refuse-no-command")
    for _ in range(10):
        for command in commands:
            await house.stranger.says(command)
    heard = house.stranger.hears()
    assert heard == [refused] * MOST_REFUSED
    await house.stranger.says("/help")
    assert len(house.stranger.hears()) == 1, "what is theirs is still answered"
    await house.passes(seconds=WITHIN.total_seconds())
    await house.stranger.says("/people")
    assert house.stranger.hears() == [refused]


async def test_one_who_is_refused_takes_nothing_from_others(house: TestHouse) -> None:
    for _ in range(5):
        await house.stranger.says("/people")
    await house.rider.says("/people")
    assert house.rider.hears() == [label("zh-CN", "refuse-no-command")]


async def test_who_speaks_as_a_channel_is_answered_with_the_same_limit(
    house: TestHouse,
) -> None:
    for _ in range(10):
        await house.stranger.does(text="/bind G01", chat=GROUP, nameless=True)
    said = [shown.text for shown in house.channel.chats[GROUP.chat]]
    assert said == [label("zh-CN", "refuse-nameless")] * MOST_REFUSED


async def test_what_was_counted_is_forgotten_after_a_day(house: TestHouse) -> None:
    await house.stranger.says("/people")
    await house.stranger.does(text="/bind G01", chat=GROUP, nameless=True)
    rows = select(func.count()).select_from(forms)
    async with house.database.reader() as reader:
        assert await reader.scalar(rows) == 2
    await house.passes(seconds=timedelta(days=1, minutes=1).total_seconds())
    async with house.database.reader() as reader:
        assert await reader.scalar(rows) == 0


@pytest.mark.parametrize(
    ("called", "shown"),
    [
        ("小王\n✅ 已办结\n👤 李敏", "小王 ✅ 已办结 👤 李敏"),
        ("\u202e王小\u202c\u2066", "王小"),
        ("\u200b\u2060\u00ad", "?"),
        ("小\u2028王\0", "小 王"),
        ("x" * 4000, "x" * 60),
    ],
)
async def test_a_name_writes_no_line_of_its_own_and_turns_none_around(
    house: TestHouse, called: str, shown: str
) -> None:
    """Telegram gives us what people call themselves, and cards and lists show it."""
    await Actor(house, "new", called).says("你好")
    async with house.database.unit() as unit:
        address = Address("test", "new")
        await unit.people.load([address])
        person = unit.people.at(address)
    assert person is not None and person.name == shown

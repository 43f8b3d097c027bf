"""Bound groups are tried once a day, and nothing is said in them for it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.channels.channel import SendError
from domain.messages import Address, EventKind
from tests.house import TestHouse

GROUP = Address("test", "-100")
TOPIC = Address("test", "-100#5")


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[TestHouse]:
    """The usual house; G01 has a group."""
    async with TestHouse(tmp_path) as made:
        await made.admin.says("/bind G01", chat=GROUP)
        await made.tries()
        made.admin.hears()
        yield made


async def day_goes_by(house: TestHouse) -> list[str]:
    """What the admin hears of the next day's try."""
    house.admin.hears()
    await house.passes(days=1)
    await house.tries()
    return [text for text in house.admin.hears() if "群里我发不了消息了" in text]


async def test_a_group_that_is_gone_is_told_once(house: TestHouse) -> None:
    house.channel.silent.add(GROUP.chat)
    (told,) = await day_goes_by(house)
    assert "幸福路口网格" in told
    assert GROUP not in house.database.directory.groups
    assert await day_goes_by(house) == []


async def test_a_group_that_takes_messages_hears_nothing_of_it(
    house: TestHouse,
) -> None:
    before = len(house.channel.chats[GROUP.chat])
    assert await day_goes_by(house) == []
    assert len(house.channel.chats[GROUP.chat]) == before
    assert house.database.directory.groups == {GROUP: "G01"}


async def test_it_is_tried_once_a_day_only(house: TestHouse) -> None:
    await day_goes_by(house)
    house.channel.silent.add(GROUP.chat)
    await house.tries()
    assert GROUP in house.database.directory.groups


async def test_a_group_that_takes_messages_again_has_its_grid_again(
    house: TestHouse,
) -> None:
    house.channel.silent.add(GROUP.chat)
    await day_goes_by(house)
    house.channel.silent.clear()
    await day_goes_by(house)
    assert house.database.directory.groups == {GROUP: "G01"}


async def test_the_topics_of_a_group_are_tried_as_one(house: TestHouse) -> None:
    await house.admin.says("/bind G02", chat=TOPIC)
    asked: list[str] = []

    async def listens(chat: str) -> bool:
        asked.append(chat)
        return False

    house.channel.listens = listens  # type: ignore[method-assign]
    assert len(await day_goes_by(house)) == 2, "one for each of the two grids"
    assert asked == [GROUP.chat]


async def test_what_cannot_be_told_now_is_tried_in_an_hour(house: TestHouse) -> None:
    async def fails(chat: str) -> bool:
        raise SendError("TimedOut", uncertain=True)

    listens, house.channel.listens = house.channel.listens, fails  # type: ignore[method-assign]
    assert await day_goes_by(house) == []
    assert GROUP in house.database.directory.groups
    house.channel.listens = listens  # type: ignore[method-assign]
    house.channel.silent.add(GROUP.chat)
    house.admin.hears()
    await house.passes(hours=1)
    await house.tries()
    assert "群里我发不了消息了" in "".join(house.admin.hears())


async def test_health_and_areas_show_the_group_that_is_gone(house: TestHouse) -> None:
    house.channel.silent.add(GROUP.chat)
    await day_goes_by(house)
    await house.admin.says("/health")
    assert "群里发不了消息：G01" in house.admin.last.text
    await house.admin.says("/areas S1")
    assert "G01 幸福路口网格 · 3 人 · ⚠️ 群里发不了" in house.admin.last.text


async def test_who_is_out_already_is_not_told_of_again(house: TestHouse) -> None:
    await house.admin.does(kind=EventKind.BLOCKED, chat=GROUP)
    house.channel.silent.add(GROUP.chat)
    assert await day_goes_by(house) == []

"""Commands that are sent in a group, and those that do not exist as they were typed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.messages import Address
from handlers.dialog.setup import Setup
from handlers.texts.sentences import label
from tests.house import Actor, TestHouse

GROUP = Address("test", "-100")
SETUP = Setup(links={"test": "https://t.me/somebot?start={code}"})


def in_group(house: TestHouse) -> list[str]:
    said = [reply.text for reply in house.channel.said.get(GROUP.chat, [])]
    house.channel.said.pop(GROUP.chat, None)
    return said


# --- in a group ---


@pytest.mark.parametrize("language", ("zh-CN", "en"))
async def test_a_command_in_a_group_is_answered_in_private(
    house: TestHouse, language: str
) -> None:
    house.rider.language = language
    await house.rider.says("你好")
    house.rider.hears()
    await house.rider.says("/my", chat=GROUP)
    assert in_group(house) == [label(language, "told-in-private", name="小王", way="")]
    assert house.rider.hears() == [label(language, "my-none")]


async def test_the_way_to_the_private_chat_is_told(house: TestHouse) -> None:
    house.setup = house.intake._setup = replace(house.setup, links=SETUP.links)
    await house.admin.says("/queue", chat=GROUP)
    await house.stranger.says("/queue@somebot", chat=GROUP)
    known, unknown = in_group(house)
    assert known.endswith("https://t.me/somebot?start=")
    assert unknown.endswith("https://t.me/somebot?start=")


async def test_what_another_bot_was_told_is_none_of_our_business(
    house: TestHouse,
) -> None:
    for command in ("/queue@otherbot", "/weather", "/queu"):
        await house.admin.says(command, chat=GROUP)
    for command in ("/queue", "/weather"):
        await house.stranger.says(command, chat=GROUP)
    assert not in_group(house)
    assert not house.admin.hears()


async def test_a_group_is_not_told_so_without_end(house: TestHouse) -> None:
    for _ in range(10):
        await house.admin.says("/queue", chat=GROUP)
    assert len(in_group(house)) == 3
    assert len(house.admin.hears()) == 10


# --- mistyped ---


@pytest.mark.parametrize(
    "typed, meant",
    (
        ("/queu", ["/queue"]),
        ("/qeue", ["/queue"]),
        ("／ｑｕｅｕ", ["/queue"]),
        ("/resovle", ["/resolve"]),
        ("/Invit", ["/invite"]),
    ),
)
async def test_the_nearest_command_is_offered(
    house: TestHouse, typed: str, meant: list[str]
) -> None:
    await house.admin.says(typed)
    assert house.admin.last.labels == meant


async def test_one_press_sends_what_was_meant_with_its_words(house: TestHouse) -> None:
    number = await house.files_hazard()
    await house.coordinator.says(f"/acept {number}")
    await house.coordinator.presses("/accept")
    assert "李敏" in house.rider.last.text


async def test_what_is_only_somewhat_alike_is_not_offered(house: TestHouse) -> None:
    await house.coordinator.says("/invite 网格员 G01")
    assert house.coordinator.hears() == [label("zh-CN", "refuse-no-command")]


@pytest.mark.parametrize("who", ("rider", "coordinator"))
async def test_no_command_of_others_is_offered(house: TestHouse, who: str) -> None:
    actor: Actor = getattr(house, who)
    await actor.says("/invit")
    assert actor.hears() == [label("zh-CN", "refuse-no-command")]
    assert not actor.last.labels


# --- in reply to a card ---


@pytest.mark.parametrize("grouped", (False, True))
async def test_a_command_in_reply_to_a_card_is_for_its_case(
    house: TestHouse, grouped: bool
) -> None:
    if grouped:
        await house.admin.says("/bind G01", chat=GROUP)
    number = await house.files_hazard()
    await house.files_hazard(house.second_rider, "路灯不亮")
    where = GROUP if grouped else house.coordinator.address
    cards = house.channel.chats[where.chat]
    card = next(shown for shown in cards if number in shown.text)
    for said in ("/accept", "/note 明天去看"):
        await house.coordinator.says(said, reply_to=card, chat=where)
    assert label("zh-CN", "done-note", number=number) in house.coordinator.last.text
    assert "李敏" in house.rider.last.text


async def test_a_number_that_is_named_counts_more_than_the_card(
    house: TestHouse,
) -> None:
    number = await house.files_hazard()
    other = await house.files_hazard(house.second_rider, "路灯不亮")
    card = next(shown for shown in house.coordinator.sees if number in shown.text)
    await house.coordinator.says(f"/note {other} 明天去看", reply_to=card)
    assert label("zh-CN", "done-note", number=other) in house.coordinator.last.text


async def test_a_card_gives_nobody_a_right(house: TestHouse) -> None:
    await house.admin.says("/bind G01", chat=GROUP)
    await house.files_hazard()
    card = house.channel.chats[GROUP.chat][-1]
    house.rider.hears()
    await house.far_coordinator.says("/accept", reply_to=card, chat=GROUP)
    assert not house.rider.hears()
    assert "没找到" in house.far_coordinator.last.text

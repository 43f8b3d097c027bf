"""A command of which half was typed says what is missing, and offers it by buttons."""

from __future__ import annotations

import pytest

from handlers.actions.table import ACTS, COMMANDS
from handlers.texts.sentences import label
from tests.house import Actor, TestHouse


def heard(actor: Actor) -> tuple[str, list[str]]:
    return actor.last.text, actor.last.labels


@pytest.mark.parametrize("typed", ["紧急", "urgent", "最急", "紧急 2小时"])
async def test_an_urgency_alone_shows_its_deadlines_and_usual_ones(
    house: TestHouse, typed: str
) -> None:
    await house.admin.says(f"/policy {typed}")
    text, labels = heard(house.admin)
    assert "现在：1 小时 接单，2 小时 答复" in text
    assert f"/policy {typed.split()[0]} 2 24" in text
    assert labels[0] == "2 小时 接单，24 小时 答复"
    await house.admin.presses(labels[0])
    text, labels = heard(house.admin)
    assert "改成 2 小时 接单、24 小时 答复" in text
    assert labels == ["就这样改", "不改"]


async def test_times_alone_are_kept_until_it_is_said_of_what(house: TestHouse) -> None:
    await house.admin.says("/policy 24 168 上班")
    await house.admin.presses("一般")
    assert "改成 24 小时 接单、7 天 答复" in house.admin.last.text


async def test_a_category_without_a_row_says_so(house: TestHouse) -> None:
    await house.admin.says("/policy light")
    assert "没有单独的期限" in house.admin.last.text


@pytest.mark.parametrize("language", ["zh-CN", "en"])
async def test_an_act_without_a_number_offers_what_they_carry(
    house: TestHouse, language: str
) -> None:
    house.coordinator.language = language
    await house.coordinator.says(f"/lang {language}")
    number = await house.files_hazard()
    await house.coordinator.says("/hold")
    wanted = label(language, "refuse-which", command="hold")
    assert heard(house.coordinator) == (wanted, [])
    await house.coordinator.says(f"/accept {number}")
    await house.coordinator.says("/hold")
    text, labels = heard(house.coordinator)
    assert text == label(language, "ask-number", command="hold")
    assert labels == [f"1. {number} 路口地砖坏了"]
    await house.coordinator.presses(labels[0])
    assert number in house.coordinator.last.text


@pytest.mark.parametrize("language", ["zh-CN", "en"])
async def test_every_act_without_a_number_says_so_in_ones_own_language(
    house: TestHouse, language: str
) -> None:
    """Of what is carried, or was filed, it is asked which; what else was said is kept."""
    number = await house.files_hazard()
    for who in (house.coordinator, house.rider):
        who.language = language
        await who.says(f"/lang {language}")
    await house.coordinator.says(f"/accept {number}")
    offered = set()
    for command, name in COMMANDS.items():
        who = house.coordinator if ACTS[name].roles else house.rider
        asked = label(language, "ask-number", command=command)
        for words in ("", " xyz"):
            await who.says(f"/{command}{words}")
            text, labels = heard(who)
            which = text == asked
            assert which or text == label(language, "refuse-which", command=command)
            assert [one for one in labels if number in one] == labels
            assert bool(labels) == which
            offered |= {name} if which else set()
    assert offered >= {"hand_on", "return", "ask", "resolve", "hold", "extend", "add"}


async def test_what_was_said_without_a_number_goes_with_the_case_that_is_pressed(
    house: TestHouse,
) -> None:
    number = await house.files_hazard()
    await house.coordinator.says(f"/accept {number}")
    await house.coordinator.says("/note 等配件到了再去")
    await house.coordinator.presses(house.coordinator.last.labels[0])
    await house.coordinator.says(f"/case {number}")
    assert "等配件到了再去" in house.coordinator.last.text


async def test_a_role_that_is_missing_is_pressed(house: TestHouse) -> None:
    await house.admin.says("/grant 李敏 G02")
    assert house.admin.last.labels == ["网格员", "网格长", "管理员"]
    await house.admin.presses("网格长")
    assert "你现在也是" in house.coordinator.last.text
    await house.admin.says("/revoke 李敏")
    await house.admin.presses("网格长 G02")
    assert "你不再是" in house.coordinator.last.text
    await house.admin.says("/grant coordinator")
    assert house.admin.last.text == label("zh-CN", "grant-how")


async def test_a_name_alone_asks_for_the_days(house: TestHouse) -> None:
    await house.lead.says("/away 李敏")
    assert house.lead.last.labels == ["1 天", "3 天", "7 天"]
    await house.lead.presses("3 天")
    assert house.database.directory.staff[house.coordinator.person.id].away_until


async def test_hours_alone_are_ones_own_turn(house: TestHouse) -> None:
    await house.lead.says("/duty 08:00-18:00")
    assert "赵网格长 在" in house.lead.last.text

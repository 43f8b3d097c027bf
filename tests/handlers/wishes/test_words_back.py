"""What is said to a word from the other side goes back there without another press."""

from __future__ import annotations

import pytest

from tests.handlers.wishes.living import claimed, handed, presses
from tests.house import TestHouse


async def told(house: TestHouse) -> int:
    """A wish whose wisher has just read a word of its claimer."""
    case_id = await claimed(house)
    await presses(house.second_rider, case_id, "say")
    await house.second_rider.says("黑色行吗？")
    house.coordinator.hears()
    return case_id


async def test_a_reply_and_the_next_line_go_to_the_other_side(
    house: TestHouse,
) -> None:
    await told(house)
    await house.rider.says("行", reply_to=house.rider.last)
    assert "捎给认领“想要一双防水手套”的人了" in house.rider.last.text
    assert "许愿人说： “行”" in " ".join(house.second_rider.last.text.split())
    await house.second_rider.says("周六放到驿站")
    assert "捎给“想要一双防水手套”的许愿人了" in house.second_rider.last.text
    assert "周六放到驿站" in house.rider.last.text
    await house.rider.says("好的")
    await house.rider.says("放前台就行")
    assert "放前台就行" in house.second_rider.last.text
    assert not any("放前台" in one for one in house.coordinator.hears())


async def test_one_press_takes_it_for_a_matter_of_its_own(house: TestHouse) -> None:
    await told(house)
    await house.rider.says("我的电动车有点问题")
    assert "捎给" in house.rider.last.text
    await house.rider.presses("这是另一件事")
    assert "我的电动车有点问题" in house.rider.last.text


@pytest.mark.parametrize("words", ["救命", "幸福路口的井盖没了", "人工"])
async def test_what_is_something_else_does_not_go_there(
    house: TestHouse, words: str
) -> None:
    await told(house)
    house.second_rider.hears()
    await house.rider.says(words)
    assert "捎给" not in house.rider.last.text
    assert house.second_rider.hears() == []


async def test_a_danger_wins_over_a_reply(house: TestHouse) -> None:
    await told(house)
    house.second_rider.hears()
    await house.rider.says("楼道着火了", reply_to=house.rider.last)
    assert any("119" in one for one in house.rider.hears())
    assert house.second_rider.hears() == []


async def test_what_may_not_go_is_said_and_the_next_line_is_another_try(
    house: TestHouse,
) -> None:
    await told(house)
    await house.rider.says("打我电话13800138000", reply_to=house.rider.last)
    assert "再写一遍" in house.rider.last.text
    await house.rider.says("周六行")
    assert "周六行" in house.second_rider.last.text


async def test_once_it_is_over_a_reply_hears_so_and_a_line_is_read_as_itself(
    house: TestHouse,
) -> None:
    case_id = await told(house)
    word = house.rider.last
    await presses(house.second_rider, case_id, "give_back")
    house.second_rider.hears()
    await house.rider.says("黑色就行", reply_to=word)
    assert "捎给" not in house.rider.last.text
    await house.rider.says("幸福路口路灯不亮")
    assert "路灯" in house.rider.last.text
    assert house.second_rider.hears() == []


async def test_in_english_as_well(house: TestHouse) -> None:
    await told(house)
    await house.rider.says("/lang en")
    house.rider.hears()
    await house.rider.says("black is fine")
    assert "Passed on to whoever took on" in house.rider.last.text
    assert "black is fine" in house.second_rider.last.text


@pytest.mark.parametrize("words", ["谢谢，杯子很好用", "谢谢", "thanks, it fits well"])
async def test_thanks_without_a_press_go_to_whoever_gave_it(
    house: TestHouse, words: str
) -> None:
    await received(house)
    await house.rider.says(words)
    assert "捎到了" in house.rider.last.text
    assert words in house.second_rider.last.text
    assert house.rider.name not in house.second_rider.last.text
    assert not any(words in one for one in house.coordinator.hears())
    await house.rider.says("谢谢大家")
    assert "谢谢大家" not in house.second_rider.last.text


async def test_what_replies_to_the_question_for_thanks_are_these(
    house: TestHouse,
) -> None:
    await received(house)
    await house.rider.says("很暖和，我叫刘强", reply_to=house.rider.last)
    assert "不写姓名" in house.rider.last.text
    await house.rider.says("很暖和", reply_to=house.rider.sees[-2])
    assert "“很暖和”" in house.second_rider.last.text


async def test_a_report_after_it_is_one(house: TestHouse) -> None:
    await received(house)
    house.second_rider.hears()
    await house.rider.says("谢谢，幸福路口的井盖没了")
    assert "井盖" in house.rider.last.text
    assert not any("井盖" in one for one in house.second_rider.hears())


async def received(house: TestHouse) -> None:
    case_id = await handed(house)
    await presses(house.rider, case_id, "receive")
    house.coordinator.hears()


@pytest.mark.parametrize(
    ("bye", "language"), [("不说了", "zh-CN"), ("that's all", "en")]
)
async def test_after_the_button_the_next_lines_go_there_too_until_it_is_over(
    house: TestHouse, bye: str, language: str
) -> None:
    await house.second_rider.says(f"/lang {language}")
    await told(house)
    await house.second_rider.says("周六送到驿站")
    assert "周六送到驿站" in house.rider.last.text
    await house.second_rider.says(bye)
    house.rider.hears()
    await house.second_rider.says("在吗")
    assert house.rider.hears() == []


async def test_after_ten_minutes_nothing_goes_there_unasked(house: TestHouse) -> None:
    await told(house)
    assert "十分钟" in house.second_rider.last.text
    await house.passes(minutes=11)
    house.rider.hears()
    await house.second_rider.says("周六送到驿站")
    assert house.rider.hears() == []


async def test_words_that_are_corrected_go_there_once_more(house: TestHouse) -> None:
    await told(house)
    said = await house.second_rider.says("周六三点放驿站")
    await house.second_rider.edits(said, "周六四点放驿站")
    assert "周六四点放驿站" in house.rider.last.text
    house.rider.hears()
    await house.second_rider.edits(said, "周六五点放驿站")
    assert house.rider.hears() == []


async def test_corrected_words_are_judged_like_others(house: TestHouse) -> None:
    await told(house)
    said = await house.second_rider.says("周六三点放驿站")
    house.rider.hears()
    await house.second_rider.edits(said, "打我电话13800138000")
    assert house.rider.hears() == []
    assert "再写一遍" in house.second_rider.last.text

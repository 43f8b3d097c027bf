"""What goes between who ordered something and who takes it on: words by us, and nothing that tells
who somebody is.
"""

from __future__ import annotations

from pathlib import Path

from domain.matching.listing import ListingKind
from tests.handlers.matching.needing import newest, presses
from tests.handlers.matching.test_orders import load, orders, volunteers
from tests.house import Actor, TestHouse

TELLING = (
    "打我电话13800138000",
    "加微信 wxid_rider88",
    "看 http://example.org/x",
    "送到3栋2单元502室",
)


async def taken(house: TestHouse, folder: Path) -> tuple[Actor, int, int]:
    """An order that a volunteer has, and its project."""
    volunteer = await volunteers(house)
    await load(house, folder)
    order = await orders(house, house.rider)
    await presses(volunteer, order, "claim")
    return volunteer, order, await newest(house, ListingKind.PROJECT)


async def test_words_go_both_ways_without_names(
    house: TestHouse, tmp_path: Path
) -> None:
    volunteer, _, project = await taken(house, tmp_path)
    await volunteer.presses("捎句话")
    await volunteer.says("周六下午三点行吗？")
    assert "捎到了" in volunteer.last.text
    assert "接「上门理发」的人说： 「周六下午三点行吗？」" in " ".join(
        house.rider.last.text.split()
    )
    await house.rider.presses("捎句话")
    await house.rider.says("行，驿站门口见")
    assert "点「上门理发」的人说" in volunteer.last.text
    assert "小王" not in volunteer.last.text
    for who in (house.coordinator, house.lead, house.stranger):
        await presses(who, project, "say")
        assert who.toast, who.name
    assert not any("驿站门口" in text for text in house.coordinator.hears())


async def test_nothing_that_tells_who_somebody_is_goes_over(
    house: TestHouse, tmp_path: Path
) -> None:
    volunteer, _, project = await taken(house, tmp_path)
    heard = len(house.rider.sees)
    for words in TELLING:
        await presses(volunteer, project, "say")
        await volunteer.says(words)
        assert "再写一遍" in volunteer.sees[-2].text, words
    assert len(house.rider.sees) == heard
    await volunteer.says("字" * 301)
    assert "太长" in volunteer.sees[-2].text
    await volunteer.says("周六下午")
    assert len(house.rider.sees) == heard + 1


async def test_an_hour_has_so_many_words_and_none_when_it_is_over(
    house: TestHouse, tmp_path: Path
) -> None:
    volunteer, _, project = await taken(house, tmp_path)
    for _ in range(21):
        await presses(volunteer, project, "say")
        await volunteer.says("到了吗")
    assert "过会儿再捎" in volunteer.last.text + volunteer.toast
    heard = len(volunteer.sees)
    await presses(house.rider, project, "say")
    await presses(house.rider, project, "finish")
    await house.rider.says("谢谢师傅，手艺真好")
    assert not any("手艺真好" in one.text for one in volunteer.sees[heard:])


async def test_what_is_said_to_a_word_goes_back_without_a_press(
    house: TestHouse, tmp_path: Path
) -> None:
    volunteer, _, project = await taken(house, tmp_path)
    await presses(volunteer, project, "say")
    await volunteer.says("周六下午三点行吗？")
    await house.rider.says("行，驿站门口见")
    assert "捎给接「上门理发」的人了" in house.rider.last.text
    assert "驿站门口见" in volunteer.last.text
    await volunteer.says("带推子", reply_to=volunteer.last)
    assert "捎给点「上门理发」的人了" in volunteer.last.text
    assert "带推子" in house.rider.last.text
    await presses(house.rider, project, "finish")
    await house.rider.says("上门理发太好了")
    assert volunteer.last.text == "💌 点「上门理发」的人说：\n「上门理发太好了」"
    heard = len(volunteer.sees)
    await house.rider.says("上门理发真的太好了")
    assert len(volunteer.sees) == heard

"""A picture alone is an answer: asked whether there is a word to it, nobody loses it by saying
none.
"""

from __future__ import annotations

import pytest

from handlers.texts.sentences import label
from tests.house import Actor, TestHouse, jpeg

WORD = str(label("zh-CN", "ask-answer-word"))


async def album_and_a_sign(house: TestHouse, who: Actor) -> None:
    """Two pictures of an album, and a sign before the album has come to its end."""
    for _ in range(2):
        await who.does(media=(house.media(jpeg()),), album="one")
    await who.says("😀")


async def kept(house: TestHouse, number: str) -> int:
    """How many files are with the case."""
    async with house.database.unit() as unit:
        case = await unit.cases.by_number(number)
        assert case is not None
        return len(await unit.media.of_case(case.id))


async def asked(house: TestHouse) -> str:
    number = await house.files_hazard()
    await house.coordinator.says(f"/ask {number} 哪一边？")
    return number


@pytest.mark.parametrize("pressed", (True, False))
async def test_pictures_of_an_answer_survive_with_a_press_and_without(
    house: TestHouse, pressed: bool
) -> None:
    number = await asked(house)
    before = await kept(house, number)
    await album_and_a_sign(house, house.rider)
    assert WORD in house.rider.last.text
    assert house.rider.last.labels == ["✅ 提交", "取消"]
    if pressed:
        await house.rider.presses("提交")
    await house.passes(seconds=5)
    assert await kept(house, number) == before + 2
    assert f"已转给 {number}" in "".join(house.rider.hears())


async def test_words_after_the_question_go_with_the_pictures(house: TestHouse) -> None:
    number = await asked(house)
    before = await kept(house, number)
    await album_and_a_sign(house, house.rider)
    await house.rider.says("东边那一块")
    assert await kept(house, number) == before + 2
    assert any("东边那一块" in text for text in house.coordinator.hears())


async def test_cancelled_is_cancelled(house: TestHouse) -> None:
    number = await asked(house)
    before = await kept(house, number)
    await album_and_a_sign(house, house.rider)
    await house.rider.presses("取消")
    await house.passes(seconds=5)
    assert await kept(house, number) == before


async def test_where_a_word_is_needed_nothing_can_be_sent_without_it(
    house: TestHouse,
) -> None:
    number = await house.files_hazard()
    await house.coordinator.says(f"/accept {number}")
    await house.coordinator.says(f"/case {number}")
    await house.coordinator.presses("办好了")
    await house.coordinator.does(media=(house.media(jpeg()),))
    assert house.coordinator.last.labels == ["取消"]

"""A question that comes while its filer is in the middle of something else (found beside the
machine).
"""

from tests.house import TestHouse


async def asked(house: TestHouse, number: str) -> None:
    await house.coordinator.says(f"/case {number}")
    await house.coordinator.presses("问一句")
    await house.coordinator.says("哪一边？")


async def test_the_next_words_of_the_filer_are_the_answer(house: TestHouse) -> None:
    await asked(house, await house.files_hazard())
    await house.rider.says("左边")
    assert "左边" in house.coordinator.last.text


async def test_a_question_does_not_take_the_words_of_a_filing_under_way(
    house: TestHouse,
) -> None:
    number = await house.files_hazard()
    await house.rider.says("路灯坏了")
    house.clock.now = house.clock.now.replace(minute=2)
    await asked(house, number)
    house.coordinator.hears()
    await house.rider.says("幸福路口东边")
    assert not any("幸福路口东边" in text for text in house.coordinator.hears())
    assert "提交" in "".join(house.rider.last.labels)

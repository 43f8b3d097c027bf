"""What a message is taken for: a command, the number of a case, an edit of either."""

from tests.house import TestHouse


async def test_the_number_of_a_case_opens_it(house: TestHouse) -> None:
    number = await house.files_hazard()
    await house.rider.says(number)
    assert "你报了这件事" in house.rider.last.text


async def test_the_edit_of_a_command_is_followed(house: TestHouse) -> None:
    number = await house.files_hazard()
    said = await house.lead.says(f"/tell {number} 明天下午三点来")
    await house.lead.edits(said, f"/tell {number} 明天下午五点来")
    assert "（改成）明天下午五点来" in house.rider.last.text

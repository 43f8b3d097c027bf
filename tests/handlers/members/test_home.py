"""What a member wishes or asks without a place goes to the people of their home grid."""

from __future__ import annotations

from tests.handlers.members.enrolling import joins
from tests.house import TestHouse

WISH = "许个心愿，想要一双防水手套"


async def test_a_wish_without_a_place_goes_to_the_home_grid(house: TestHouse) -> None:
    await joins(house.rider, house.lead)
    await house.rider.says(WISH)
    await house.rider.presses("提交")
    assert "📍 幸福街道 · 幸福路口网格" in house.rider.last.text


async def test_of_whoever_is_no_member_it_goes_to_the_desk(house: TestHouse) -> None:
    await house.rider.says(WISH)
    await house.rider.presses("提交")
    assert "📍 清河市" in house.rider.last.text


async def test_whoever_filed_elsewhere_is_still_there(house: TestHouse) -> None:
    await house.files_hazard(area="G08")
    await joins(house.rider, house.lead)
    await house.rider.says(WISH)
    await house.rider.presses("提交")
    assert "滨河公园网格" in house.rider.last.text

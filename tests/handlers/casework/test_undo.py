"""What an undo takes back."""

from domain.acts import Act
from tests.house import TestHouse


async def test_an_undo_button_undoes_its_own_step_only(house: TestHouse) -> None:
    number = await house.files_hazard()
    await house.lead.says(f"/urgency {number} complex")
    earlier = house.lead.last
    await house.lead.says(f"/category {number} light")
    await house.lead.presses("撤销这一步", on=earlier)
    async with house.database.unit() as unit:
        case = await unit.cases.by_number(number)
        last = await unit.history.last_of(case.id) if case else None
    assert case is not None and case.category == "light"
    assert last is not None and last.act is Act.RECLASSIFY

"""What somebody of the grid saw and set right on the spot."""

from domain.people import Grant, Role
from tests.house import TestHouse


async def test_who_looks_after_several_grids_is_asked_where_it_was(
    house: TestHouse,
) -> None:
    async with house.database.unit() as unit:
        await unit.staff.grant(
            house.coordinator.person.id, Grant(Role.COORDINATOR, "G02")
        )
    await house.coordinator.says("/onsite 路边垃圾已清走")
    assert "在哪儿" in house.coordinator.last.text
    await house.coordinator.sends_place("G02")
    async with house.database.unit() as unit:
        case = await unit.cases.get(1)
    assert case is not None and case.area == "G02"


async def test_what_is_of_no_known_kind_is_of_the_kind_for_all_else(
    house: TestHouse,
) -> None:
    await house.coordinator.says("/onsite 都弄好了")
    async with house.database.unit() as unit:
        case = await unit.cases.get(1)
    assert case is not None and case.category == "hazard_other"

"""Whoever comes into an office finds what waited for them."""

from domain.people import Role
from tests.house import Actor, TestHouse


async def test_cases_filed_before_anybody_was_there_find_whoever_comes(
    house: TestHouse,
) -> None:
    async with house.database.unit() as unit:
        for person in list(unit.directory.staff.values()):
            for grant in person.grants:
                await unit.staff.revoke(person.id, grant)
    await house.files_hazard(area="G07")
    async with house.database.unit() as unit:
        token = await unit.staff.invite(Role.COORDINATOR, "G07", None)
    newcomer = Actor(house, "newcomer", "新来的")
    await newcomer.says(f"/start i_{token}")
    assert any("接单" in shown.labels for shown in newcomer.sees)
    async with house.database.unit() as unit:
        case = await unit.cases.get(1)
    assert case is not None and case.assignee_id is not None

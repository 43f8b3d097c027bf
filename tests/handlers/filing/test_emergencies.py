"""What somebody found who had not seen the code: each as a test, so that it stays mended."""

from domain.people import Grant, Role
from tests.house import Actor, TestHouse


async def test_an_emergency_without_a_place_is_asked_for_it_but_goes_out_without_one(
    house: TestHouse,
) -> None:
    await house.rider.says("老人摔倒流血了")
    assert any("120" in shown.text for shown in house.rider.sees)
    assert "在哪儿" in house.rider.last.text
    await house.rider.says("跳过")
    await house.rider.presses("提交")
    assert "按最急的办" in house.rider.last.text


async def test_a_fire_told_in_the_middle_of_a_wish_is_no_wish(house: TestHouse) -> None:
    await house.rider.says("希望有个歇脚的地方")
    await house.rider.says("着火了，有人被困")
    await house.rider.sends_place("G01")
    assert "隐患" in house.rider.last.text and "按最急的办" in house.rider.last.text


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


async def test_a_note_reaches_whoever_carries_the_case(house: TestHouse) -> None:
    await house.files_hazard()
    await house.second_coordinator.presses("接单")
    card = house.coordinator.last
    await house.coordinator.says("我看过了，明天清", reply_to=card)
    assert any(
        "我看过了，明天清" in shown.text for shown in house.second_coordinator.sees
    )


async def test_pressing_solved_after_not_solved_says_what_is_going_on(
    house: TestHouse,
) -> None:
    await house.files_hazard()
    await house.second_coordinator.presses("接单")
    await house.second_coordinator.presses("办结")
    await house.second_coordinator.says("换好了")
    resolved = house.rider.last
    await house.rider.presses("没解决")
    await house.rider.says("还是松")
    await house.rider.presses("已解决", on=resolved)
    assert "正在重办" in house.rider.toast


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


async def test_the_number_of_a_case_opens_it(house: TestHouse) -> None:
    number = await house.files_hazard()
    await house.rider.says(number)
    assert "你报上来" in house.rider.last.text


async def test_nine_photos_can_be_changed_for_others(house: TestHouse) -> None:
    for _ in range(9):
        await house.rider.sends_photo("井盖坏了")
    await house.rider.sends_place("G01")
    await house.rider.presses("换照片")
    await house.rider.sends_photo()
    assert "1 张照片" in house.rider.last.text

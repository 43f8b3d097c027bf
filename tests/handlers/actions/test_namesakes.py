"""Two colleagues of one name: a press, a number or a place among what is asked tells them apart."""

from __future__ import annotations

from tests.house import Actor, TestHouse


async def namesake(house: TestHouse) -> int:
    """Another Zhang Qiang of G01, and a case that Li Min has."""
    other = Actor(house, "namesake", house.second_coordinator.name)
    await house.joins(other, "coordinator", "G01")
    await house.files_hazard()
    await house.coordinator.says("0001 我来")
    return other.person.id


async def carer(house: TestHouse) -> int | None:
    async with house.database.unit() as unit:
        case = await unit.cases.by_number("YH26-0001")
    assert case is not None
    return case.assignee_id


async def test_it_is_asked_which_of_them_and_one_press_hands_it_on(
    house: TestHouse,
) -> None:
    other = await namesake(house)
    li = house.coordinator
    for said in ("转给张强", "0001 转给张强", "give it to 张强"):
        await li.says(said)
        labels = li.last.labels
        assert [one[:2] for one in labels] == ["#2", f"#{other}"], said
    await li.presses(labels[1])
    assert await carer(house) == other
    await li.says("撤销")
    await li.says("转给张强")
    await li.says("2")
    assert await carer(house) == other


async def test_their_number_is_none_of_a_case(house: TestHouse) -> None:
    other = await namesake(house)
    await house.coordinator.says(f"转给 #{other}")
    assert await carer(house) == other


async def test_below_the_card_they_are_told_apart(house: TestHouse) -> None:
    other = await namesake(house)
    await house.coordinator.presses("转派")
    labels = house.coordinator.last.labels
    assert len({*labels}) == len(labels)
    assert any(one.startswith(f"#{other} 张强") for one in labels)

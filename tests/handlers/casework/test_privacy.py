"""What a tester found in casework, each as a few lines, so that it stays mended."""

from domain.case import Act, Privacy
from tests.house import TestHouse


async def joined(house: TestHouse) -> str:
    """A hazard that a second rider joined. Returns its number."""
    number = await house.files_hazard()
    await house.second_rider.says("路口井盖坏了")
    await house.second_rider.sends_place("G01")
    await house.second_rider.presses("👥 我也遇到")
    return number


async def test_nobody_reads_who_reported_it_even_after_they_withdrew(
    house: TestHouse,
) -> None:
    number = await joined(house)
    await house.rider.says(f"/case {number}")
    await house.rider.presses("撤回")
    await house.rider.presses("确定撤回")
    for reader in (house.second_rider, house.coordinator, house.lead, house.admin):
        await reader.says(f"/case {number}")
        assert house.rider.name not in reader.last.text
        assert "报事人报上来" in reader.last.text


async def test_what_becomes_confidential_takes_what_was_merged_into_it_along(
    house: TestHouse,
) -> None:
    kept, gone = (
        await house.files_hazard(),
        await house.files_hazard(house.second_rider, "路口井盖没了"),
    )
    await house.lead.says(f"/merge {gone} {kept}")
    await house.lead.says(f"/privacy {kept} confidential")
    async with house.database.unit() as unit:
        found = [await unit.cases.by_number(number) for number in (kept, gone)]
    assert [case.privacy for case in found if case] == [Privacy.CONFIDENTIAL] * 2


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


async def test_the_edit_of_a_command_is_followed(house: TestHouse) -> None:
    number = await house.files_hazard()
    said = await house.lead.says(f"/tell {number} 明天下午三点来")
    await house.lead.edits(said, f"/tell {number} 明天下午五点来")
    assert "（改成）明天下午五点来" in house.rider.last.text

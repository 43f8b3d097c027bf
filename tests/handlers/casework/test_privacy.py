"""What nobody reads, whoever left the case and whatever it was merged with."""

from domain.messages import EventKind
from domain.privacy import Privacy
from tests.house import TestHouse


async def joined(house: TestHouse) -> str:
    """A hazard that a second rider joined. Returns its number."""
    number = await house.files_hazard()
    await house.second_rider.says("路口地砖坏了")
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
        assert "报事人报了这件事" in reader.last.text


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


async def test_a_filer_learns_of_no_like_case_of_somebody_else(
    house: TestHouse,
) -> None:
    """Only the staff's cards have that button."""
    first = await house.files_hazard()
    await house.files_hazard(house.second_rider)
    press = {"kind": EventKind.PRESS, "data": "c:2:like", "press_ref": "p"}
    await house.second_rider.does(**press)
    assert first not in house.second_rider.last.text + house.second_rider.toast
    await house.coordinator.does(**press)
    assert first in house.coordinator.last.text

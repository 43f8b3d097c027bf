"""A project's day is moved and told to both sides; it is handed to nobody who gains or offers."""

from __future__ import annotations

from pathlib import Path

from domain.matching.listing import ListingKind
from tests.handlers.matching.needing import at, matched, newest, presses
from tests.handlers.matching.test_orders import load, orders, volunteers
from tests.house import TestHouse


async def test_its_day_is_moved_and_a_colleague_takes_it_over(
    house: TestHouse, tmp_path: Path
) -> None:
    _, _, project = await matched(house)
    await presses(house.coordinator, project, "show")
    await house.coordinator.presses("改日子")
    await house.coordinator.presses("30 天")
    assert "改到 12月23日 前办好" in house.second_coordinator.last.text
    await presses(house.coordinator, project, "later", "365")
    assert "按钮" in house.coordinator.toast
    await presses(house.coordinator, project, "hand_on")
    names = house.coordinator.last.labels
    assert "张强" not in names and "赵网格长" in names
    for who in (house.second_coordinator, house.far_coordinator):
        other = str(who.person.id)
        await presses(house.coordinator, project, "hand_on", other)
    await presses(house.coordinator, project, "hand_on")
    await house.coordinator.presses("赵网格长")
    assert "交给你负责" in house.lead.last.text
    assert (await at(house, project)).keeper_id == house.lead.person.id
    await presses(house.coordinator, project, "later", "7")
    assert "不归你" in house.coordinator.toast
    volunteer = await volunteers(house)
    await load(house, tmp_path)
    order = await orders(house, house.rider)
    await presses(volunteer, order, "claim")
    taken = await newest(house, ListingKind.PROJECT)
    await presses(volunteer, taken, "hand_on")
    assert "不归你" in volunteer.toast
    await presses(volunteer, taken, "show")
    assert volunteer.last.labels == ["💬 捎句话", "改日子", "这回办不成"]

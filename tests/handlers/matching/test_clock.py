"""Nothing of the lists ends without a word before and after, and what is late goes up once."""

from __future__ import annotations

from domain.matching.listing import ListingKind, ListingState
from tests.handlers.matching.needing import at, matched, needs, offers, presses
from tests.house import Actor, TestHouse


async def after(house: TestHouse, who: Actor, days: int) -> str:
    """All that somebody hears in the last of these days."""
    await house.passes(days=days - 1)
    who.hears()
    await house.passes(days=1)
    return "\n".join(who.hears())


async def test_a_need_is_asked_after_kept_and_then_ends(house: TestHouse) -> None:
    need = await needs(house.coordinator)
    assert "还需要吗" in await after(house, house.coordinator, 23)
    await house.coordinator.presses("继续放着")
    assert await after(house, house.coordinator, 22) == ""
    assert "还需要吗" in await after(house, house.coordinator, 1)
    assert await after(house, house.coordinator, 6) == ""
    assert (await at(house, need)).state is ListingState.OPEN
    assert "到期，撤下了" in await after(house, house.coordinator, 1)
    assert (await at(house, need)).state is ListingState.ENDED


async def test_a_project_is_reminded_of_and_late_told_to_the_lead_once(
    house: TestHouse,
) -> None:
    need, resource, project = await matched(house)
    assert "要办好，你负责" in await after(house, house.coordinator, 11)
    house.lead.hears()
    assert "还没办好，负责人：李敏" in await after(house, house.lead, 3)
    await house.passes(days=26)
    await house.passes(days=1)
    assert not any("还没办好" in text for text in house.lead.hears())
    for listing_id in (need, project):
        assert (await at(house, listing_id)).state is ListingState.OPEN
    assert (await at(house, resource)).state is ListingState.ENDED
    await presses(house.coordinator, project, "finish")
    assert (await at(house, need)).state is ListingState.DONE


async def test_a_draft_that_nobody_finishes_is_put_away_with_a_word(
    house: TestHouse,
) -> None:
    await house.coordinator.says("/needs 要人手")
    await house.passes(days=2)
    assert "一直没放上清单" in house.coordinator.last.text
    assert (await at(house, 1)).state is ListingState.DROPPED
    async with house.database.unit() as unit:
        assert await unit.listings.open_all(ListingKind.NEED) == []


async def test_a_clock_that_stood_still_ends_nothing_on_the_day_of_its_notice(
    house: TestHouse,
) -> None:
    resource = await offers(house.coordinator)
    await house.passes(days=100)
    assert "还能提供吗" in house.coordinator.last.text
    assert (await at(house, resource)).state is ListingState.OPEN
    await house.passes(days=1)
    assert (await at(house, resource)).state is ListingState.ENDED

"""Nothing of a wish ends without a word before and after, however late the clock comes to it."""

from __future__ import annotations

from domain.wishes.wish import WishState
from tests.handlers.wishes.living import (
    asked,
    at,
    claim_of,
    claimed,
    filed,
    handed,
    opened,
    presses,
    state,
)
from tests.house import Actor, TestHouse


async def heard(house: TestHouse, who: Actor, days: int, words: str) -> list[int]:
    """On which of the next days this was heard."""
    found = []
    who.hears()
    for day in range(1, days + 1):
        await house.passes(days=1)
        if any(words in text for text in who.hears()):
            found.append(day)
    return found


async def test_a_claim_is_reminded_then_back_on_the_list_with_thanks_for_trying(
    house: TestHouse,
) -> None:
    case_id = await claimed(house)
    await names_a_place(house, case_id)
    assert await heard(house, house.second_rider, 13, "来得及吗") == [10]
    await house.passes(days=1)
    assert "谢谢你有这份心" in house.second_rider.last.text
    assert "又回到墙上了" in house.rider.last.text
    assert await state(house, case_id) is WishState.OPEN
    assert await claim_of(house, case_id) is None
    await house.stranger.says("心愿墙")
    assert "防水手套" in house.stranger.last.text


async def test_a_claim_does_not_run_out_while_nobody_has_said_where(
    house: TestHouse,
) -> None:
    case_id = await claimed(house)
    days = await heard(house, house.coordinator, 40, "认领人还在等交接点")
    assert days[:3] == [10, 13, 16]
    said = house.second_rider.hears()
    assert sum("交接点还没定" in one for one in said) == 1
    assert not any("来得及吗" in one for one in said)
    assert await state(house, case_id) is WishState.CLAIMED
    await names_a_place(house, case_id)
    assert "来得及吗" not in " ".join(house.second_rider.hears())
    assert "1月6日 前放到就行" in house.second_rider.last.text
    assert "让给别人" in str(house.second_rider.last.labels)
    found = await heard(house, house.second_rider, 25, "谢谢你有这份心")
    assert found == [5]


async def test_a_place_that_is_named_in_time_changes_nothing(house: TestHouse) -> None:
    """Named before the reminder, or anew: the days of the claim stay what they were."""
    case_id = await claimed(house)
    await house.passes(days=9)
    before = await claim_of(house, case_id)
    await names_a_place(house, case_id)
    assert await claim_of(house, case_id) == before
    assert await heard(house, house.second_rider, 2, "来得及吗") == [1]
    await names_a_place(house, case_id)
    assert await claim_of(house, case_id) == before
    assert await heard(house, house.second_rider, 4, "谢谢你有这份心") == [3]


async def test_a_lead_who_wished_is_not_asked_where_nor_told_who_claimed_it(
    house: TestHouse,
) -> None:
    case_id = await filed(house, by=house.lead)
    await presses(house.coordinator, case_id, "as_is")
    await presses(house.lead, case_id, "publish")
    house.lead.hears()
    await presses(house.coordinator, case_id, "claim")
    assert house.coordinator.name in house.street_lead.last.text
    days = await heard(house, house.street_lead, 20, "认领人还在等交接点")
    assert days[:3] == [10, 13, 16]
    said = " ".join(house.lead.hears())
    assert "认领了你的心愿" in said
    assert "认领人还在等交接点" not in said
    assert house.coordinator.name not in said
    await presses(house.street_lead, case_id, "place")
    await house.street_lead.says("驿站前台")
    assert "驿站前台" in house.lead.last.text


async def test_waiting_for_the_wishers_yes_is_no_delay_of_the_staff(
    house: TestHouse,
) -> None:
    case_id = await asked(house)
    async with house.database.unit() as unit:
        case = await unit.cases.get(case_id)
    assert case is not None
    assert (case.resolve_due - house.clock.now).days == 21
    await presses(house.rider, case_id, "not_this")
    async with house.database.unit() as unit:
        case = await unit.cases.get(case_id)
    assert case is not None
    assert (case.resolve_due - house.clock.now).days == 7


async def names_a_place(house: TestHouse, case_id: int) -> None:
    await presses(house.coordinator, case_id, "place")
    await house.coordinator.says("驿站前台")


async def test_a_wish_is_asked_after_twice_and_then_leaves_the_list(
    house: TestHouse,
) -> None:
    case_id = await opened(house)
    assert await heard(house, house.rider, 59, "还想要吗") == [46, 57]
    assert await state(house, case_id) is WishState.OPEN
    await house.passes(days=1)
    assert "到期没人认领" in house.rider.last.text
    assert await state(house, case_id) is WishState.EXPIRED
    await house.rider.presses("再许一次")
    await house.rider.says("还是想要")
    await presses(house.coordinator, case_id, "as_is")
    assert await state(house, case_id) is WishState.ASKED


async def test_keeping_it_gives_as_many_days_again(house: TestHouse) -> None:
    case_id = await opened(house)
    await house.passes(days=47)
    await house.rider.presses("还想要")
    house.rider.hears()
    await house.passes(days=45)
    assert house.rider.hears() == []
    await house.passes(days=1)
    assert "还想要吗" in house.rider.last.text
    assert await state(house, case_id) is WishState.OPEN


async def test_who_does_not_answer_is_asked_twice_more(house: TestHouse) -> None:
    case_id = await asked(house)
    assert await heard(house, house.rider, 13, "放上去吗") == [3, 10]
    await house.passes(days=1)
    assert "没上墙" in house.rider.last.text
    assert await state(house, case_id) is WishState.TAKEN_BACK
    async with house.database.unit() as unit:
        case = await unit.cases.get(case_id)
    assert case is not None and case.open


async def test_after_a_fortnight_a_coordinator_looks(house: TestHouse) -> None:
    case_id = await handed(house)
    assert await heard(house, house.rider, 4, "拿到了点「收到了」") == [3]
    assert await heard(house, house.coordinator, 11, "请去看一眼") == [10]
    assert await state(house, case_id) is WishState.HANDED
    await house.coordinator.presses("看过，已取走")
    assert await state(house, case_id) is WishState.RECEIVED
    assert "谢谢你圆了这个心愿" in house.second_rider.last.text
    await house.rider.presses("没解决")
    await house.rider.says("我没拿到")
    async with house.database.unit() as unit:
        case = await unit.cases.get(case_id)
    assert case is not None and case.open


async def test_a_clock_that_stood_still_ends_nothing_on_the_day_of_its_notice(
    house: TestHouse,
) -> None:
    case_id = await claimed(house)
    await names_a_place(house, case_id)
    await house.passes(days=100)
    assert await state(house, case_id) is WishState.CLAIMED
    assert "来得及吗" in house.second_rider.last.text
    await house.passes(days=1)
    assert await state(house, case_id) is WishState.OPEN
    until = (await at(house, case_id)).until
    assert until is not None and (until - house.clock.now).days >= 14


async def test_the_place_is_asked_for_before_it_is_there(house: TestHouse) -> None:
    case_id = await claimed(house)
    for _ in range(2):
        await presses(house.second_rider, case_id, "hand")
    assert "交接点还没定" in house.second_rider.toast
    asked_for = [one for one in house.coordinator.hears() if "就等交接点" in one]
    assert len(asked_for) == 1
    await presses(house.coordinator, case_id, "place")
    await house.coordinator.says("驿站前台")
    await presses(house.second_rider, case_id, "hand")
    await presses(house.rider, case_id, "missing")
    assert "许愿人没找到" in house.second_rider.last.text
    assert await state(house, case_id) is WishState.CLAIMED


async def test_nobody_is_warned_of_a_wish_that_waits_on_the_list(
    house: TestHouse,
) -> None:
    case_id = await opened(house)
    for who in (house.coordinator, house.lead):
        who.hears()
    await house.passes(days=40)
    for who in (house.coordinator, house.lead):
        assert [one for one in who.hears() if "XY26-0001" in one] == []
    async with house.database.unit() as unit:
        case = await unit.cases.get(case_id)
    assert case is not None and case.due_at == case.resolve_due
    assert case.due_at > house.clock.now and not case.raised

"""An emergency goes out with its first word; what is said after it goes to it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from domain.case import Case
from domain.kinds import Kind, Urgency
from domain.states import State
from storage.tables.messages import outbox
from tests.house import Shown, TestHouse

DANGER = "老人摔倒流血了"


async def cases(house: TestHouse) -> list[Case]:
    async with house.database.unit() as unit:
        found = [await unit.cases.get(number) for number in range(1, 9)]
    return [case for case in found if case is not None]


async def calls_out(house: TestHouse, words: str = DANGER) -> Shown:
    """Says it; returns the receipt with its button."""
    await house.rider.says(words)
    return next(one for one in reversed(house.rider.sees) if "没事了" in one.labels)


async def test_one_message_is_a_case_and_its_place_is_asked_for_afterwards(
    house: TestHouse,
) -> None:
    receipt = await calls_out(house)
    numbers = house.rider.sees[0]
    assert "120" in numbers.text and numbers.reply.calls[0] == "120"
    assert "QZ26-0001" in receipt.text and "提交" not in "".join(receipt.labels)
    assert "在哪儿" in house.rider.last.text and house.rider.last.keys
    (case,) = await cases(house)
    assert (case.urgency, case.words) == (Urgency.URGENT, DANGER)


async def test_a_place_that_follows_brings_it_to_the_grids_people(
    house: TestHouse,
) -> None:
    await calls_out(house)
    before = len(house.coordinator.sees)
    await house.rider.sends_place("G01")
    assert "转过去了" in house.rider.last.text
    (case,) = await cases(house)
    assert case.area == "G01" and case.place is not None
    assert any(case.number in shown.text for shown in house.coordinator.sees[before:])


async def test_words_and_pictures_that_follow_go_to_it(house: TestHouse) -> None:
    await calls_out(house)
    for said in ("在二号楼门口", "血止不住"):
        await house.rider.says(said)
        assert "转过去了" in house.rider.last.text
    await house.rider.sends_photo()
    assert len(await cases(house)) == 1
    async with house.database.unit() as unit:
        lines = [line.words for line in await unit.history.of(1)]
    assert {"在二号楼门口", "血止不住"} <= set(lines)


async def test_the_lead_and_the_coordinators_of_a_known_place_hear_it_at_once(
    house: TestHouse,
) -> None:
    await house.files_hazard(area="G01")
    house.lead.hears(), house.coordinator.hears()
    receipt = await calls_out(house)
    number = (await cases(house))[-1].number
    assert number in receipt.text
    assert number in "".join(house.lead.hears())
    assert number in "".join(house.coordinator.hears())


@pytest.mark.parametrize("how", ("press", "words"))
async def test_all_clear_withdraws_it_and_tells_who_was_called(
    house: TestHouse, how: str
) -> None:
    await house.files_hazard(area="G01")
    receipt = await calls_out(house)
    house.lead.hears()
    if how == "press":
        await house.rider.presses("没事了", on=receipt)
    else:
        await house.rider.says("没事了")
    case = (await cases(house))[-1]
    assert case.state is State.WITHDRAWN
    assert "没事" in house.lead.hears()[-1]


async def test_all_clear_is_too_late_after_ten_minutes(house: TestHouse) -> None:
    receipt = await calls_out(house)
    house.clock.now += timedelta(minutes=11)
    await house.rider.presses("没事了", on=receipt)
    (case,) = await cases(house)
    assert case.open


async def test_after_half_an_hour_another_emergency_is_a_case_of_its_own(
    house: TestHouse,
) -> None:
    await calls_out(house)
    await house.rider.says("他晕过去了")
    assert len(await cases(house)) == 1
    house.clock.now += timedelta(minutes=31)
    await house.rider.says("着火了，有人被困")
    assert len(await cases(house)) == 2


async def test_a_fire_told_in_the_middle_of_a_wish_is_no_wish(house: TestHouse) -> None:
    await house.rider.says("希望有个歇脚的地方")
    await house.rider.says("着火了，有人被困")
    (fire,) = await cases(house)
    assert (fire.kind is not Kind.WISH) and fire.urgency is Urgency.URGENT
    assert fire.words == "着火了，有人被困"
    await house.rider.sends_place("G01")
    (fire,) = await cases(house)
    assert fire.area == "G01"
    await house.rider.says("取消")
    (fire,) = await cases(house)
    assert fire.open and "取消" in house.rider.last.text


async def test_a_place_hands_it_to_the_grid_while_nobody_took_it(
    house: TestHouse,
) -> None:
    await calls_out(house)
    (before,) = await cases(house)
    house.admin.hears()
    await house.rider.sends_place("G08")
    (case,) = await cases(house)
    assert case.assignee_id == house.people["far"].id != before.assignee_id
    assert (case.state, case.area) == (State.ASSIGNED, "G08")
    assert "王芳" in house.rider.last.text
    assert "王芳" in "".join(house.admin.hears())


async def test_whoever_took_it_keeps_it_when_the_place_comes(house: TestHouse) -> None:
    await calls_out(house)
    await house.admin.presses("接单")
    await house.rider.sends_place("G08")
    (case,) = await cases(house)
    assert case.assignee_id == house.people["admin"].id
    assert (case.state, case.area) == (State.IN_PROGRESS, "G08")


async def test_a_second_pin_brings_it_to_the_second_grid(house: TestHouse) -> None:
    await calls_out(house)
    await house.rider.sends_place("G01")
    house.lead.hears(), house.coordinator.hears()
    await house.rider.sends_place("G08")
    (case,) = await cases(house)
    assert case.assignee_id == house.people["far"].id
    for told in (house.lead, house.coordinator):
        assert "王芳" in "".join(told.hears())


async def test_all_clear_is_told_once_to_each_who_was_called(house: TestHouse) -> None:
    receipt = await calls_out(house)
    await house.rider.sends_place("G01")
    called = (house.admin, house.coordinator, house.second_coordinator, house.lead)
    for one in called:
        one.hears()
    await house.rider.presses("没事了", on=receipt)
    for one in called:
        assert sum("没事了" in text for text in one.hears()) == 1


async def test_words_in_doubt_move_no_place_that_is_known(house: TestHouse) -> None:
    await house.rider.says("滨河公园有人晕倒了")
    await house.rider.says("幸福路口网格追尾了")
    (case,) = await cases(house)
    assert case.area == "G08"
    assert "这是另一件事" in house.rider.last.labels


@pytest.mark.parametrize("said", ("我的事项", "📋 我的事项", "my reports"))
async def test_a_big_button_that_is_typed_is_pressed_in_an_emergency_too(
    house: TestHouse, said: str
) -> None:
    await calls_out(house)
    await house.rider.says(said)
    assert "转过去了" not in house.rider.last.text
    assert any("QZ26-0001" in one for one in house.rider.last.labels)


async def test_the_button_for_help_may_be_a_cry_in_an_emergency(
    house: TestHouse,
) -> None:
    await calls_out(house)
    await house.rider.says("求助")
    assert "转过去了" in house.rider.last.text


async def test_that_numbers_are_over_hides_nowhere_which_case_it_is_about(
    house: TestHouse,
) -> None:
    receipt = await calls_out(house)
    await house.rider.presses("没事了", on=receipt)
    asked = select(outbox.c.case_id, outbox.c.reply)
    async with house.database.reader() as reader:
        rows = (await reader.execute(asked)).all()
    over = [one.case_id for one in rows if "calls_over" in str(one.reply)]
    assert over == [(await cases(house))[-1].id]


async def test_after_a_typed_all_clear_the_button_says_the_same_once_more(
    house: TestHouse,
) -> None:
    receipt = await calls_out(house)
    await house.rider.says("没事了")
    said = house.rider.last.text
    await house.rider.presses("没事了", on=receipt)
    assert "没事就好" in said
    assert receipt.text == said and "没事了" not in receipt.labels
    assert not house.rider.toast
    (case,) = await cases(house)
    assert case.state is State.WITHDRAWN

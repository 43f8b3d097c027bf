"""A wish ends with its case or its people, and whoever has claimed it hears so."""

from __future__ import annotations

import re

from domain.wishes.wish import WishState
from tests.handlers.wishes.living import (
    asked,
    claim_of,
    claimed,
    filed,
    opened,
    presses,
    state,
)
from tests.house import TestHouse

CODE = re.compile(r"<b>([A-Z0-9]{5}-[A-Z0-9]{5})</b>")
NOT_NEEDED = "不用办了"


async def test_its_wisher_takes_it_back_at_any_time(house: TestHouse) -> None:
    case_id = await claimed(house)
    await house.rider.presses("撤回心愿")
    await house.rider.presses("确定撤回")
    assert await state(house, case_id) is WishState.TAKEN_BACK
    assert await claim_of(house, case_id) is None
    assert NOT_NEEDED in house.second_rider.last.text
    await presses(house.second_rider, case_id, "hand")
    assert "慢了一步" in house.second_rider.toast


async def test_a_coordinator_who_answers_the_case_ends_the_wish(
    house: TestHouse,
) -> None:
    case_id = await claimed(house)
    await house.coordinator.says("/resolve XY26-0001 街道发了一双")
    assert await state(house, case_id) is WishState.MOVED
    assert NOT_NEEDED in house.second_rider.last.text
    await house.stranger.says("/wishes")
    assert "防水手套" not in house.stranger.last.text


async def test_what_is_really_a_help_goes_there_with_one_press(
    house: TestHouse,
) -> None:
    case_id = await filed(house)
    await presses(house.coordinator, case_id, "as_help")
    assert "现在是🙋 求助" in house.coordinator.last.text
    async with house.database.unit() as unit:
        case = await unit.cases.get(case_id)
    assert case is not None and case.open and case.kind == "help"
    await presses(house.coordinator, case_id, "as_is")
    assert "慢了一步" in house.coordinator.toast


async def test_a_declined_wish_is_told_why_and_may_be_wished_again(
    house: TestHouse,
) -> None:
    case_id = await filed(house)
    await presses(house.coordinator, case_id, "decline")
    await house.coordinator.says("公司本来就该发")
    assert "公司本来就该发" in house.rider.last.text
    await house.rider.presses("再许一次")
    await house.rider.says("公司说不发")
    await presses(house.coordinator, case_id, "as_is")
    assert await state(house, case_id) is WishState.ASKED
    await presses(house.rider, case_id, "not_this")
    assert await state(house, case_id) is WishState.TAKEN_BACK
    assert "不想这样上墙" in house.coordinator.last.text


async def test_a_claimer_who_leaves_gives_it_back_and_is_nobodys(
    house: TestHouse,
) -> None:
    case_id = await claimed(house)
    await house.second_rider.says("/forget")
    await house.second_rider.presses("删")
    assert await state(house, case_id) is WishState.OPEN
    assert "又回到墙上了" in house.rider.last.text
    async with house.database.unit() as unit:
        last = await unit.claims.last(case_id)
    assert last is not None and last.claimer_id is None


async def test_a_wisher_who_leaves_takes_the_wish_off_the_list(
    house: TestHouse,
) -> None:
    case_id = await claimed(house)
    await house.rider.says("/forget")
    await house.rider.presses("删")
    assert await state(house, case_id) is WishState.TAKEN_BACK
    assert NOT_NEEDED in house.second_rider.last.text
    assert "不再用网格蜂" in house.coordinator.last.text


async def test_whoever_turns_out_to_be_the_wisher_has_no_claim_on_it(
    house: TestHouse,
) -> None:
    case_id = await claimed(house)
    await house.second_rider.says("/link")
    code = CODE.search(house.second_rider.last.text)
    assert code is not None
    await house.rider.says(f"/link {code[1]}")
    assert await state(house, case_id) is WishState.OPEN
    assert await claim_of(house, case_id) is None


async def test_a_person_has_only_so_many_at_a_time(house: TestHouse) -> None:
    for words in ("想要一双防水手套", "想要一件雨衣", "想要一个头盔"):
        case_id = await filed(house, words)
        await presses(house.coordinator, case_id, "as_is")
        await presses(house.rider, case_id, "publish")
        await presses(house.second_rider, case_id, "claim")
    assert "你手上有 2 个心愿了" in house.second_rider.toast
    assert await state(house, case_id) is WishState.OPEN


async def test_words_go_on_no_list_before_the_wisher_says_yes(
    house: TestHouse,
) -> None:
    case_id = await asked(house)
    await house.second_rider.says("/wishes")
    assert "手套" not in house.second_rider.last.text
    await presses(house.second_rider, case_id, "show")
    assert "慢了一步" in house.second_rider.toast
    await house.coordinator.says("/screen XY26-0001 手套，看 https://x.example")
    assert "不能有链接" in house.coordinator.last.text
    await house.coordinator.says("/screen XY26-0001 一双手套")
    assert "一双手套" in house.rider.last.text


async def test_without_the_section_nothing_is_begun_and_nothing_lost(
    house: TestHouse,
) -> None:
    case_id = await opened(house)
    object.__setattr__(house.setup, "wishes", None)
    await house.passes(days=70)
    await presses(house.second_rider, case_id, "claim")
    assert "心愿" not in house.second_rider.toast
    assert await state(house, case_id) is WishState.OPEN


async def test_stats_tell_what_became_of_the_wishes(house: TestHouse) -> None:
    await filed(house, "想要一件雨衣")
    case_id = await claimed(house)
    await house.admin.says("/stats")
    said = "✨ 心愿 2 个，上墙 1，有人认领 1，收到 0"
    assert said in house.admin.last.text
    await house.passes(days=3)
    await presses(house.rider, case_id, "receive")
    await house.admin.says("/stats")
    assert "收到 1（一半在 3 天内）" in house.admin.last.text
    await house.admin.says("/stats 隐患")
    assert "✨" not in house.admin.last.text


async def test_neither_side_learns_who_the_other_is(house: TestHouse) -> None:
    case_id = await claimed(house)
    await presses(house.second_rider, case_id, "say")
    await house.second_rider.sends_photo("这是我")
    assert "只收文字" in house.second_rider.sees[-2].text
    await house.second_rider.sends_place()
    await house.second_rider.says("微信号 rider-2026")
    assert "不能有电话、微信、邮箱" in house.second_rider.sees[-2].text
    await house.second_rider.says("黑色行吗")
    assert "黑色行吗" in house.rider.last.text
    await presses(house.rider, case_id, "say")
    await house.rider.says("行")
    for who, other in (
        (house.rider, house.second_rider),
        (house.second_rider, house.rider),
    ):
        everything = "".join(shown.text for shown in who.sees)
        assert other.name not in everything
        assert not any(shown.reply.photos or shown.reply.place for shown in who.sees)
    assert "XY26" not in "".join(shown.text for shown in house.second_rider.sees)
    await house.second_rider.says("/case XY26-0001")
    assert "没找到" in house.second_rider.last.text


async def test_a_yes_counts_for_the_words_it_stood_beside(house: TestHouse) -> None:
    case_id = await asked(house)
    await house.coordinator.says("/screen XY26-0001 一副旧手套也行")
    house.rider.hears()
    for act in ("publish", "not_this"):
        await presses(house.rider, case_id, act, beside="想要一双防水手套")
        assert "换了写法" in house.rider.toast
        assert "一副旧手套也行" in house.rider.last.text
        assert await state(house, case_id) is WishState.ASKED
    await house.rider.presses("放上去")
    assert await state(house, case_id) is WishState.OPEN


async def test_who_has_claimed_it_hears_so_when_they_press_again(
    house: TestHouse,
) -> None:
    case_id = await claimed(house)
    await presses(house.second_rider, case_id, "claim")
    assert "已经归你了" in house.second_rider.toast


async def test_a_picture_of_a_hazard_amid_a_word_to_the_other_side_is_a_report(
    house: TestHouse,
) -> None:
    case_id = await claimed(house)
    await presses(house.second_rider, case_id, "say")
    house.rider.hears()
    await house.second_rider.sends_photo("幸福路口的井盖没了")
    heard = " ".join(house.second_rider.hears())
    assert "另外记下了" in heard
    assert house.rider.hears() == []


async def test_who_claimed_it_and_is_in_charge_does_not_answer_the_case(
    house: TestHouse,
) -> None:
    case_id = await claimed(house, by=house.coordinator)
    house.rider.hears()
    await house.coordinator.says("/resolve XY26-0001 给了")
    assert "收没收到由许愿人点" in house.coordinator.last.text
    assert await state(house, case_id) is WishState.CLAIMED
    assert house.rider.hears() == []
    await presses(house.coordinator, case_id, "give_back")
    await house.coordinator.says("/resolve XY26-0001 街道发了一双")
    assert await state(house, case_id) is WishState.MOVED

"""Coordinators at work in WeCom: a case from its card to its end."""

from __future__ import annotations

from sqlalchemy import select

from storage.tables.cases import cases
from storage.tables.people import people
from tests.telegram.town import PICTURE
from tests.wecom.office import Office


async def test_a_case_goes_from_a_riders_phone_to_its_end_by_presses_on_its_card(
    office: Office,
) -> None:
    zhang, li = office.zhang, office.li
    await office.appoints(zhang, li)
    await office.files()
    mine = await office.card(zhang, "YH26-0001")
    theirs = await office.card(li, "YH26-0001")
    assert zhang.phone[0].kind == "image"
    assert "待接单" in theirs.words

    # the answer changes the pressed card, a code everybody else's
    assert (await zhang.presses("接单", mine).over()).outcome == "answered"
    assert "张强 · 处理中" in mine.words
    await office.wecom.until(lambda: "张强 · 处理中" in theirs.words)
    assert office.wecom.counts["message/update_template_card"] == 1

    await zhang.presses("问一句", mine).over()
    await office.reads(zhang, "想问报事人什么")
    await zhang.says("是哪一块砖？").over()
    await office.sees(office.rider, "是哪一块砖？")
    office.rider.says("靠树的那块")
    await office.reads(zhang, "靠树的那块")

    await zhang.presses("办好了", mine).over()
    await office.reads(zhang, "怎么解决的")
    await zhang.sends_photo(PICTURE).over()
    await zhang.says("换了新砖").over()
    await office.sees(office.rider, "换了新砖")
    await office.wecom.until(lambda: "已办好" in mine.words)
    assert mine.buttons == []

    # nothing was left to change this one by, until it is pressed
    assert "处理中" in theirs.words
    assert (await li.presses("问一句", theirs).over()).outcome == "answered"
    assert "已办好" in theirs.words and theirs.buttons == []
    assert len([one for one in li.phone if one.card is theirs]) == 1
    assert not [one for one in office.wecom.state.calls if one.errcode]


async def test_a_press_on_a_card_of_before_the_restart_brings_it_as_it_is(
    office: Office,
) -> None:
    zhang, li = office.zhang, office.li
    await office.appoints(zhang, li)
    await office.files()
    theirs = await office.card(li, "YH26-0001")
    await zhang.presses("接单", await office.card(zhang, "YH26-0001")).over()
    await office.wecom.until(lambda: "处理中" in theirs.words)
    await zhang.says("/resolve YH26-0001 换了新砖").over()
    await office.reads(zhang, "办好了")
    await office.close()
    await office.open()
    assert "处理中" in theirs.words and theirs.buttons
    assert (await li.presses("问一句", theirs).over()).outcome == "answered"
    assert "已办好" in theirs.words and theirs.buttons == []
    await office.reads(li, "已办好，等报事人确认")


async def test_a_press_on_a_copy_of_the_card_leaves_no_old_buttons(
    office: Office,
) -> None:
    zhang = office.zhang
    await office.appoints(zhang)
    await office.files()
    await office.card(zhang, "YH26-0001")
    await zhang.says("/case YH26-0001").over()
    await office.wecom.until(lambda: len(zhang.cards) == 2)
    copy = zhang.cards[-1]
    assert "接单" in [one.text for one in copy.buttons]
    await zhang.presses("接单", copy).over()
    assert "处理中" in copy.words
    assert "接单" not in [one.text for one in copy.buttons]


async def test_a_new_coordinator_joins_by_saying_the_words_of_an_invitation(
    office: Office,
) -> None:
    office.admin.says("/invite 网格员 G07")
    invited = await office.sees(office.admin, "请网格员加入")
    wang = office.wecom.member("WangFang", "王芳")
    words = invited.words.rpartition("：")[2].strip()
    assert words.startswith("/start i_")
    await wang.says(words).over()
    await office.reads(wang, "你现在是")
    await wang.says("/queue").over()
    await office.reads(wang, "没有待办")
    await wang.clicks("/mine").over()
    named = await office.rows(select(people.c.name))
    assert [row.name for row in named].count("王芳") == 1
    assert office.wecom.counts["user/get"] == 1
    assert office.wecom.state.menu is not None


async def test_who_has_no_role_changes_nothing_by_a_press(office: Office) -> None:
    await office.appoints(office.zhang)
    await office.files()
    card = await office.card(office.zhang, "YH26-0001")
    stranger = office.wecom.member("nobody", "路人")
    press = {
        "EventKey": "c:1:accept",
        "TaskId": card.task_id,
        "CardType": "button_interaction",
        "ResponseCode": "made up",
    }
    pressed = await stranger.does("template_card_event", **press).over()
    await office.rest()
    assert pressed.outcome == "nothing"
    assert "待接单" in card.words
    found = await office.rows(select(cases.c.state))
    assert [row.state for row in found] == ["assigned"]
    assert stranger.cards == []

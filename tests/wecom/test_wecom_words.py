"""What coordinators write in WeCom where words are asked for, and pictures that come before."""

from __future__ import annotations

from tests.telegram.town import PICTURE
from tests.wecom.office import Office


async def test_a_button_that_is_typed_is_of_the_case_that_is_written_about(
    office: Office,
) -> None:
    zhang = office.zhang
    await office.appoints(zhang)
    await office.files()
    first = await office.card(zhang, "YH26-0001")
    await office.files("路灯不亮", office.second_rider)
    later = await office.card(zhang, "YH26-0002")
    assert "办好了" in [one.text for one in later.buttons]
    await zhang.presses("接单", first).over()
    await zhang.presses("问一句", first).over()
    await office.reads(zhang, "想问报事人什么")
    await office.rest()
    await zhang.says("办好了").over()
    asked = await office.reads(zhang, "怎么解决的")
    assert "YH26-0001" in asked.words


async def test_what_is_said_to_us_there_is_asked_about_and_done_by_its_number(
    office: Office,
) -> None:
    zhang = office.zhang
    await office.appoints(zhang)
    await office.files()
    mine = await office.card(zhang, "YH26-0001")
    await zhang.presses("接单", mine).over()
    await zhang.presses("问一句", mine).over()
    await office.reads(zhang, "想问报事人什么")
    await office.rest()
    await zhang.says("我明天请假").over()
    await office.reads(zhang, "这是跟我说的，还是要发出去的话")
    await office.rest()
    await zhang.says("1").over()
    await office.reads(zhang, "记下你休息吗")
    assert "请假" not in "".join(one.words for one in office.rider.sees())


async def test_pictures_and_then_that_they_show_the_work_are_of_the_case_in_hand(
    office: Office,
) -> None:
    zhang = office.zhang
    await office.appoints(zhang)
    await office.files()
    await zhang.presses("接单", await office.card(zhang, "YH26-0001")).over()
    for one in zhang.sends_photos([PICTURE, PICTURE]):
        await one.over()
    await office.rest()
    await zhang.says("修前修后").over()
    offer = await office.card(zhang, "“修前修后”是说 YH26-0001 吗")
    pressed = next(one.text for one in offer.buttons if "办好了" in one.text)
    await zhang.presses(pressed, offer).over()
    await office.sees(office.rider, "“修前修后”")

"""What waits for the rider's next word is said as it stands by then: in the order in which it
happened, without what is true no more.
"""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from domain.messages import Matter
from storage.tables.web import web_messages
from tests.telegram.town import PICTURE, eventually
from tests.wechat.test_wechat_errors import village
from tests.wechat.test_wechat_order import leaves, waits
from tests.wechat.test_wechat_riders import files
from tests.wechat.village import OPENID, Village

__all__ = ["village"]


async def staff(village: Village, words: str, *waiting: str) -> None:
    """These letters wait for the rider then."""
    village.coordinator.says(words)
    await eventually(lambda: village.parked(*waiting))


async def taken(village: Village) -> None:
    """A case that somebody has taken while the rider is out of reach."""
    await files(village)
    village.clock.ahead = timedelta(hours=52)
    await staff(village, "/accept YH26-0001", "接单了")


async def heard(village: Village, words: str) -> bool:
    """Whether somebody of the staff was told it."""
    return any(words in (one.text or "") for one in village.coordinator.sees())


async def says(village: Village, words: str = "在吗") -> str:
    rider = village.wechat.rider(OPENID)
    await rider.says(words).over()
    return rider.last.words


async def test_what_is_done_is_not_being_taken_over_and_nothing_is_asked_of_it(
    village: Village,
) -> None:
    await taken(village)
    said = ["接单了", "明天去看", "几个坑", "换了新砖"]
    await staff(village, "/tell YH26-0001 明天去看", *said[:2])
    await staff(village, "/ask YH26-0001 有几个坑？", *said[:3])
    await staff(village, "/resolve YH26-0001 换了新砖", said[1], said[3])
    village.clock.ahead += timedelta(minutes=2)
    told = await says(village)
    assert "接单了" not in told and "几个坑" not in told
    assert told.index("明天去看") < told.index("换了新砖")
    assert told.endswith("1 已解决\n2 没解决\n3 YH26-0001")
    assert "办结了" in await says(village, "1")


async def test_of_how_it_stands_the_newest_is_said(village: Village) -> None:
    await taken(village)
    await staff(village, "/hold YH26-0001 7天 等配件", "等配件")
    assert "等配件" in await says(village)


async def test_what_was_taken_back_is_not_said_to_be_done(village: Village) -> None:
    await taken(village)
    await staff(village, "/resolve YH26-0001 换了新砖", "换了新砖")
    await staff(village, "撤销", "换了新砖", "刚才那一步不算")
    village.clock.ahead += timedelta(minutes=2)
    told = await says(village)
    assert "换了新砖" not in told and "刚才那一步不算" in told


async def test_what_was_closed_meanwhile_is_told_with_what_was_done(
    village: Village,
) -> None:
    await taken(village)
    await staff(village, "/resolve YH26-0001 换了新砖", "换了新砖")
    village.clock.ahead = timedelta(days=20)
    waiting = ("换了新砖", "先办结了")
    await eventually(lambda: village.parked(*waiting))
    told = await says(village)
    assert told.index("换了新砖") < told.index("先办结了")
    assert told.endswith("1 没解决\n2 YH26-0001")


async def test_news_of_one_case_stand_in_the_order_in_which_they_happened(
    village: Village,
) -> None:
    """Also where it goes at once, as one message; the case with a question stands first."""
    await leaves(village, 3)
    told = (("去看过", Matter.NEWS, 1), ("换过了", Matter.RESULT, 1))
    await waits(
        village, (("别的", Matter.RESULT, 2), *told, ("对吗？", Matter.QUESTION, 1))
    )
    shown = await village.shows("去看过")
    assert shown.words.startswith("去看过\n\n换过了\n\n对吗？\n\n别的")


@pytest.mark.parametrize("many", [3, 9])
async def test_what_does_not_fit_stands_behind_a_link(
    village: Village, many: int
) -> None:
    await leaves(village, 3)
    told = [f"{number}" * 290 for number in range(1, many + 1)]
    await waits(village, tuple((one, Matter.NEWS, n) for n, one in enumerate(told, 1)))
    shown = await village.shows(told[0])
    if many == 3:
        assert told[-1] in shown.words and not shown.links
        return
    assert told[-1] not in shown.words and shown.words.endswith("看照片和全文，点这里")
    pages = select(web_messages.c.body).order_by(web_messages.c.id)

    async def all_there() -> bool:
        said = [row.body["html"] for row in await village.rows(pages)]
        return said == told

    await eventually(all_there)


async def test_what_was_asked_while_they_did_not_follow_is_asked_when_they_do(
    village: Village,
) -> None:
    await files(village)
    village.coordinator.says("/accept YH26-0001")
    await village.shows("接单了")
    rider = village.wechat.rider(OPENID)
    await rider.unfollows().over()
    village.coordinator.says("/ask YH26-0001 有几个坑？")
    await village.sees(village.coordinator, "记下了")
    assert not any("几个坑" in one.words for one in rider.phone)
    await rider.follows().over()
    shown = await village.shows("几个坑")
    assert shown.words.startswith("欢迎回来")
    await says(village, "三个")
    await village.sees(village.coordinator, "三个")


async def test_a_number_is_for_what_stands_last_and_the_form_counts_first(
    village: Village,
) -> None:
    """What is told below a summary has numbers of its own; of what is one message those of the
    form begin.
    """
    await files(village)
    village.coordinator.says("/accept YH26-0001")
    await village.shows("接单了")
    spot, rider = village.place(), village.wechat.rider(OPENID)
    await rider.says("楼下路灯不亮了").over()
    await rider.sends_location(spot.lat, spot.lon).over()
    assert "1 ✅ 提交" in rider.last.words
    village.coordinator.says("/resolve YH26-0001 换了新砖")
    assert "1 已解决" in (await village.shows("换了新砖")).words
    assert "YH26-0001 办结了" in await says(village, "1")
    told = await says(village, "垃圾桶满了，臭得很")
    assert "1 ✅ 提交" in told and told.endswith("4 其实是一件事")


async def test_a_link_that_is_too_old_is_had_anew_where_the_case_is_opened(
    village: Village,
) -> None:
    await files(village)
    card = await village.sees(village.group, "YH26-0001")
    village.coordinator.presses("接单", card)
    await village.shows("接单了")
    village.coordinator.says("/resolve YH26-0001")
    await village.sees(village.coordinator, "怎么解决的")
    village.coordinator.sends_photo(PICTURE, "换了新砖")
    first = await village.shows("换了新砖")
    village.clock.ahead = timedelta(hours=25)
    await says(village, "我的事项")
    again = await says(village, "1")
    rider = village.wechat.rider(OPENID)
    assert "换了新砖" in again and again.count("看照片和全文") == 1
    links = [one.id for one in (*first.links, *rider.last.links)]
    assert len({one for one in links if "?start=letter_" in one}) == 2


@pytest.mark.parametrize("words", ["在吗", "今天有点堵", "我到了"])
async def test_what_is_said_before_the_question_was_read_is_no_answer(
    village: Village, words: str
) -> None:
    await taken(village)
    await staff(village, "/ask YH26-0001 有几个坑？", "接单了", "几个坑")
    told = await says(village, words)
    assert "几个坑" in told and "已转给" not in told
    await says(village, "三个")
    await eventually(lambda: heard(village, "三个"))
    assert not await heard(village, words)


async def test_a_question_that_nobody_read_ends_with_its_case(village: Village) -> None:
    await taken(village)
    await staff(village, "/ask YH26-0001 有几个坑？", "接单了", "几个坑")
    await staff(village, "/resolve YH26-0001 换了新砖", "换了新砖")
    village.clock.ahead += timedelta(minutes=2)
    assert "几个坑" not in await says(village)
    assert "几个坑" not in await says(village, "你好")
    assert not await heard(village, "在吗")
    assert not await heard(village, "你好")


async def test_who_took_it_and_gave_it_back_is_not_told_of(village: Village) -> None:
    await taken(village)
    village.coordinator.says("/return YH26-0001 不在我这片")
    await eventually(lambda: heard(village, "退回"))
    assert "接单了" not in await says(village)

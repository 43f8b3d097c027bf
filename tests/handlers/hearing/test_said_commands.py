"""What staff ask for in words is answered as its command; of others it is none."""

from __future__ import annotations

import pytest

from tests.house import TestHouse


@pytest.mark.parametrize(
    "who, said, command",
    (
        ("lead", "统计", "/stats"),
        ("lead", "报表发我", "/stats"),
        ("lead", "这个月办结率多少", "/stats 这个月"),
        ("lead", "今天多少件", "/stats 今天"),
        ("lead", "stats this month", "/stats this month"),
        ("lead", "what's the closing rate this month", "/stats this month"),
        ("lead", "导出上个月的台账", "/register 上个月"),
        ("lead", "明天谁值班", "/duty"),
        ("lead", "谁今天休息", "/duty"),
        ("lead", "who's off today", "/duty"),
        ("lead", "共性问题", "/similar"),
        ("coordinator", "回复模板", "/templates"),
        ("admin", "人员名单", "/people"),
        ("admin", "staff list", "/people"),
        ("admin", "派单规则", "/route"),
        ("admin", "办理时限是多少", "/policy"),
        ("admin", "系统正常吗", "/health"),
        ("admin", "昨天的操作记录", "/audit 昨天"),
        ("admin", "发个通知 今晚有雨", "/announce 今晚有雨"),
        ("admin", "announce heavy rain tonight", "/announce heavy rain tonight"),
        ("admin", "通知大家 G01路口封路，在家等", "/announce G01路口封路，在家等"),
        ("admin", "Tell everyone: Bridge A1 is shut", "/announce Bridge A1 is shut"),
    ),
)
async def test_it_is_that_command(
    house: TestHouse, who: str, said: str, command: str
) -> None:
    actor = getattr(house, who)
    await actor.says(command)
    wanted = actor.last.text
    await actor.says("/cancel")
    await actor.says(said)
    assert actor.last.text == wanted


async def test_somebody_is_invited_in_words(house: TestHouse) -> None:
    await house.admin.says("邀请一个网格员到G07")
    assert "请网格员加入" in house.admin.last.text
    await house.lead.says("邀请一个网格员到G07")
    assert "请网格员加入" not in house.lead.last.text


@pytest.mark.parametrize(
    "who, said",
    (
        ("rider", "统计"),
        ("rider", "stats"),
        ("coordinator", "统计"),
        ("lead", "统计局门口路灯不亮"),
        ("lead", "人员名单"),
        ("lead", "数据线断了"),
    ),
)
async def test_what_is_none_of_theirs_or_says_more_is_none(
    house: TestHouse, who: str, said: str
) -> None:
    await house.lead.says("/stats")
    figures = house.lead.last.text
    actor = getattr(house, who)
    await actor.says(said)
    assert actor.last.text != figures
    assert not any("一共 6 人" in one.text for one in actor.sees)


async def test_what_is_asked_beside_a_report_leaves_it_open(house: TestHouse) -> None:
    await house.lead.says("/stats")
    figures = house.lead.last.text
    await house.lead.says("路灯不亮")
    await house.lead.says("统计")
    assert [one.text for one in house.lead.sees].count(figures) == 2
    assert "在哪儿" in house.lead.last.text

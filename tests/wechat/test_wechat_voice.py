"""Riders who speak, where WeChat writes what it heard: what chooses, asks or thanks is taken as
if it had been typed, and what tells something keeps its voice.
"""

from __future__ import annotations

from sqlalchemy import select

from storage.tables.cases import cases
from storage.tables.casework import history
from storage.tables.media import media
from storage.tables.people import people
from tests.wechat.village import OPENID, Village

AMR = b"#!AMR\n" + b"\x3c" * 50


async def speaks(village: Village, *sentences: str) -> str:
    """What the phone shows after the last of them."""
    rider = village.wechat.rider(OPENID)
    for one in sentences:
        assert (await rider.sends_voice(AMR, one).over()).outcome == "passive", one
    return rider.last.words


async def voices(village: Village) -> int:
    return len(await village.rows(select(media.c.id)))


async def test_a_report_is_told_placed_sent_and_asked_about_by_voice(
    village: Village,
) -> None:
    assert "在哪儿" in await speaks(village, "路口的路灯不亮。")
    assert "1 ✅ 提交" in await speaks(village, "幸福路口网格。")
    assert "✅ 收到，编号 YH26-0001" in await speaks(village, "提交。")
    assert "王师傅" in await speaks(village, "叫我王师傅。")
    assert "还在办的" in await speaks(village, "进度怎么样了？")
    assert "让你久等了" in await speaks(village, "我的事呢？")
    assert "不客气" in await speaks(village, "谢谢。")
    assert await voices(village) == 2
    told = await village.rows(select(history.c.words).where(history.c.act == "add"))
    called = await village.rows(select(people.c.name))
    assert told == [] and "王师傅" in [row.name for row in called]


async def test_a_number_and_a_no_are_heard_and_what_tells_more_keeps_its_voice(
    village: Village,
) -> None:
    await speaks(village, "路灯不亮。", "幸福路口", "一")
    card = await village.sees(village.group, "YH26-0001")
    village.coordinator.presses("接单", card)
    await village.shows("接单了")
    village.coordinator.says("办好了 YH26-0001 换了灯")
    await village.shows("你看解决了吗")
    await village.rest()
    assert "重新办" in await speaks(village, "没解决，还是不亮。")
    assert await voices(village) == 3
    await village.sees(village.group, "YH26-0001")
    village.coordinator.says("办好了 YH26-0001 又换了灯")
    await village.shows("又换了灯")
    await village.rest()
    assert "办结了" in await speaks(village, "解决了。")
    assert await voices(village) == 3
    assert "取消" in await speaks(village, "车胎爆了", "算了")
    assert len(await village.rows(select(cases.c.id))) == 1


async def test_in_an_emergency_everything_that_is_spoken_is_passed_on(
    village: Village,
) -> None:
    assert "已经叫人了" in await speaks(village, "着火了！")
    assert "转过去了" in await speaks(village, "提交。", "好的。", "我在幸福路口。")
    assert await voices(village) == 4
    assert "没事就好" in await speaks(village, "没事了。")

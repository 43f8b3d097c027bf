"""WeChat tells no names: whoever files for the first time is asked for one, once, in the answer."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import select

from domain.people import Role
from handlers.filing.names import said_in
from storage.tables.people import people
from tests.wechat.test_wechat_riders import files
from tests.wechat.village import OPENID, Village

ASKS = "怎么称呼你"


async def known_as(village: Village) -> list[Any]:
    rows = await village.rows(select(people.c.name))
    return [row.name for row in rows]


async def test_a_name_is_asked_once_in_the_answer_and_kept(village: Village) -> None:
    rider = village.wechat.rider(OPENID)
    await files(village)
    assert rider.last.words.startswith("✅ 收到，编号 YH26-0001")
    assert ASKS in rider.last.words and "1 不用了" in rider.last.words
    await rider.says("叫我王师傅").over()
    assert rider.last.words.startswith("好，王师傅，记下了")
    assert "王师傅" in await known_as(village)
    await files(village, "楼下路灯不亮")
    assert "YH26-0002" in rider.last.words and ASKS not in rider.last.words
    await rider.says("/name 老王\n<b>").over()
    assert rider.last.words.startswith("好，老王 ＜b>，记下了")
    assert all(one.how == "passive" for one in rider.phone)


async def test_what_is_proposed_in_english_is_taken(village: Village) -> None:
    rider = village.wechat.rider(OPENID)
    await files(village)
    await rider.says("call me Big Tom").over()
    assert "Big Tom" in rider.last.words
    assert "Big Tom" in await known_as(village)
    await rider.says("/name \u202eTom\u200b").over()
    assert "Tom" in await known_as(village)


async def test_one_press_leaves_it_and_it_is_not_asked_again(village: Village) -> None:
    rider = village.wechat.rider(OPENID)
    await files(village)
    await rider.taps("不用了").over()
    assert rider.last.words.startswith("行，不问了")
    await files(village, "楼下路灯不亮")
    assert "YH26-0002" in rider.last.words and ASKS not in rider.last.words
    assert "#0001" in await known_as(village)


async def test_what_is_no_name_goes_where_it_belongs(village: Village) -> None:
    rider = village.wechat.rider(OPENID)
    await files(village)
    await rider.says("杨树倒了压着车").over()
    assert "记下了" not in rider.last.words
    await rider.says("着火了").over()
    assert "119" in rider.last.words
    assert "#0001" in await known_as(village)


async def test_an_emergency_asks_for_no_name(village: Village) -> None:
    rider = village.wechat.rider(OPENID)
    await rider.says("有人晕倒了叫不醒").over()
    spot = village.place()
    await rider.sends_location(spot.lat, spot.lon).over()
    assert not any(ASKS in one.words for one in rider.phone)


@pytest.mark.parametrize(
    "said", ["我叫了警察", "叫我吧", "周围", "刘", "谢谢", "小心", "hello"]
)
def test_other_words_are_no_name(said: str) -> None:
    assert said_in(said) == ""


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("我叫王强。", "王强"),
        ("小李", "小李"),
        ("张师傅", "张师傅"),
        ("call me Tom", "Tom"),
    ],
)
def test_a_name_is_read(said: str, name: str) -> None:
    assert said_in(said) == name


async def test_who_joins_the_staff_without_a_name_is_asked_once(
    village: Village,
) -> None:
    async with village.house.database.unit() as unit:
        token = await unit.staff.invite(Role.COORDINATOR, "G01", None)
    rider = village.wechat.rider(OPENID)
    await rider.says(f"/start i_{token}").over()
    assert "还不知道你叫什么" in rider.last.words and "1 不用了" in rider.last.words
    await rider.says("叫我李敏敏").over()
    assert rider.last.words.startswith("好，李敏敏，记下了")
    assert "李敏敏" in await known_as(village)
    await rider.says("/name 王五").over()
    assert "改不了" in rider.last.words and "王五" not in await known_as(village)

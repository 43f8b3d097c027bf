"""What staff say about the work opens no report, in whatever grammar; what they report does."""

from __future__ import annotations

import pytest

from tests.house import Actor, TestHouse

WORK = (
    "交给物业了",
    "垃圾那个谁的",
    "路灯要明天才有人",
    "路灯那个联系供电局了 等回话",
    "路灯给强子",
    "谁有空",
    "谁能帮我",
    "还剩几个",
    "晚点弄",
    "催一下城管",
    "哪些超时了",
    "各网格情况",
    "幸福路口怎么样",
    "孩子病了 今天去不了",
    "地砖那个要买材料",
    "路灯退回",
    "帮我记一下 明天带梯子",
    "这个归滨河公园",
    "骑手说已经好了",
    "报事人不回话",
    "路灯坏了我已经报给供电局了",
    "今天怎么样",
    "what have today",
    "which one are late",
    "who have the lamp",
    "give lamp to 张强",
    "lamp is finish",
    "lamp is mine",
    "lamp is electricity company work",
    "lamp wait spare part",
    "tomorrow i do lamp",
    "why nobody do lamp",
    "rider not answer",
    "need more time for lamp",
    "tile not good, do again",
    "close tile",
)
MATTERS = (
    "路口井盖没了",
    "这边又有一盏路灯坏了 在东门",
    "楼下垃圾堆成山了",
    "消防通道被堵了",
    "广场舞太吵",
    "谁把垃圾堆在门口了",
    "我想要一双手套",
    "manhole cover is gone at the crossing",
    "i see another lamp broken at east gate",
    "fire lane is blocked by cars",
    "rubbish all over the place",
)


async def filings(house: TestHouse, actor: Actor) -> int:
    async with house.database.unit() as unit:
        found = await unit.forms.of(actor.address)
    return sum(one.name == "filing" for one in found)


async def files(actor: Actor, words: str) -> None:
    await actor.sends_photo(words)
    await actor.sends_place()
    await actor.presses("提交")


@pytest.mark.parametrize("said", WORK)
async def test_work_opens_no_report(house: TestHouse, said: str) -> None:
    await files(house.rider, "路灯坏了 street lamp broken")
    await files(house.second_rider, "地砖坏了 broken tile")
    await house.passes(hours=1)
    await house.coordinator.says(said)
    assert await filings(house, house.coordinator) == 0
    assert house.coordinator.last.text


@pytest.mark.parametrize("said", MATTERS)
async def test_a_matter_does(house: TestHouse, said: str) -> None:
    await house.coordinator.says(said)
    assert await filings(house, house.coordinator) == 1

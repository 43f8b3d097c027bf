"""What riders really write: which category it is, whether it is an emergency, which choice a
typed word means.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.messages import Choice
from domain.offers import settle
from domain.reading.read import read

# understood by 0.2.0 and not now; when it is again, the mark has to go

SENTENCES = (
    ("幸福路口井盖松了，骑车差点摔", "road"),
    ("这段路面有个大坑，晚上看不见", "road"),
    ("下雨后辅路积水很深", "road"),
    ("楼道的消防通道堵住了", "fire"),
    ("充电桩坏了充不进去", "charging"),
    ("有人从楼上飞线充电", "charging"),
    ("小区门口的路灯不亮，太黑了", "light"),
    ("水管爆了，路边一直漏水", "utility"),
    ("红绿灯不亮了，路口很乱", "traffic"),
    ("广告牌快掉下来了", "building"),
    ("垃圾堆在路边好几天，很臭", "rubbish"),
    ("保安不让进小区", "access"),
    ("站点扣钱不给说法，欠薪两个月", "dispute"),
    ("电动车爆胎了", "vehicle"),
    ("电动车没电了，推不动", "vehicle"),
    ("电瓶车坏在半路了", "vehicle"),
    ("头晕，想找个地方看病", "health"),
    ("手机丢了，可能落在商场", "lost"),
    ("电动车被偷了", "lost"),
    ("孩子要办入学，不知道怎么弄居住证", "paperwork"),
    ("希望路边有个能喝热水的驿站", "rest"),
    ("想要一个新头盔", "gear"),
    ("想学点技能，有没有培训", "learning"),
    ("暑假孩子没人带，想要托管", "family"),
    ("希望有免费理发", "checkup"),
    ("希望这个路口装个红绿灯", "wish_other"),
    ("There is a pothole in the road", "road"),
    ("The street light is out and it's dark", "light"),
    ("Charger at the station is broken", "charging"),
    ("Garbage everywhere and a bad smell", "rubbish"),
    ("I have a flat tire", "vehicle"),
    ("My e-bike broke down", "vehicle"),
    ("The guard won't let me in at the gate", "access"),
    ("They haven't paid my wage for a month", "dispute"),
    ("I lost my phone", "lost"),
    ("I wish for a place to rest", "rest"),
    ("A big hole in front of the restaurant", "road"),
)


@pytest.mark.parametrize(("said", "code"), SENTENCES)
def test_a_riders_sentence_finds_its_category(said: str, code: str) -> None:
    assert read(said).category == code


# --- emergencies ---

DANGER = (
    ("楼下着火了", "119"),
    ("电动车自燃了快来人", "119"),
    ("电瓶车冒烟，要烧起来了", "119"),
    ("楼道里全是浓烟", "119"),
    ("有人被困在电梯里", "119"),
    ("有人困在电梯里出不来", "119"),
    ("闻到很重的煤气味", "119"),
    ("墙塌了压到人", "119"),
    ("有人落水了", "119"),
    ("我摔伤了流血不止", "120"),
    ("骑手被车撞了，动不了", "120"),
    ("出车祸了", "120"),
    ("有人晕倒在路边", "120"),
    ("有人触电了", "120"),
    ("师傅中暑了没意识", "120"),
    ("他说不想活了", "110"),
    ("有人要跳楼", "110"),
    ("有人拿刀砍人", "110"),
    ("保安打人", "110"),
    ("有人抢劫", "110"),
    ("The building is on fire", "119"),
    ("I smell gas in the stairwell", "119"),
    ("Someone is trapped in the lift", "119"),
    ("A rider was hit by a car and is bleeding", "120"),
    ("He is unconscious", "120"),
    ("There was a car accident, he can't move", "120"),
    ("He has a knife", "110"),
    ("I was attacked by a guard", "110"),
)
CALM = (
    "充电桩坏了",
    "电池没电了",
    "消防通道堵住了",
    "灭火器过期了",
    "轮胎漏气了，推不动",
    "落水管坏了一直滴水",
    "单子被抢了没抢到",
    "大火锅店门口乱停车",
    "路灯不亮，晚上太黑",
    "井盖松了",
    "希望有个喝水的地方",
    "燃气灶在哪里能修",
    "The fire extinguisher is missing",
    "The light on the stairs is faint",
    "No smoking sign fell off",
    "The charger is broken",
    "Gas stove repair, where?",
)


@pytest.mark.parametrize(("said", "first"), DANGER)
def test_words_of_danger_bring_the_right_number_first_and_all_three(
    said: str, first: str
) -> None:
    found = read(said).danger
    assert found is not None
    assert found.calls[0] == first
    assert set(found.calls) == {"110", "119", "120"}


@pytest.mark.parametrize("said", CALM)
def test_everyday_words_are_no_emergency(said: str) -> None:
    assert read(said).danger is None


# --- settle ---

OFFERED = (
    Choice("✅ 提交", "s"),
    Choice("📍 改地点", "p"),
    Choice("◀ Back", "b"),
    Choice("取消", "c"),
)


@pytest.mark.parametrize(
    ("typed", "data"),
    [
        ("1", "s"),
        ("２", "p"),
        (" 4 ", "c"),
        ("1.", "s"),
        ("１、", "s"),
        ("（2）", "p"),
        ("①", "s"),
        ("#1", "s"),
        ("四", "c"),
        ("1 ✅ 提交", "s"),
        ("2.改地点", "p"),
        ("提交", "s"),
        ("✅ 提交", "s"),
        ("改地点", "p"),
        ("取消", "c"),
        ("BACK", "b"),
    ],
)
def test_a_typed_number_or_label_is_the_choice(typed: str, data: str) -> None:
    chosen = settle(typed, OFFERED)
    assert chosen is not None and chosen.data == data


def test_chinese_numbers_reach_as_far_as_long_lists() -> None:
    offered = tuple(Choice(str(number), f"d{number}") for number in range(1, 26))
    wanted = {"十": "d10", "十二": "d12", "二十": "d20", "二十五": "d25"}
    chosen = {typed: settle(typed, offered) for typed in wanted}
    assert {typed: one.data for typed, one in chosen.items() if one} == wanted


@pytest.mark.parametrize(
    "typed",
    [
        "",
        " ",
        "0",
        "5",
        "-1",
        "十",
        "..",
        "1 改地点",
        "1 块地砖",
        "一块地砖",
        "2个",
        "2号",
        "第一街",
        "十二",
        "提交吧",
        "我要取消",
        "12345678901234567890",
    ],
)
def test_anything_else_is_words(typed: str) -> None:
    assert settle(typed, OFFERED) is None


@given(st.text(max_size=60))
def test_no_text_breaks_it(text: str) -> None:
    assert settle(text, OFFERED) in (None, *OFFERED)
    assert settle(text, ()) is None


@pytest.mark.parametrize(
    ("heard", "said"),
    [
        ("整层楼一股煤器味", "整层楼一股煤气味"),
        ("单元门口煤汽味很冲", "单元门口煤气味很冲"),
        ("楼下充电庄在冒烟", "楼下充电桩在冒烟"),
    ],
)
def test_what_a_voice_misheard_is_as_dangerous_as_what_was_said(
    heard: str, said: str
) -> None:
    assert read(heard).danger == read(said).danger
    assert read(heard).danger is not None

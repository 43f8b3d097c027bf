"""A thing that somebody knocked over, smashed or cut endangers nobody; a shock does."""

from __future__ import annotations

import pytest

from domain.reading.read import read


@pytest.mark.parametrize(
    "text",
    [
        "电动车被人推倒了",
        "我的车被人推倒了",
        "有人把我车推倒了",
        "我电动车被人踹倒了",
        "车窗被人砸了",
        "我车窗被人砸了",
        "我的车窗被砸了",
        "坐垫被人割了",
        "my bike got knocked over",
        "my bike was knocked over by the wind",
        "someone knocked over my scooter and ran",
        "后面还有两个也扎了",
        "后面还有两辆也扎了",
    ],
)
def test_what_befalls_a_thing_calls_nobody(text: str) -> None:
    assert read(text).danger is None


@pytest.mark.parametrize(
    "text",
    [
        "我被人推倒了",
        "老头被人推倒了",
        "保安把我推倒了",
        "他把我推倒在车上",
        "有人把我车推倒了还打我",
        "他把我车推倒砸到我腿了",
        "我的车被人撞了",
        "我车被货车撞倒了",
        "双井口货车把电动车卷进去了",
        "电动车被人推倒 我压在下面",
        "车窗被人砸了 里面还有个孩子",
        "i got knocked over",
        "a car knocked over my bike",
        "my bike got hit by a car",
        "my bike got knocked over and my leg hurts",
        "my bike got knocked over with me on it",
        "they pushed me over",
        "手也扎了 流血",
    ],
)
def test_who_is_there_with_it_may_be_hurt(text: str) -> None:
    assert read(text).danger is not None


@pytest.mark.parametrize(
    "text",
    [
        "取餐柜漏电 麻手",
        "充电柜麻手",
        "外卖柜电人",
        "路灯杆电到我了",
        "取餐柜电了我一下",
        "locker gives electric shock",
        "charging cabinet shocked me",
        "lamp post gives a shock",
        "lamp post is live, tingles when you touch it",
        "充电桩倒了 线拖地上",
    ],
)
def test_what_gives_a_shock_is_a_danger(text: str) -> None:
    danger = read(text).danger
    assert danger is not None
    assert danger.topic == "electricity"


@pytest.mark.parametrize(
    "text",
    ["冬天开那铁门老电我一下 静电", "车把震得麻手", "the price gave me a shock"],
)
def test_static_and_a_shaking_bar_are_none(text: str) -> None:
    assert read(text).danger is None


def test_whether_who_stands_outside_a_railing_waits_is_asked() -> None:
    waits = read("我站在护栏外面等你")
    assert waits.danger is None
    assert waits.perhaps is not None
    assert waits.category != "crisis"
    assert read("我站在护栏外面").danger is not None


def test_words_of_lamps_and_holes_are_of_no_missing_person() -> None:
    assert read("lamp off and hole not filled both at G01").category in (
        "light",
        "road",
    )


@pytest.mark.parametrize(
    "text", ["restaurant so slow i wait 40 min", "商家出餐慢等了40分钟"]
)
def test_who_waits_at_a_restaurant_quarrels_about_no_pay(text: str) -> None:
    assert read(text).category == "help_other"


def test_a_dog_that_lies_there_calls_nobody_and_whom_it_bit_does() -> None:
    assert read("有只狗瘸了 躺在G01路边").danger is None
    assert read("有只狗把人咬了 躺在路边").danger is not None
    assert read("喝醉的躺马路中间").danger is not None


def test_dust_shuts_eyes_and_so_does_acid() -> None:
    assert read("工地扬尘太大 眼睛睁不开").danger is None
    assert read("清洁剂溅眼睛里了，睁不开，火辣辣的").danger is not None


def test_who_is_in_hospital_is_looked_after() -> None:
    assert read("同事出车祸在医院 家里没人照顾").danger is None
    assert read("我在医院门口被车撞了").danger is not None
    assert read("he is in hospital and not breathing").danger is not None


def test_a_title_with_its_link_is_of_elsewhere_and_what_is_here_is_not() -> None:
    link = "https://mp.weixin.qq.com/s/abc"
    assert read(f"《男子电动车起火致3死》{link}").danger is None
    assert read(f"我这着火了快来 {link}").danger is not None

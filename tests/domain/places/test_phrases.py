"""What may be the name of a place, and what is a sentence."""

from __future__ import annotations

import pytest

from domain.places.phrases import may_name, points, unhedged


@pytest.mark.parametrize(
    "said",
    [
        "老槐树",
        "大榕树下面",
        "大桥下面 I 店",
        "在老槐树那边",
        "我家门口",
        "井盖旁边",
        "红绿灯",
        "网吧",
        "停车场",
        "月亮湾",
        "太平路口",
        "老王面馆旁边那个大坑",
        "the old banyan tree",
        "by the transformer box",
        "at the noodle shop",
        "帮帮烧烤",
        "想想书店",
        "好帮手家政楼下",
    ],
)
def test_a_name_or_what_stands_beside_something_may_be_a_place(said: str) -> None:
    assert may_name(said)


@pytest.mark.parametrize(
    "said",
    [
        "我今天真的很累啊",
        "今天天气不错",
        "单子太多了跑不完",
        "有人",
        "树倒了",
        "井盖坏了那边",
        "随便吧",
        "怎么弄",
        "树",
        "那" * 41,
        "i am so tired today",
        "lunch is late",
        "somebody",
        "a tree fell over there",
        "nothing",
        "想找人帮忙搬一下书",
        "求人帮忙搬家",
        "需要一个充电器",
        "looking for gloves",
        "help me carry this",
    ],
)
def test_talk_and_what_is_the_matter_are_no_place(said: str) -> None:
    assert not may_name(said)


@pytest.mark.parametrize(
    "said",
    [
        "出了小区大门往左走",
        "下了天桥第一个路口",
        "沿着河边一直走",
        "往前走就看到了",
        "我摔过的那个坡",
        "拆了一半的楼",
        "最里头那家",
        "断头路尽头",
        "where i fell last week",
        "the hill where everyone slips",
        "the gate that is always locked",
        "that flooded culvert",
        "turn left after the lights",
    ],
)
def test_the_way_to_it_and_what_is_there_point_to_a_place(said: str) -> None:
    assert points(said)


@pytest.mark.parametrize(
    "said",
    [
        "马上就到了",
        "少了一个门",
        "前面那个路口红绿灯也坏了",
        "水往外冒",
        "the road that leads to school is blocked",
        "the house where the old man lives has a gas smell",
        "there is a hole where people walk",
    ],
)
def test_what_tells_of_a_matter_points_to_no_place(said: str) -> None:
    assert not points(said)


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("i think its called wenchang road", "wenchang road"),
        ("not sure, maybe 300 m from the gate", "300 m from the gate"),
        ("I'm at the mall", "at the mall"),
        ("不太清楚 离桥大概三百米", "离桥大概三百米"),
        ("好像叫聚福楼", "聚福楼"),
        ("位置在桥头", "桥头"),
        ("好像", "好像"),
        ("文昌路12号", "文昌路12号"),
    ],
)
def test_who_is_not_sure_of_a_place_names_it_all_the_same(
    said: str, place: str
) -> None:
    assert unhedged(said) == place

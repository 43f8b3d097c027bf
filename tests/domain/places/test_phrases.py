"""What may be the name of a place, and what is a sentence."""

from __future__ import annotations

import pytest

from domain.places.phrases import may_name


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

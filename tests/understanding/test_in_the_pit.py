"""Somebody in a pit, a flood, a lift or under a thing; and everyday words that sound so."""

from __future__ import annotations

import pytest

from domain.reading.read import read


@pytest.mark.parametrize(
    "text",
    [
        "my trainee dropped into a pit, only see his helmet",
        "omg someone jumped",
        "sister cut herself, bandage soaked",
        "threw paint thinner on me and has a lighter",
        "daughter not home from school yet, phone off",
        "lift keeps sliding down with me in it",
        "basement flooding, granny asleep in there",
        "boat tipped, one without a life vest",
        "kids clothes by the reservoir, no kid",
        "transformer blew, someone under it",
        "桥上那个小伙子鞋都脱了",
        "缆车停半空了 风大得很 晃",
        "烟好大 呛死我了 在三楼",
        "晾衣服掉下楼了 人摔在一楼",
        "小孩骑滑板车被车撞了",
    ],
)
def test_who_is_in_it_is_heard(text: str) -> None:
    assert read(text).danger is not None


@pytest.mark.parametrize(
    "text",
    [
        "微波炉冒火花了一下 后来好了",
        "顾客让我爬七楼 喘死我了",
        "被扣分扣到怀疑人生",
        "防溺水牌子掉了",
        "隔壁炒辣椒呛死我",
        "楼道一股烧饭糊味",
        "大爷拿着大刀练功 挺帅",
        "阳台晾的被子掉下来了",
        "faded lines, easy to crash here",
        "charging pile not responding",
        "fined 200, my heart bleeds",
        "if battery smokes do i unplug or run",
        "customer dropped the key in the drain",
        "manager dropped extra orders on me",
        "all the work fell on us",
        "bus ran over a bag of rubbish",
        "chain oil all over my legs",
        "dog has a nice owner",
        "someone jumped the queue",
        "单子全砸手里了",
    ],
)
def test_everyday_words_that_sound_so_are_none(text: str) -> None:
    assert read(text).danger is None


@pytest.mark.parametrize(
    "text",
    [
        "bus ran over a bag and a boy",
        "防溺水牌子旁边有人掉水里了",
        "easy to crash here and a rider just crashed, bleeding",
        "后来好了又晕倒了 快来",
    ],
)
def test_somebody_beside_them_is_one(text: str) -> None:
    assert read(text).danger is not None


@pytest.mark.parametrize("text", ["有人掉坑里了", "骑手掉坑里了", "好了 人掉坑里了"])
def test_who_fell_into_a_hole_is_in_danger(text: str) -> None:
    assert read(text).danger is not None


@pytest.mark.parametrize(
    "text",
    [
        "修好了，又着火了",
        "修好了，骑手掉坑里了",
        "搞定了，可是有人被困了",
        "弄好了，又有人摔断腿了",
    ],
)
def test_a_danger_told_after_what_was_done_is_one(text: str) -> None:
    assert read(text).danger is not None


@pytest.mark.parametrize("text", ["掉坑里了，那家店根本不出餐", "上周有人掉坑里了"])
def test_who_was_cheated_or_fell_long_ago_is_in_none(text: str) -> None:
    assert read(text).danger is None


@pytest.mark.parametrize("text", ["im dying", "I am dying!!", "help I'm dying"])
def test_who_says_no_more_than_that_is_dying(text: str) -> None:
    assert read(text).danger is not None


@pytest.mark.parametrize(
    "text", ["im dying lol", "im dying for a coffee", "im dying 😂"]
)
def test_who_says_of_what_or_laughs_is_not(text: str) -> None:
    assert read(text).danger is None


def test_a_dog_that_bites_whom_it_chases_is_a_danger_and_one_that_barks_is_none() -> (
    None
):
    assert read("大狗追着我咬").danger is not None
    assert read("狗追着我叫").danger is None

"""What is seldom told, and grave: the dead, those on the rails, what nobody sees every day."""

from __future__ import annotations

import pytest

from domain.reading.model import Intent
from domain.reading.read import read


@pytest.mark.parametrize(
    "text",
    [
        "人死了",
        "有个人好像死了",
        "送餐的时候发现顾客死了",
        "有个老人死在家里好几天了",
        "河边有女尸",
        "customer is dead inside, door open",
        "someone died at gate 3",
        "i think the man is dead",
        "路边死了个人",
        "楼下死了个大爷",
        "撞车死了两个",
        "对撞 死两人",
        "a man dead under the bridge",
        "found a corpse",
    ],
)
def test_who_tells_of_somebody_dead_is_shown_the_numbers(text: str) -> None:
    reading = read(text)
    assert reading.intent is Intent.EMERGENCY
    assert reading.danger is not None


@pytest.mark.parametrize(
    "text",
    [
        "不用救护车了 人已经没了",
        "不用打120 人已经死了",
        "no need for the ambulance, he's gone",
        "找到了 人在水里",
        "人找到了，在河里",
    ],
)
def test_that_no_help_is_needed_is_not_believed_beside_what_is_worse(text: str) -> None:
    assert read(text).danger is not None


@pytest.mark.parametrize(
    "text",
    [
        "我手机掉轨道 我下来捡 车来了",
        "手机掉铁轨上了，我下去捡一下",
        "我下到轨道上捡手机",
        "地铁轨道上有人",
        "kid went down on the rails",
    ],
)
def test_who_is_on_the_rails_is_in_danger_whatever_they_are_after(text: str) -> None:
    assert read(text).danger is not None


@pytest.mark.parametrize(
    "text",
    [
        "换电柜里噼里啪啦响 有火星",
        "打雷把人劈了",
        "超市门口放了个滴答响的包",
        "加油站漏油一地 有人还抽烟",
        "垃圾桶旁边有个弃婴",
        "整栋楼都在晃 好怕",
        "there's a baby left by the bins",
        "suspicious bag ticking near the mall",
        "old man lost, wandering on the road alone",
        "three people vomiting after that noodle place",
        "neighbor not seen for days bad smell",
        "someone moaning in the bushes",
        "gunshots near the market",
    ],
)
def test_what_nobody_sees_every_day_shows_the_numbers_too(text: str) -> None:
    assert read(text).danger is not None


@pytest.mark.parametrize(
    "text",
    [
        "婴儿车挡在楼道",
        "宝宝用品扔垃圾桶旁边",
        "baby stroller left at the gate",
        "桥在晃 大车过的时候",
        "电子钟滴答响",
        "订单炸弹来了",
        "strange package at my door not mine",
        "grandpa lost his phone on the street",
        "fireworks sound like gunshots",
    ],
)
def test_what_shares_its_words_is_none(text: str) -> None:
    assert read(text).danger is None


@pytest.mark.parametrize(
    "text",
    [
        "我累死了",
        "顾客死活不开门",
        "路边有只死猫",
        "我爸上个月没了 想问丧葬补贴",
        "去年有人死在这个坑里",
        "死了人才装护栏是吧",
        "难道要等有人死了才管",
        "不用叫救护车 人没事",
        "不用120了 人已经走了 自己走的",
        "猫找到了，在水里",
        "手机掉轨道上了 怎么捡",
        "铁轨边垃圾堆成山",
        "my scooter is dead",
        "he died laughing",
        "fire is out thanks",
    ],
)
def test_what_only_sounds_like_a_death_is_none(text: str) -> None:
    assert read(text).danger is None


@pytest.mark.parametrize(
    "text",
    [
        "游戏里死了个人",
        "鸡死了五只",
        "充电桩全死了 一个能用的都没",
        "要被超时罚死了 小区只开一个门",
        "found a body shop nearby",
        "my phone is dead here",
        "安全出口被锁上了",
        "楼上往下泼水",
        "四楼又扔东西下来了",
    ],
)
def test_what_died_otherwise_or_comes_from_above_and_hits_nobody_shows_none(
    text: str,
) -> None:
    assert read(text).danger is None


@pytest.mark.parametrize(
    "text", ["路边死了只猫", "草丛里躺着一只死猫臭了", "人行道上有只死鸽子"]
)
def test_a_dead_animal_is_a_report_of_animals(text: str) -> None:
    reading = read(text)
    assert (reading.intent, reading.category) == (Intent.REPORT, "animal")


@pytest.mark.parametrize(
    "text",
    [
        "brick wall down on parked riders",
        "metal sheets came down on two workers",
        "slippery, someone just fell",
        "threw him down the stairs",
        "somebody jumped from the overpass",
        "guys with knives at the arcade",
        "manhole has no cover, kids playing right next to it",
        "下水口盖子没了 放学娃娃围着跳",
        "他们放了条大狗追着咬我",
    ],
)
def test_who_falls_is_thrown_or_plays_at_a_hole_is_in_danger(text: str) -> None:
    assert read(text).danger is not None


@pytest.mark.parametrize(
    "text",
    [
        "i just fell asleep and missed the order",
        "knives and forks missing from the order",
        "井盖早盖好了 孩子们还在旁边玩",
        "燃气卡充值窗口几点下班",
    ],
)
def test_who_fell_asleep_and_a_hole_that_is_closed_again_are_not(text: str) -> None:
    assert read(text).danger is None

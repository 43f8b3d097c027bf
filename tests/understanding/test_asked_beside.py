"""What riders ask for beside a life in danger hides it not, and somebody who goes down is heard."""

from __future__ import annotations

import pytest

from domain.reading.read import read


@pytest.mark.parametrize(
    "text",
    [
        "取餐柜门夹手 出血",
        "电池没电了 一个醉汉趴雪里好久不动",
        "保安不让进 孩子把纽扣电池吞了",
        "借个充电宝 吃完蘑菇 全家都在吐",
        "接单的时候胸口疼 想休息",
        "lost my jacket, somebody in the canal shouting",
        "need a charger, lift dropped with us in it",
        "where is a toilet, she cant breeth",
    ],
)
def test_what_is_asked_beside_it_hides_no_danger(text: str) -> None:
    assert read(text).danger is not None


@pytest.mark.parametrize(
    "text",
    [
        "还剩百分之三，救命",
        "头都炸了 给我接人工行不行",
        "rent is strangling me, any cheap bed near station",
        "want my blood pressure checked, dad had a stroke",
        "车让拖走了 说停得不对 去哪领",
    ],
)
def test_a_figure_of_speech_beside_what_is_asked_is_none(text: str) -> None:
    assert read(text).danger is None


@pytest.mark.parametrize(
    "text",
    [
        "my mate's down",
        "can you fix my brakes, my mates down",
        "my mate fell over",
        "the guard just keeled over",
        "bike is fine but the other rider isnt moving",
        "bloke dropped like a stone outside tesco",
        "dog got my mate by the neck",
        "customer chased me with a bottle",
        "能不能来个人帮忙扶一下 同事车压腿上了",
        "顾客家狗咬我 手上两个洞",
        "骑车把手断了 插肚子上了",
        "充电宝炸手里",
        "battery leaked in my eyes",
        "my bike ran over his foot",
        "猫没事 但是爬树的孩子下不来快掉了",
        "touched the fence got thrown back, arm dead",
        "nan went out for milk at 7 and never came back",
        "crane dropped a beam on somebody",
        "kite caught him by the neck",
    ],
)
def test_who_goes_down_or_is_hurt_in_a_few_words_is_heard(text: str) -> None:
    assert read(text).danger is not None


@pytest.mark.parametrize(
    "text",
    [
        "opposite the collapsed house there is a big pothole",
        "bats in stairwell",
        "bike rack collapsed nobody using it",
        "my rating took a hit",
        "neighbor smokes in the stairwell",
        "hand dryer broken in restroom",
        "road is bleeding oil stains, slippery",
        "我的车被卡在两辆面包车中间",
        "站牌倒了",
        "前面路口卡了十几个车",
        "路中间躺着个轮胎",
        "减速带断了 钉子露在外面",
        "顾客穿着睡衣下来的",
        "救护车老停我们门口 出不去",
        "and the guard at the gate shouted at me",
        "delivery bikes piled up on the pavement, fell like dominoes",
        "what do i do if my battery catches fire",
    ],
)
def test_a_thing_that_goes_down_or_a_word_in_a_name_is_none(text: str) -> None:
    assert read(text).danger is None


@pytest.mark.parametrize(
    "text",
    [
        "站牌倒了 压着一个大爷",
        "路中间躺着个人",
        "有个窟窿 孩子掉下去了",
        "奶奶穿着睡衣下楼 不认得路",
        "减速带绊倒一个骑手 头破了",
        "灯烧了起来 烟好大",
        "网线掉下来缠住骑手脖子",
        "救护车老不来 人快不行了",
        "he shouted at me and pulled a knife",
        "people fell like dominoes on the escalator, one not moving",
        "collapsed wall with a man under it",
        "people smoking next to a leaking gas tank",
    ],
)
def test_somebody_beside_such_a_thing_is_one(text: str) -> None:
    assert read(text).danger is not None

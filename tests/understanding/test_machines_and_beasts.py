"""What machines, beasts, heights and roads do to people, and what only shares their words."""

from __future__ import annotations

import pytest

from domain.reading.read import read


@pytest.mark.parametrize(
    "text",
    [
        "头发卷机器里了",
        "worker arm in the mixer",
        "hand in the conveyor",
        "nail went through my foot",
        "kite string cut my neck",
        "安装工从四楼掉下来了",
        "空调外机安装工从四楼掉下来了",
        "工地塔吊的吊臂断了",
        "crane broke over the street",
        "somebody down in the well calling",
        "man sinking in the mud up to chest",
        "stray dogs circling a little girl",
        "三条野狗围着我不敢动",
        "truck no brake going down the hill",
        "一辆车没人开自己往下溜",
        "car driving wrong way on the overpass",
        "person walking on expressway",
        "高速上有人走路",
        "小孩在铁轨上摆石头玩",
        "货梯钢丝绳断了",
        "freight lift rope snap people in",
        "steam pipe burst and burn people on street",
        "corn machine took her fingers",
        "装修的电锯弹起来崩到肚子",
        "驾校教练车直接开湖里了",
        "rider half body inside the manhole",
        "metro door caught bag and dragging girl",
        "蜂箱翻了满街都是蜂",
    ],
)
def test_who_is_in_their_way_is_in_danger(text: str) -> None:
    assert read(text).danger is not None


@pytest.mark.parametrize(
    "text",
    [
        "my face swelling so big after the bee, hard to breath",
        "shrimp allergy my lips swell",
        "coworker has epileptic fit now",
        "baby fever 40 and no taxi",
        "suddenly one eye blind",
        "右眼突然看不见了",
        "barrel of acid spilled on road",
        "loud boom from restaurant windows all broken",
        "挖出来个炮弹一样的东西",
        "found an old bomb at the site",
        "地铁里有个没人要的箱子在响",
        "小孩在楼道里点纸玩",
        "电影院有烟大家乱跑",
        "charger melted and the plug is glowing",
        "power cable hanging low touching a fence",
        "门口有血脚印",
        "three guys block me and want money",
        "he said tonight he will stab the manager",
        "a man keeps turning my door handle",
        "child eat the rat poison",
        "drink cheap alcohol cannot see well",
        "洒了一车油漆稀料有人抽烟",
        "取款机前有人被用东西顶着腰",
        "楼上邻居好几天没见门缝有味",
        "saw a person lying under the bridge pillar",
        "kitchen blew windows flew out",
        "幼儿园门口有个叔叔要带走不认识的娃",
        "grandpa in pyjama walk in snow",
    ],
)
def test_illness_blasts_and_threats_show_the_numbers(text: str) -> None:
    assert read(text).danger is not None


@pytest.mark.parametrize(
    "text",
    [
        "tv says gas accident far away",
        "is heat stroke covered by insurance",
        "if i hit an old man who pays",
        "crash cafe light is off",
        "fire chicken order is late",
        "the fight outside is over, everyone left",
        "the old lady is home now family took her",
        "boss will strangle me when he see how late i am",
        "platform is robbing us",
        "顾客点了一份烧鹅",
        "帮老人取降压药",
        "送血糖仪到六楼",
        "世界杯打起来了谁赢",
        "汽车老占非机动车道，我们只能走快车道",
        "电影院门口不让停车",
        "电影院几楼",
        "gas pipe they changed already",
        "i had accident in january, now back to work",
        "customer note made my head explode",
        "订单多到手抽筋",
        "cut my finger need a bandage",
        "app crashes when i press delivered",
    ],
)
def test_what_is_no_danger_alarms_nobody(text: str) -> None:
    assert read(text).danger is None


@pytest.mark.parametrize(
    "text",
    [
        "my cat attacked my lunch",
        "sales are on fire this evening, nice",
        "他醒了",
        "队友坑得我心梗",
        "这歌好听到我没呼吸了",
        "SOS was pressed by my kid",
        "the ambulance guys tip well, nice people",
        "以后遇见有人溺水第一步干嘛",
    ],
)
def test_what_sounds_like_talk_by_far_wants_more_to_alarm(text: str) -> None:
    assert read(text).danger is None

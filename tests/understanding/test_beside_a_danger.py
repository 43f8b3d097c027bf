"""What stands beside a danger takes nothing from it, and what is mild is asked about."""

from __future__ import annotations

import pytest

from domain.reading.read import read


@pytest.mark.parametrize(
    "text",
    [
        "烧烤店起火了",
        "餐馆着火了",
        "烟囱着火了",
        "烧纸烧着了垃圾桶",
        "有人烧纸引燃了树",
        "太阳晒得车子着火了",
        "灯泡店爆炸了",
        "车胎店爆炸",
        "餐馆煤气罐爆炸",
        "手机爆炸炸伤手",
        "the grill caught fire",
        "the bbq is on fire",
    ],
)
def test_what_burns_where_it_always_smokes_does(text: str) -> None:
    assert read(text).danger


@pytest.mark.parametrize(
    "text", ["餐馆油烟很大", "烧烤摊的烟好大", "单子多得着火了", "辣得嗓子着火了"]
)
def test_what_smokes_there_does_not(text: str) -> None:
    assert read(text).danger is None


@pytest.mark.parametrize(
    "text",
    [
        "车胎店里煤气味重",
        "树旁边有人死了",
        "充电桩旁边有个人死了",
        "公园花坛有具尸体",
        "送餐的晕倒在单车旁",
        "小区领导突然晕倒了",
        "客服妹子晕倒在门口",
        "单子送到发现老人死在家里",
        "骑手掉河里包裹也掉了",
        "物业公司楼下着火了",
    ],
)
def test_who_is_there_and_where_it_is_takes_nothing_from_a_danger(text: str) -> None:
    assert read(text).danger


@pytest.mark.parametrize("text", ["看小说看到昏迷", "电影里有具尸体", "差点晕倒"])
def test_a_story_and_what_only_might_have_been_are_none(text: str) -> None:
    assert read(text).danger is None


MILD = [
    "有人躺长椅上睡觉",
    "有个大爷躺在长椅上睡觉",
    "有人在河边烧纸",
    "水淹到小腿了",
    "我不知道我在哪",
    "a man is asleep on the bench by the river",
]


@pytest.mark.parametrize("text", MILD)
def test_whether_what_is_mild_is_a_danger_is_asked(text: str) -> None:
    reading = read(text)
    assert reading.danger is None
    assert reading.perhaps


@pytest.mark.parametrize(
    "text",
    [
        "有人躺长椅上睡觉脸色发紫",
        "有人躺长椅上叫不醒",
        "烧纸把草点着了",
        "水淹到小腿了 还在涨 孩子在里面",
        "水淹到胸口了",
        "我不知道我在哪 好黑 害怕",
        "我不知道在哪 有人跟着我",
        "奶奶不知道自己在哪了",
    ],
)
def test_what_is_told_beside_the_mild_alarms(text: str) -> None:
    assert read(text).danger


@pytest.mark.parametrize(
    "text",
    [
        "外墙瓷砖砸到路人头",
        "外墙瓷砖砸到路人",
        "树枝砸到骑手头",
    ],
)
def test_what_fell_on_somebody_did_whatever_letters_hear(text: str) -> None:
    assert read(text).danger


@pytest.mark.parametrize(
    "text",
    [
        "外墙瓷砖会砸到人",
        "外墙瓷砖差点砸到路人",
        "花盆砸到人 人没事",
        "花盆没砸到人",
        "树枝容易砸到骑手",
        "花盆砸到我车了",
    ],
)
def test_what_might_fall_on_somebody_or_hurt_nobody_does_not(text: str) -> None:
    assert read(text).danger is None


@pytest.mark.parametrize(
    "text",
    [
        "充电柜里有糊味 G01",
        "换电柜里一股焦糊味",
        "电表箱有焦糊味",
        "the charging cabinet smells burnt",
        "power bank smoking in my bag",
        "配电箱门开着 线都露着 小孩在旁边玩 G01",
        "路灯杆电线露着 小孩在玩",
    ],
)
def test_what_smells_burnt_there_and_a_child_at_bare_wires_alarm(text: str) -> None:
    assert read(text).danger


@pytest.mark.parametrize(
    "text",
    [
        "电池没有糊味",
        "充电柜之前有糊味 修好了",
        "配电箱门开着 线露着",
        "电线露着 怕小孩摸到",
    ],
)
def test_no_smell_and_no_child_there_do_not(text: str) -> None:
    assert read(text).danger is None


@pytest.mark.parametrize(
    "text",
    [
        "投诉物业 楼道着火了",
        "投诉物业，楼道里着火了没人管",
        "电梯困人 投诉了也没用",
        "电梯困人没人管",
        "工地塔吊摇得厉害",
        "刚才地震了 墙裂了",
        "the restaurant kitchen burns",
        "餐馆着火了 灭火器是假的",
        "瓷砖掉下来砸到人了怎么办",
    ],
)
def test_a_complaint_beside_what_is_there_now_takes_nothing_from_it(text: str) -> None:
    assert read(text).danger


@pytest.mark.parametrize(
    "text",
    [
        "投诉电梯经常困人",
        "餐馆着火是假的",
        "说餐馆着火那是假消息",
        "瓷砖掉下来砸到人怎么办",
        "they took everything away, street is clean",
        "昨天地震 墙裂了",
    ],
)
def test_a_complaint_a_rumour_and_what_might_fall_are_none(text: str) -> None:
    assert not read(text).danger


@pytest.mark.parametrize(
    "text",
    [
        "有小孩玩电线",
        "马路中间有小孩玩",
        "有小孩爬电线杆",
        "kids playing on the tracks",
    ],
)
def test_children_where_it_kills_are_in_danger(text: str) -> None:
    assert read(text).danger


@pytest.mark.parametrize(
    "text", ["旁边有小孩玩", "那边好多人走", "同事也看到了", "kids play there"]
)
def test_who_passes_there_is_in_none(text: str) -> None:
    assert not read(text).danger


@pytest.mark.parametrize(
    "text",
    [
        "my cousin hasnt been seen since friday",
        "热得抽筋 意识不清",
        "从地铁口跟我到现在，我绕了三圈",
        "他跟了我好几条街",
        "he says he'll shoot",
    ],
)
def test_who_is_followed_or_threatened_is_in_danger(text: str) -> None:
    assert read(text).danger


@pytest.mark.parametrize(
    "text",
    [
        "bus just ploughed through the market stalls",
        "power line down across the tram",
        "he left his bank pin and went for a walk",
        "ex is here with petrol",
        "firework blew his hand up",
    ],
)
def test_dangers_told_in_few_english_words_are_heard(text: str) -> None:
    assert read(text).danger
    assert not read("traffic is suicide today").danger
    assert not read("he left his pin at the counter").danger


@pytest.mark.parametrize(
    "text",
    [
        "打我了 就刚才那个保安",
        "骗我来的那伙人不放我走 手机快没电",
        "保安放狗咬我 现在还不拴",
        "药我都数好了 就这样吧",
        "招牌在晃 下面还排着队",
        "电梯门开着 里面是空的 小孩在那玩",
        "同事说去河边静静 到现在电话没人接",
    ],
)
def test_dangers_told_with_half_a_sentence_are_heard(text: str) -> None:
    assert read(text).danger


@pytest.mark.parametrize(
    "text",
    [
        "他们几个扣着我的工资",
        "去河边走走拍照",
        "招牌松了下面没人",
    ],
)
def test_half_a_sentence_that_is_harmless_is_none(text: str) -> None:
    assert not read(text).danger


@pytest.mark.parametrize(
    "text",
    [
        "水都到座垫了，我推不动了，两边都是水，我不会游",
        "那面墙在动，真的在动，底下一排人吃面呢",
        "不想跑了，也不想回去了，这桥挺高的",
        "我就想睡一觉，再也不用醒的那种",
        "胸口像压块石头，左边牙都疼",
        "有个男的拖一个女的进巷子",
        "俺爹上山捡柴，天擦黑了没下来",
        "台子那边全往前涌，栏杆倒了",
    ],
)
def test_dangers_told_as_frightened_people_do_are_heard(text: str) -> None:
    assert read(text).danger


@pytest.mark.parametrize(
    "text",
    [
        "这桥真高，风景好",
        "我不想爬这楼好高",
        "帮我把饭给我媳妇，拜托了",
        "昨天拉个女的上车送医院",
        "拉货的把箱子拉进车",
    ],
)
def test_words_like_theirs_are_none_elsewhere(text: str) -> None:
    assert not read(text).danger

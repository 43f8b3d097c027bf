"""What sounds like a danger and is a cry of impatience, a question, a shop."""

from __future__ import annotations

import pytest

from domain.privacy import Privacy
from domain.reading.read import read


@pytest.mark.parametrize(
    "text",
    [
        "how do i call an ambulance here if something happens?",
        "if somebody falls in the river do you guys even answer at night",
        "要是有人打架 你们管不管",
    ],
)
def test_who_asks_what_would_have_to_be_done_tells_of_no_danger(text: str) -> None:
    assert read(text).danger is None


def test_who_asks_what_has_to_be_done_does() -> None:
    assert read("how do i call an ambulance, he is not breathing").danger


@pytest.mark.parametrize(
    "text", ["救命 单子超时了怎么申诉", "救命 平台又扣钱了怎么申诉"]
)
def test_a_cry_beside_a_matter_of_every_day_is_a_figure_of_speech(text: str) -> None:
    assert read(text).danger is None


@pytest.mark.parametrize(
    "text",
    [
        "救命",
        "救命 救命",
        "救命 我在文昌路12号",
        "救命 我老婆",
        "救命 单子没送 有人晕倒了",
    ],
)
def test_a_cry_beside_where_it_is_or_what_it_is_counts(text: str) -> None:
    assert read(text).danger is not None


@pytest.mark.parametrize(
    "text",
    [
        "the sign of the knife shop hangs over the door",
        "刀具店的招牌歪了",
        "射击馆送餐从哪个门进",
    ],
)
def test_what_a_shop_is_called_after_is_no_danger(text: str) -> None:
    assert read(text).danger is None


def test_who_has_a_knife_at_the_knife_shop_is_one() -> None:
    assert read("a man with a knife at the knife shop is hitting people").danger


def test_what_spurts_from_an_artery_is_one_without_its_blood() -> None:
    assert read("玻璃门碎了 扎到动脉了吧 一直喷").danger


@pytest.mark.parametrize(
    "text",
    [
        "he fell in love",
        "man not move his van from fire lane",
        "不好意思刚才冲动了",
        "my rating dropped again",
        "tree is fall on the road",
        "the sign may fall on people",
        "树倒了 没砸到人",
        "a kid",
        "我电动车不见了",
        "我的车找不到了",
        "my landlord kick me out",
        "打了一天游戏被队友气吐血",
        "burning sun no shade at stop",
        "密室里有人喊救命 是玩游戏",
    ],
)
def test_words_that_mean_something_else_are_no_danger(text: str) -> None:
    assert read(text).danger is None


@pytest.mark.parametrize(
    "text",
    [
        "wall fall on man",
        "man on train track laying",
        "tree fall on man",
        "branch fell onto a woman",
        "树枝掉下来砸到人了",
        "我的车不见了 孩子还在车上",
        "孩子和车不见了",
    ],
)
def test_a_few_words_of_a_danger_are_one(text: str) -> None:
    assert read(text).danger is not None


@pytest.mark.parametrize(
    "text",
    [
        "快递车堵在电梯门口",
        "货车堵门口",
        "电动车堵在门口",
        "垃圾堵门口",
        "小车堵门口了",
        "他们把车堵门口",
    ],
)
def test_what_stands_before_a_door_is_nobody_who_waits_there(text: str) -> None:
    assert read(text).danger is None


@pytest.mark.parametrize(
    "text",
    ["有人堵门口", "他堵我门口", "被堵门口了", "醉汉堵在单元门口", "他堵着我在楼道"],
)
def test_who_bars_somebodys_way_is(text: str) -> None:
    assert read(text).danger is not None


@pytest.mark.parametrize(
    "text",
    [
        "he let me in now",
        "dont need now i see people fix it",
        "救命 我的单子到底谁在跟",
    ],
)
def test_what_is_over_or_only_hurries_is_no_danger(text: str) -> None:
    assert read(text).danger is None


@pytest.mark.parametrize(
    "text",
    [
        "please don't disturb me from 11pm to 6am",
        "please don't message me from 11pm",
        "please call me from 11 to 12",
        "有电动车堵门口",
    ],
)
def test_who_wants_to_be_left_alone_or_called_later_and_a_blocked_door_are_none(
    text: str,
) -> None:
    assert read(text).danger is None


@pytest.mark.parametrize(
    "text",
    [
        "somebody call me an ambulance",
        "please text me help is coming? i am bleeding",
        "货车堵门口 有人被压了",
        "有人堵门口不让我走",
    ],
)
def test_beside_them_a_danger_counts(text: str) -> None:
    assert read(text).danger


@pytest.mark.parametrize(
    "text",
    [
        "跳河公园的牌子掉了",
        "送到棺材巷 再去炸弹酒吧",
        "Explosion Chicken moved, map still old",
    ],
)
def test_what_is_called_after_a_danger_is_none(text: str) -> None:
    assert read(text).danger is None


@pytest.mark.parametrize(
    "text", ["有人要跳河 公园东门", "着火酒吧里全是烟", "fire in the chicken shop"]
)
def test_what_befalls_somebody_there_is_one(text: str) -> None:
    assert read(text).danger is not None


@pytest.mark.parametrize(
    "text", ["电池卡里头了", "my wallet fell off the bike", "猫困在树上下不来"]
)
def test_what_befalls_a_thing_or_an_animal_is_no_danger(text: str) -> None:
    assert read(text).danger is None


@pytest.mark.parametrize(
    "text", ["箱子倒了砸到人", "box fell on worker", "猫困在树上 小孩爬上去摔下来了"]
)
def test_what_befalls_somebody_beside_it_is_one(text: str) -> None:
    assert read(text).danger is not None


@pytest.mark.parametrize(
    "text",
    [
        "刚才说有人打架，走近看是俩大爷下棋",
        "远看冒烟以为着火 原来是烤红薯的",
        "thought there was fire, turned out it was steam",
    ],
)
def test_what_only_seemed_so_is_no_danger(text: str) -> None:
    assert read(text).danger is None


def test_what_turned_out_to_be_a_danger_is_one() -> None:
    assert read("以为他睡着了 走近一看没气了").danger is not None


def test_what_a_pole_once_did_is_no_danger_while_it_leans_again() -> None:
    assert read("那电线杆子去年砸过人，今年又歪了").danger is None


def test_who_once_hit_somebody_and_is_there_again_is_one() -> None:
    assert read("上个月打过我的那个醉汉，今天又堵我门口").danger is not None


def test_what_has_lasted_since_yesterday_is_not_over() -> None:
    assert read("no insulin since yesterday, seeing double").danger is not None


@pytest.mark.parametrize(
    ("text", "confidential"),
    [
        ("guard broke my tooth bleeding", True),
        ("摔骨裂了站点说我没买保险", True),
        ("burned by hot soup, shop says not their fault", False),
    ],
)
def test_who_is_hurt_and_in_a_quarrel_gets_the_numbers(
    text: str, *, confidential: bool
) -> None:
    reading = read(text)
    assert reading.danger is not None
    assert (reading.privacy is Privacy.CONFIDENTIAL) is confidential


def test_a_figure_of_speech_about_the_boss_is_a_quarrel() -> None:
    assert read("我被站长气吐血了").danger is None


@pytest.mark.parametrize("text", ["手要断了 卷进皮带了", "谢谢 120刚走 又倒一个"])
def test_what_sounds_over_or_like_a_figure_of_speech_and_is_not_counts(
    text: str,
) -> None:
    assert read(text).danger is not None


@pytest.mark.parametrize(
    "text",
    [
        "救命 楼上又在练电吉他",
        "电梯关门忒快 夹了我保温箱",
        "见到她我像触电一样",
        "那个走丢的老爷子找着了 在他闺女家呢",
    ],
)
def test_impatience_a_thing_a_likeness_and_who_is_found_are_none(text: str) -> None:
    assert read(text).danger is None


@pytest.mark.parametrize(
    "text",
    [
        "gonna shoot some photos of it now",
        "going to shoot you a photo later",
        "i'm going to shoot the lamp with my phone tomorrow",
        "他们不放我走后门取餐",
        "油价涨得快，还有两个月就过年了",
        "水费涨得快还有人没交",
        "今天不想跑了，那个桥真高，骑上去太累",
        "帮我给我妈送的菜放门口，照顾好那盆花",
        "药倒手里一看过期了，药店不给退",
        "客人的药倒出来了，袋子破了",
        "昨晚睡一觉睡到中午，今天不用醒那么早",
        "去河边走走，顾客电话没人接",
        "去江边坐坐等单，顾客打不通",
        "徒弟从站点跟我进小区，保安不让进",
        "the car ran into the queue for charging, just a scratch",
        "kids playing with wires on the old bike rack",
        "i'm going to shoot a video of the pothole",
        "the shop is burning money on discounts",
    ],
)
def test_a_picture_that_is_shot_and_a_price_that_rises_are_none(text: str) -> None:
    assert read(text).danger is None


@pytest.mark.parametrize(
    "text",
    [
        "孩子头卡栏杆里取不出来",
        "手卡门缝里取不出来了",
        "水涨得快，对岸还有两个钓鱼的",
        "河水涨得飞快，河滩上还有孩子",
        "沟里水猛涨，还有人在里面",
        "he says he'll shoot",
        "the guy says he's going to shoot me",
        "customer is gonna stab someone",
        "他跟到我楼下了",
        "那个男的从超市跟到我家楼下",
        "骗我来的那伙人不放我走",
        "台子那边全往前涌，栏杆倒了",
        "人挤人，有人喘不上气",
        "广告架倒了压到人了",
        "玻璃顶碎了底下有人",
        "she left a goodbye note and her phone is off",
        "he left a goodbye note and his shoes by the river",
        "不想活了，那个桥真高",
        "不想回家，天台真高",
        "替我照顾好我爸妈，我走了",
        "睡一觉就再也不用醒了",
        "他说去河边静静，电话没人接",
        "他一个人去江边待会，打不通电话",
        "a taxi drove into the crowd at the market",
        "car ran over people in the queue",
        "the house is burning",
        "shop is burning, people inside",
        "kids standing on the thin ice",
        "kid climbing the pylon with wires",
        "there are kids on the frozen pond, ice cracking",
        "有人在高速上走",
    ],
)
def test_a_threat_and_water_that_rises_are_one(text: str) -> None:
    assert read(text).danger is not None

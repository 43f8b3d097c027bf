"""What is a danger now, and what only sounds like one."""

from __future__ import annotations

import pytest

from domain.kinds import Urgency
from domain.reading.danger import endangered
from domain.reading.engine import engine
from domain.reading.linear import DANGER, opinion
from domain.reading.model import Intent
from domain.reading.places import without_where
from domain.reading.read import read
from domain.reading.scan import Span
from domain.reading.vocabulary import default_vocabulary

KNOWN = engine(default_vocabulary())
NUMBERS = {"119", "110", "120"}


def unheard(_: Span) -> dict[str, float]:
    """Letters that hear nothing in any sentence by itself."""
    return {}


@pytest.mark.parametrize(
    "text",
    [
        "孩子掉河里了",
        "不小心掉进粪池了",
        "我摔了，腿好像断了",
        "呼吸困难",
        "电梯困人",
        "有人要跳河",
        "晕过去了",
        "电到人了",
        "居民楼着火了",
        "着火了！麻烦快派人，谢谢",
        "我好害怕有人跟着我",
        "my leg is broken",
        "someone fell from scaffolding",
        "someone is breaking my door",
        "i took too much medicine",
        "今晚过后就没有我了",
        "老人掉粪坑了",
        "路口有烟",
        "高压线掉下来了 别过去啊",
        "电线掉马路上了",
        "电线垂下来了",
        "security guard hit me",
        "我在河边好累不想走了",
        "🆘",
        "help me",
        "please help me!",
        "不是演戏 他真的不动了 流血不止",
        "火是灭了，不过烟还很大",
        "着火了，另外路灯坏了",
        "有人晕倒了，另外路灯坏了",
        "有个男的一直跟着我送单 害怕",
        "man faint",
        "somebody faint grid 1",
        "charger box have smoke",
        "有人晕倒了 路灯坏了",
        "路灯坏了 有人晕倒了",
        "上次着火那家 又着了",
        "前天在这儿摔过 今天又摔了 脚断了",
        "上个月有人在这触电 现在又有一个",
        "the house that burned last week is on fire again",
        "能不能帮我叫个救护车",
        "119占线",
        "麻烦帮忙打下120",
        "can you get an ambulance",
        "nobody answers at 110",
        "they're fighting with bottles outside",
        "有人晕倒了，路灯也坏了",
        "someone collapsed. the light is broken",
        "the fire is out but a rider is burned badly",
        "楼道有股怪味 像是煤气",
        "路面塌了个大坑，一辆车陷进去了",
        "等车的人吐血了",
        "他一直在吐血 快来",
    ],
)
def test_a_danger_shows_all_three_numbers_and_is_urgent(
    text: str,
) -> None:
    reading = read(text)
    assert reading.danger is not None
    assert set(reading.danger.calls) == NUMBERS
    assert reading.intent is Intent.EMERGENCY
    assert reading.urgency is Urgency.URGENT


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("三楼窗户往外冒火", "119"),
        ("送餐箱里头往外冒火", "119"),
        ("煤气味好重", "119"),
        ("有人持刀", "110"),
        ("the guard hit me in the face", "110"),
        ("保安把我打了", "110"),
        ("a car hit me", "120"),
        ("孩子走丢了", "110"),
        ("他胸口疼 冒冷汗", "120"),
    ],
)
def test_the_likeliest_number_comes_first(text: str, first: str) -> None:
    reading = read(text)
    assert reading.danger is not None
    assert reading.danger.calls[0] == first


@pytest.mark.parametrize(
    "text",
    [
        "he is scared boss will know",
        "dont tell them i said it they know me",
        "they are still there tonight",
        "cars park on fire lane again at 桂花里 gate every night",
        "lost passport, i think on the bus",
        "gas cut off, can't cook",
        "i am at 书院里 gate now they not give back",
        "he is in 文昌路 dorm",
        "我朋友老板压着护照 三个月没发工资",
    ],
)
def test_where_no_word_is_a_sign_of_danger_few_letters_alarm_nobody(text: str) -> None:
    assert read(text).danger is None


@pytest.mark.parametrize(
    "text", ["car on fire in the fire lane", "bike on fire at the fire exit"]
)
def test_what_burns_on_a_fire_lane_is_a_fire(text: str) -> None:
    assert read(text).danger is not None


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("有人掉湖里了", "a man fell into the lake"),
        ("我同事掉到水里了不会游泳", "my colleague fell into the water and can't swim"),
        ("小孩掉井里了", "a child fell in the well"),
        ("有人要跳河", "someone wants to jump in the river"),
        ("公交车撞人起火", "bus crashed and is burning"),
        ("有人从桥上跳下去了", "someone jumped off the bridge"),
    ],
)
def test_the_order_of_the_numbers_is_the_same_in_both_languages(
    chinese: str, english: str
) -> None:
    first, second = read(chinese).danger, read(english).danger
    assert first is not None and second is not None
    assert first.calls == second.calls


@pytest.mark.parametrize(
    "text",
    [
        "没有着火",
        "老婆生了个女儿",
        "网线垂下来了",
        "河边凉快 歇会儿",
        "没人受伤",
        "电梯没困人",
        "狗没咬我",
        "nobody is hurt",
        "there is no fire here",
        "楼下打铁的 火星子倒没有 就是吵",
    ],
)
def test_what_is_denied_is_no_danger(text: str) -> None:
    assert read(text).danger is None


@pytest.mark.parametrize(
    "text",
    [
        "昨天的火灾谢谢你们",
        "去年这里淹死过人",
        "上次着火那家 又开业了",
        "上次摔伤的那块砖 又松了",
        "上次漏电那根杆子 灯又不亮了",
        "还在滴水",
        "现在又黑了",
        "救护车来过了",
        "yesterday a guy fell here",
    ],
)
def test_what_is_over_is_no_danger(text: str) -> None:
    assert read(text).danger is None


@pytest.mark.parametrize(
    "text",
    [
        "忙死了",
        "热得像着火",
        "累趴了",
        "单子爆了",
        "电动车没电了",
        "打不着火",
        "跑断腿",
        "this hill is killing me",
        "smoke from the bbq shop every night",
        "the pavement in front of the fire station is broken",
        "I need somebody to help me carry boxes",
        "can someone help me push my bike",
        "救生圈没了 河边架子空的",
        "我要走了 照顾好自己 拜拜",
        "fire alarm test tomorrow?",
        "车停路边被城管拖走了 去哪领",
        "路口有烟头",
        "网线掉马路上了",
        "店里等餐等到要吐血",
        "气得我要吐血",
    ],
)
def test_a_figure_of_speech_is_no_danger(text: str) -> None:
    assert read(text).danger is None


@pytest.mark.parametrize("text", ["差点被车撞", "如果着火了怎么办", "怕着火"])
def test_what_might_be_is_no_danger(text: str) -> None:
    assert read(text).danger is None


@pytest.mark.parametrize("text", ["我发烧了", "张强发烧了", "孩子发烧了，烧到39度"])
def test_a_fever_is_no_fire(text: str) -> None:
    danger = read(text).danger
    assert danger is None or danger.topic != "fire"


@pytest.mark.parametrize(
    "text",
    ["有人受伤吗", "有人摔倒过吗", "还在着火吗", "anyone hurt?", "is anybody trapped?"],
)
def test_who_asks_whether_anybody_is_tells_of_no_danger(text: str) -> None:
    assert read(text).danger is None


@pytest.mark.parametrize(
    "text", ["有人溺水能来人吗", "有人吗 我被困在电梯里了", "有人晕倒了怎么报"]
)
def test_who_asks_for_help_does(text: str) -> None:
    assert read(text).danger is not None


def test_a_thing_that_falls_into_the_river_is_no_danger() -> None:
    assert read("手机掉河里了").danger is None
    assert read("同事掉河里了").danger is not None


@pytest.mark.parametrize(
    "text",
    [
        "他嘴唇发紫叫不醒",
        "水到胸口了车门推不开",
        "楼上掉下来个人不动了",
        "我在货梯里 门不开 灯也灭了 按铃没人理",
        "my hand is shaking and chest tight",
        "water is rising and we can't open the door",
    ],
)
def test_a_danger_without_its_usual_words_is_seen(text: str) -> None:
    assert read(text).danger is not None


THERE = ("学校旁边", "3号网格", "文昌路12号", "小区里面", "停车场", "万达广场")
IN_ENGLISH = (
    "near school",
    "grid 3",
    "next to the parcel station",
    "at our station door",
)


@pytest.mark.parametrize(
    "danger",
    ("电线冒火花", "煤气罐爆炸了", "变压器冒烟", "有人触电了", "骑手摔倒流血了"),
)
@pytest.mark.parametrize("there", THERE)
def test_where_it_is_denies_no_danger(danger: str, there: str) -> None:
    assert read(f"{danger} {there}").danger
    assert read(f"{there} {danger}").danger


@pytest.mark.parametrize(
    "danger",
    ("wires making spark", "man not wake up", "ebike on fire", "gas bottle exploded"),
)
@pytest.mark.parametrize("there", IN_ENGLISH)
def test_where_it_is_denies_no_danger_in_english(danger: str, there: str) -> None:
    assert read(f"{danger} {there}").danger


@pytest.mark.parametrize(
    "text",
    (
        "电线冒火花 车也坏了",
        "谢谢 电线冒火花",
        "我不知道打什么电话 变压器冒烟",
        "膝盖流血了 车也坏了",
        "单子要超时了 厨房着火了",
        "wires making spark thanks",
        "transformer smoking my bike broken too",
        "my knee is bleeding order will be late",
    ),
)
def test_what_stands_beside_denies_nothing_that_is_no_figure_of_speech(
    text: str,
) -> None:
    assert read(text).danger


@pytest.mark.parametrize(
    "text",
    (
        "昨天膝盖流血了",
        "充电桩昨天冒烟 已经修好了",
        "插座没有冒烟",
        "power line down, no spark",
    ),
)
def test_denied_or_over_it_is_none_all_the_same(text: str) -> None:
    assert not read(text).danger


def test_a_word_without_end_is_no_place_and_is_given_up_at_once() -> None:
    text = f"fire at {'a' * 500}中"
    core = (0, len(text))
    assert without_where(text, core, (0, 4), default_vocabulary()) == core


@pytest.mark.parametrize("text", ("我要气炸了", "气球炸了", "肺都气炸了"))
def test_who_is_angry_tells_of_no_blast(text: str) -> None:
    assert not read(text).danger


def test_letters_alarm_where_no_pattern_does() -> None:
    text = "我嘴唇发麻 舌头大了"
    scan = KNOWN.lexicon.scan(text)
    clues = KNOWN.clues & scan.present
    letters = opinion(text, KNOWN.vocabulary.weights, clues)
    assert not endangered(scan, KNOWN, {}, {}, unheard)
    assert letters[DANGER] > 0
    assert read(text).danger is not None


@pytest.mark.parametrize(
    "text",
    [
        "跳过",
        "他说在左边",
        "he wears red",
        "rubbish everywhere",
        "旁边还有个小坑",
        "一三五零零",
    ],
)
def test_a_few_words_without_any_sign_do_not(text: str) -> None:
    assert read(text).danger is None


@pytest.mark.parametrize(
    "text",
    [
        "大桥下面那个路口",
        "水库北头东侧",
        "楼顶上面",
        "天台下面",
        "铁道口旁边的小卖部",
        "湖边 near gate 2",
        "under the overpass, north end",
    ],
)
def test_a_place_where_danger_is_often_met_is_a_place(text: str) -> None:
    assert read(text).danger is None


@pytest.mark.parametrize("text", ["我在大桥上面不想下来了", "有人在桥上要跳"])
def test_who_is_in_danger_there_is_heard(text: str) -> None:
    assert read(text).danger is not None


def test_letters_that_speak_against_it_silence_a_single_word() -> None:
    scan = KNOWN.lexicon.scan("他们打架")
    assert endangered(scan, KNOWN, {DANGER: 0.0}, {}, unheard)
    assert not endangered(scan, KNOWN, {DANGER: -3.5}, {}, unheard)


def test_of_several_dangers_the_likeliest_category_names_one() -> None:
    reading = read("他被捅了 流血")
    assert reading.danger is not None
    assert reading.danger.topic == "violence"
    assert reading.category == "security"


@pytest.mark.parametrize("text", ["no ambulance came", "cant reach 120"])
def test_who_gets_no_help_is_shown_the_numbers(text: str) -> None:
    assert read(text).danger is not None


@pytest.mark.parametrize("text", ["no ambulance pls", "no ambulance only plaster"])
def test_who_wants_no_ambulance_is_not(text: str) -> None:
    assert read(text).danger is None

"""What a sentence means: category, urgency, privacy, intent, places."""

from __future__ import annotations

import pytest

from domain.kinds import Kind, Urgency
from domain.privacy import Privacy
from domain.reading.model import Context, Intent
from domain.reading.read import read


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("井盖没了", "road"),
        ("充电桩扫码没反应", "charging"),
        ("手机没电了 哪有充电宝", "phone"),
        ("电动车没电推不动了", "vehicle"),
        ("站长扣了我三天工资", "dispute"),
        ("保安不让进小区", "access"),
        ("附近哪有厕所", "rest"),
        ("drilling at 1am, can't sleep", "noise"),
        ("wires making spark near school", "fire"),
        ("somebody steal battery of my scooter", "lost"),
        ("i need drink water very hot today", "rest"),
        ("where i can charge my bike", "vehicle"),
        ("哪里能给车充电", "vehicle"),
        ("路灯坏了，人民路和解放路口", "light"),
        ("人民路口路灯不亮", "light"),
        ("下水道堵了 学府路口", "rubbish"),
        ("解放路口红绿灯坏了", "traffic"),
        ("i reported yesterday the hole, nothing happen", "road"),
        ("my bike's gone", "lost"),
        ("bloody lift's been dead three days", "building"),
        ("the road's all uneven", "road"),
        ("someone nicked a parcel at the pickup point", "lost"),
        ("three months and I've not seen a penny", "dispute"),
        ("the dispatch app is mad, always sends me upstairs", "dispute"),
        ("boss wants me to sign away my insurance", "dispute"),
    ],
)
def test_everyday_sentences_have_their_category(text: str, category: str) -> None:
    assert read(text).category == category


@pytest.mark.parametrize(
    ("text", "not_this"),
    [("投诉", "dispute"), ("小区", "access")],
)
def test_a_word_that_says_nothing_decides_nothing(text: str, not_this: str) -> None:
    reading = read(text)
    assert reading.sure < 0.5
    assert reading.report < 0.5 or reading.category != not_this


def test_the_three_likeliest_differ_and_begin_with_the_category() -> None:
    reading = read("路灯坏了")
    assert reading.likely[0] == reading.category
    assert len(set(reading.likely)) == 3


@pytest.mark.parametrize("name", ["和平里菜场", "科技园食堂"])
def test_the_bare_name_of_a_place_is_no_secret(name: str) -> None:
    reading = read(name)
    assert reading.intent is Intent.PLACE_ONLY
    assert reading.privacy is Privacy.OPEN


def test_an_open_hole_is_urgent_and_no_water_a_utility() -> None:
    assert read("井盖没了").urgency is Urgency.URGENT
    assert read("wires making spark near school").urgency is Urgency.URGENT
    assert read("停水两天了").urgency is Urgency.UTILITY
    assert read("想要双手套").urgency is Urgency.GENERAL


@pytest.mark.parametrize(
    "text",
    [
        "幸福路口网格有人知道是我报的 找我麻烦",
        "保安知道是我举报的 老找我茬",
        "guard know i report him, he make trouble for me",
    ],
)
def test_whom_somebody_makes_pay_for_a_report_is_told_of_in_confidence(
    text: str,
) -> None:
    reading = read(text)
    assert reading.intent is Intent.REPORT
    assert reading.category == "security"
    assert reading.privacy is Privacy.CONFIDENTIAL


def test_pay_is_confidential_and_so_is_what_should_not_be_told() -> None:
    assert read("老板拖欠工资三个月不给").privacy is Privacy.CONFIDENTIAL
    assert read("有人倒垃圾 别说是我讲的").privacy is Privacy.CONFIDENTIAL
    assert read("路灯坏了").privacy is Privacy.OPEN
    assert read("they confiscated my bonus").privacy is Privacy.CONFIDENTIAL
    assert read("</i></b>").privacy is Privacy.OPEN


@pytest.mark.parametrize(
    ("text", "privacy"),
    [
        ("匿名 楼上天天装修 G01", Privacy.ANONYMOUS),
        ("匿名举报有人在楼顶搭棚子", Privacy.ANONYMOUS),
        ("别写我名字 路灯坏了", Privacy.ANONYMOUS),
        ("anonymous: big hole in the road", Privacy.ANONYMOUS),
        ("big hole in the road, i'd rather not be named", Privacy.ANONYMOUS),
        ("匿名举报队长收回扣", Privacy.CONFIDENTIAL),
        ("匿名举报楼下有人聚众赌博", Privacy.CONFIDENTIAL),
        ("路灯坏了 别说是我说的", Privacy.CONFIDENTIAL),
        ("anonymous: our station keeps our wages", Privacy.CONFIDENTIAL),
        ("不匿名 路灯坏了", Privacy.OPEN),
        ("路灯坏了 有人打匿名电话", Privacy.OPEN),
    ],
)
def test_whose_name_is_to_stand_nowhere_is_anonymous_and_informers_are_confidential(
    text: str, privacy: Privacy
) -> None:
    reading = read(text)
    assert reading.privacy is privacy
    assert reading.asked.unnamed is (privacy is not Privacy.OPEN)


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("我上次报的那个井盖咋样了", Intent.STATUS),
        ("谢谢你们", Intent.THANKS),
        ("怎么用", Intent.HOW_TO),
        ("你们是干嘛的", Intent.HOW_TO),
        ("you guys do what", Intent.HOW_TO),
        ("who is take care of this", Intent.STATUS),
        ("when?", Intent.STATUS),
        ("转人工", Intent.HUMAN),
        ("报了半个月没人管", Intent.COMPLAINT_UNANSWERED),
        ("你们太慢了", Intent.COMPLAINT_UNANSWERED),
        ("怎么这么慢", Intent.COMPLAINT_UNANSWERED),
        ("服务态度真差", Intent.COMPLAINT_UNANSWERED),
        ("why are you so slow", Intent.COMPLAINT_UNANSWERED),
        ("你们效率真高", Intent.THANKS),
        ("匿名举报福多多超市后厨蟑螂", Intent.REPORT),
        ("可以匿名举报吗", Intent.HOW_TO),
        ("居住证怎么续签", Intent.REPORT),
        ("还是没解决", Intent.REOPEN),
        ("不用了 发错了", Intent.CANCEL),
        ("好的", Intent.CONFIRM),
        ("👍", Intent.CONFIRM),
        ("？", Intent.CHAT),
        ("在吗", Intent.CHAT),
        ("文昌路12号", Intent.PLACE_ONLY),
        ("就在文昌路12号这", Intent.PLACE_ONLY),
        ("i'm at Jiefang Road 12 now", Intent.PLACE_ONLY),
        ("我在文昌路12号摔了", Intent.EMERGENCY),
        ("傻逼机器人", Intent.ABUSE),
        ("兼职刷单日结 加微信", Intent.AD_SPAM),
        ("路灯坏了", Intent.REPORT),
        ("", Intent.CHAT),
    ],
)
def test_talk_is_told_from_reports(text: str, intent: Intent) -> None:
    assert read(text).intent is intent


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("井盖没了 文昌路与解放路口", "文昌路与解放路口"),
        ("路灯坏了微网格05", "微网格05"),
        ("网格5的路灯不亮", "网格5"),
        ("五号网格没水", "五号网格"),
        ("体育场网格3号门太黑", "体育场网格3号门"),
        ("微网格０５", "微网格０５"),
        ("幸福小区3号楼电梯坏了", "幸福小区3号楼"),
        ("微格05 灯坏了", "微格05"),
        ("网格#7 灯坏了", "网格#7"),
        ("體育場網格 路面塌了", "體育場網格"),
        ("lamp broken in micro-grid 5", "micro-grid 5"),
        ("grid number 12 no water", "grid number 12"),
        ("lamp broken at Jiefang Road", "Jiefang Road"),
    ],
)
def test_places_are_exact_parts_of_the_text(text: str, place: str) -> None:
    places = read(text).places
    assert place in places
    assert all(each in text for each in places)


@pytest.mark.parametrize(
    ("written", "simplified"),
    [
        ("說好的高溫補貼一毛沒有", "说好的高温补贴一毛没有"),
        ("電梯卡住了 裡面三個人", "电梯卡住了 里面三个人"),
        ("水管爆咗", "水管爆了"),
        ("我部手機冇電啦", "我部手机没电啦"),
    ],
)
def test_other_letters_say_the_same(written: str, simplified: str) -> None:
    assert read(written) == read(simplified)


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("师傅您好麻烦您 小区后门有堆垃圾好几天了 谢谢", Intent.REPORT),
        ("Hi. Big hole in the road here. Please fix. Thanks", Intent.REPORT),
        ("good evening sir, the street lamp is not working, thank you", Intent.REPORT),
        ("你好 路灯修好了 谢谢", Intent.THANKS),
        ("门卫现在让进了 多谢", Intent.THANKS),
        ("hello, lamp is fixed, thank you", Intent.THANKS),
        ("您好，请问一下", Intent.CHAT),
        ("hello i have a question", Intent.CHAT),
    ],
)
def test_a_greeting_and_thanks_around_a_matter_are_not_the_matter(
    text: str, intent: Intent
) -> None:
    assert read(text).intent is intent


@pytest.mark.parametrize("text", ["路口有个坑", "医院不让进", "楼下太吵", "3公里"])
def test_what_names_no_place_is_none(text: str) -> None:
    assert read(text).places == ()


def test_a_picture_without_words_that_say_anything_is_a_hazard() -> None:
    assert read("看这个", Context(photos=True)).likely[0]
    assert read("", Context(photos=True, kind=Kind.HAZARD)).likely[0] == "hazard_other"


def test_a_long_text_is_read_by_its_beginning_and_harms_nobody() -> None:
    assert read("路灯坏了。" * 2_000).category == "light"


@pytest.mark.parametrize(
    "said",
    [
        "希望能把没盖的井补上",
        "桥上护栏少一截",
        "楼上掉砖头",
        "围墙往外斜",
        "河边没护栏，天黑容易掉",
        "疏散门上了锁",
        "红灯绿灯一起亮",
        "emergency exit chained",
        "streetlight pole leaning over",
        "inspection pit gaping by the kerb",
        "high voltage line sagging to the ground",
        "trench without barriers",
        "gas bottles stored in the stairwell",
    ],
)
def test_what_is_dangerous_by_nature_is_urgent_in_any_frame(said: str) -> None:
    assert read(said).urgency is Urgency.URGENT


def test_a_bench_has_legs_too() -> None:
    assert read("长椅断了一条腿").danger is None


@pytest.mark.parametrize(
    ("said", "category"),
    [
        ("light out at 幸福路口", "light"),
        ("lamp is broken in 幸福路口", "light"),
        ("trash everywhere at 幸福路口", "rubbish"),
        ("my bike got stolen at 幸福路口", "lost"),
        ("cars block the bike lane at 幸福路口", "traffic"),
        ("lights at 幸福路口 are out", "light"),
        ("rubbish at 滨河公园", "rubbish"),
        ("guard at 幸福路口 wouldn't let me in", "access"),
        ("my friend has no phone, his bike was taken away by guards", "lost"),
        ("i got a flat near 幸福路口", "vehicle"),
    ],
)
def test_the_name_of_a_place_is_no_matter(said: str, category: str) -> None:
    assert read(said).likely[0] == category


@pytest.mark.parametrize(
    ("said", "endangers"),
    [
        ("店门玻璃被人砸了", False),
        ("橱窗被人砸了", False),
        ("玻璃掉下来砸脑袋了", True),
        ("玻璃门夹住孩子手了", True),
        ("我也扎了 后面还有两个", False),
        ("有人跟着我 后面还有一个", True),
        ("他被扎了 后面还有两个", True),
    ],
)
def test_glass_and_tyres_have_no_body(said: str, endangers: bool) -> None:
    assert (read(said).danger is not None) is endangers


@pytest.mark.parametrize(
    ("said", "category"),
    [
        ("幸福路口路登不亮", "light"),
        ("幸福路口警盖没了", "road"),
        ("小区门卫不让近", "access"),
        ("垃级没人收", "rubbish"),
        ("dog bit me today", "animal"),
    ],
)
def test_what_was_mistyped_is_the_matter_that_was_meant(
    said: str, category: str
) -> None:
    assert read(said).category == category


@pytest.mark.parametrize(
    ("said", "endangers"),
    [
        ("plz hlp", True),
        ("活着真累", True),
        ("桥底下积水了 大概到小腿", False),
        ("石头砸到小腿了", True),
        ("水到小腿了 老人困在车里", True),
    ],
)
def test_a_cry_in_a_hurry_and_water_to_the_calf(said: str, endangers: bool) -> None:
    assert (read(said).danger is not None) is endangers


@pytest.mark.parametrize(
    ("said", "category"),
    [
        ("等红灯的时候看到井盖翘边", "road"),
        ("我在幸福路口等单 看到垃圾桶倒了", "rubbish"),
        ("幸福路口 路灯 broken", "light"),
        ("light broken 幸福路口", "light"),
        ("the traffic light at 幸福路口 is broken", "traffic"),
    ],
)
def test_where_somebody_waits_is_no_matter(said: str, category: str) -> None:
    reading = read(said)
    assert (reading.intent, reading.category) == (Intent.REPORT, category)


@pytest.mark.parametrize(
    ("said", "endangers"),
    [
        ("里面", False),
        ("不在里面", False),
        ("人在里面", True),
        ("我在里面", True),
        ("里面有人", True),
        ("孩子不在里面", True),
        ("不在里面 人掉水里了", True),
        ("等红灯的时候被车撞了", True),
        ("等红灯时有人晕倒了", True),
        ("等餐的时候看到有人摔倒流血", True),
        ("waiting at the red light, a car hit me", True),
        ("垃圾桶倒了", False),
        ("垃圾桶倒了 有人倒了", True),
        ("垃圾桶倒了砸到人了", True),
    ],
)
def test_where_it_is_and_what_one_waits_for_alarm_by_nothing(
    said: str, endangers: bool
) -> None:
    assert (read(said).danger is not None) is endangers

"""What is the same thing twice, and what only seems so."""

from __future__ import annotations

import math
import random
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.case import Case
from domain.clusters import NEAR, clusters
from domain.distance import METRES_A_DEGREE, distance
from domain.kinds import Kind, Urgency
from domain.likeness import (
    AT_A_POINT,
    DEFAULT_WINDOW,
    ENOUGH,
    Matter,
    likeness,
    window,
)
from domain.messages import Place
from domain.pictures import SAME_PICTURE, bits_apart, same_picture
from domain.reading.vocabulary import default_vocabulary
from domain.states import State
from domain.things import things, words_alike
from handlers.casework.duplicates import words_ratio

NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
HERE = Place(24.5, 118.1)
CATALOGUE = default_vocabulary().catalogue
HAZARDS = [category.code for category in CATALOGUE.of_kind(Kind.HAZARD)]
PICTURE = 0x0F1E2D3C4B5A6978

# Real ways of telling: the same twice, and two different things of one category.
SAME = (
    ("幸福路口井盖松了，骑车差点摔", "窨井盖翘起来了，压上去咣当响"),
    ("这段路面有个大坑，晚上看不见", "建设路有个坑，好深，车轮陷进去了"),
    ("路上一个大坑", "马路中间坑很大，差点翻车"),
    ("下雨后辅路积水很深", "辅路淹了，水到脚踝"),
    ("路面结冰，摔了好几个人", "这里地上全是冰，太滑了"),
    ("小区门口的路灯不亮，太黑了", "门口路灯坏了，晚上啥也看不见"),
    ("路灯一直闪", "这盏路灯坏了一闪一闪的"),
    ("充电桩坏了充不进去", "这个桩子充不上电"),
    ("换电柜3号仓打不开", "换电柜坏了，仓门打不开"),
    ("有人从楼上飞线充电", "居民楼飞线，拉了一根线下来充电瓶车"),
    ("3号楼电梯坏了", "三号楼的电梯停了两天没人修"),
    ("电梯老是卡在5楼", "电梯困人，卡在五楼不动"),
    ("广告牌快掉下来了", "门头的招牌松了，风一吹晃，要掉"),
    ("垃圾堆在路边好几天，很臭", "垃圾没人清，味道太大了"),
    ("消防通道被车堵住了", "消防通道停满了电动车，走不了人"),
    ("水管爆了，路边一直漏水", "路边水管漏水，喷得到处都是"),
    ("红绿灯不亮了，路口很乱", "路口信号灯坏了"),
    ("很多车逆行，太危险", "这个路口老有人逆行"),
    ("护栏倒了，横在非机动车道", "非机动车道的护栏被撞歪倒在地上"),
    ("希望路边有个能喝热水的驿站", "想要个驿站，能歇脚喝口水"),
    ("附近没有厕所，送单很不方便", "能不能开放个卫生间给骑手用"),
    ("保安不让进小区", "小区保安拦着外卖不让进"),
    ("There is a pothole in the road", "Big hole in the street, nearly fell"),
    ("manhole cover is loose at the corner", "The manhole lid rattles and is loose"),
    (
        "The street light is out and it's dark",
        "street lamp not working, very dark here",
    ),
    ("Charger at the station is broken", "charging station doesn't charge"),
    ("Garbage everywhere and a bad smell", "trash not collected for days, stinks"),
    ("The elevator in building 3 is stuck", "lift of building 3 out of order"),
    ("road flooded after rain", "deep water on the road, flooded"),
    (
        "Traffic light not working at the junction",
        "the signal at this crossing is dead",
    ),
    ("桥下那段路塌了一块", "桥底下路面陷下去了"),
    ("井盖没了就插了根树枝", "有个下水道口没盖子，用树枝挡着"),
    ("这边路上都是碎石子，打滑", "路面石子太多，刹车就滑"),
    ("修路围挡没有灯，晚上容易撞", "施工围挡晚上没反光，差点撞上"),
    ("便道地砖翘了", "人行道砖松动，一踩溅水"),
    ("电线垂到路中间了", "有根线掉下来，挂在半空，骑车会刮到脖子"),
    ("树枝断了挡住路", "大树倒了，路过不去"),
    ("电梯运行时抖得厉害", "这电梯一直晃，吓人"),
    ("楼道灯不亮", "楼梯间的灯坏了，看不见台阶"),
    ("充电口全坏，扫码没反应", "扫码充电用不了，几个口都不行"),
    ("玻璃幕墙裂了", "外面那块玻璃有裂纹，怕掉下来"),
    ("垃圾桶满了溢出来", "垃圾没人收，都堆到路上了"),
    ("路口没有信号灯，车都乱走", "这个路口红绿灯坏了，车乱成一团"),
    ("共享单车占满非机动车道", "单车堆满了自行车道没法走"),
    ("下水道返味", "井里往上冒臭水"),
    ("想有个地方热饭", "希望能给骑手放个微波炉热饭"),
    ("中午没地方坐", "想有个歇脚的凳子"),
    ("The drain cover is missing", "open manhole without a lid"),
    ("Tree fell across the bike lane", "fallen branch blocks the cycle path"),
    ("Lift shakes and stops between floors", "elevator keeps getting stuck"),
    (
        "Building site fence has no lights at night",
        "can't see the construction barrier after dark",
    ),
    ("Stairwell light broken", "no light on the stairs"),
    ("bins overflowing", "garbage bin is full for a week"),
    ("loose gravel on the bend, slippery", "gravel everywhere, I almost slid"),
    ("路口那个坑又大了，昨天有人摔", "快到学校那边路烂了个大坑"),
    ("井盖响，晚上吵人", "车一压井盖哐哐响"),
    ("地铁口积水过膝", "地铁口淹了，车开不过去"),
    ("路灯杆歪了", "路灯杆子被撞斜了要倒"),
    ("电动车棚里有人私接电线充电", "车棚乱拉电线充电，怕着火"),
    ("货梯门夹人", "货梯的门关太快夹到我手"),
    ("楼上空调外机晃", "外机支架松了，悬在头顶"),
    ("工地渣土撒了一路", "渣土车漏了一地土"),
    ("流浪狗追人", "这儿有几条狗老追外卖车"),
    ("小区北门的坡道太陡", "北门那个坡道陡得上不去"),
    ("Broken glass all over the bike lane", "glass shards on the cycle path"),
    ("Stray dogs chase riders", "dogs running after us at the gate"),
    (
        "swap cabinet takes my battery and gives none",
        "battery cabinet swallowed the battery",
    ),
    ("the ramp at the north gate is too steep", "north gate ramp very steep when wet"),
)
OTHERS = (
    ("幸福路口井盖松了，骑车差点摔", "这段路面有个大坑，骑车差点摔"),
    ("路面结冰，摔了好几个人", "路面有个坑，摔了好几个人"),
    ("下雨后辅路积水很深", "辅路护栏倒了"),
    ("减速带太高了，颠得餐都洒了", "井盖没了"),
    ("3号楼电梯坏了", "5号楼电梯坏了"),
    ("电梯坏了停在一楼", "楼道玻璃碎了没人管"),
    ("广告牌快掉下来了", "电梯门关不上"),
    ("阳台外墙皮脱落", "单元门禁坏了"),
    ("充电桩坏了充不进去", "楼道里充电的线乱拉，飞线"),
    ("换电柜打不开", "充电插座冒火花"),
    ("红绿灯不亮了，路口很乱", "路口违停太多，看不见来车"),
    ("斑马线磨没了", "很多车逆行，太危险"),
    ("水管爆了，路边一直漏水", "小区停电了"),
    ("闻到煤气味", "停水三天了"),
    ("灭火器过期了", "消防通道被车堵住了"),
    ("消火栓被埋了", "楼下着火冒烟"),
    ("垃圾堆在路边好几天，很臭", "下水道污水冒出来"),
    ("老鼠很多", "油烟太大，呛人"),
    ("希望路边有个能喝热水的驿站", "附近没有厕所，送单很不方便"),
    ("希望驿站夏天开空调", "想要个凳子坐一下"),
    ("想要一个新头盔", "雨衣破了想换"),
    ("想学英语", "希望有电工培训考证"),
    ("There is a pothole in the road", "There is ice on the road"),
    ("manhole cover is loose at the corner", "guard rail is loose at the corner"),
    ("The elevator in building 3 is stuck", "Glass of building 3 is falling"),
    ("elevator in building 3 broken", "elevator in building 5 broken"),
    ("Charger at the station is broken", "Cables hang from the window for charging"),
    ("Garbage everywhere and a bad smell", "sewage comes out of the drain"),
    ("road flooded after rain", "speed bump is too high"),
    ("Traffic light not working at the junction", "cars parked on the crossing"),
    ("桥下那段路塌了一块", "桥下路灯不亮"),
    ("井盖没了就插了根树枝", "树枝断了挡住路"),
    ("修路围挡没有灯，晚上容易撞", "路面石子太多，刹车就滑"),
    ("便道地砖翘了", "非机动车道护栏倒了"),
    ("电线垂到路中间了", "水管漏水"),
    ("大树倒了，路过不去", "路面结冰过不去"),
    ("电梯运行时抖得厉害", "外墙瓷砖掉下来"),
    ("充电口全坏，扫码没反应", "换电柜少了两块电池"),
    ("玻璃幕墙裂了", "门禁刷不开"),
    ("垃圾桶满了溢出来", "饭店排油烟，熏人"),
    ("路口没有信号灯，车都乱走", "外卖车乱停路口"),
    ("共享单车占满非机动车道", "汽车逆行"),
    ("下水道返味", "垃圾桶旁边有死老鼠"),
    ("想有个地方热饭", "厕所太远了"),
    ("中午没地方坐", "夏天太热，装个空调吧"),
    ("2栋3单元门坏了", "2栋1单元门坏了"),
    ("电梯坏了，12号楼", "十号楼电梯坏了"),
    ("The drain cover is missing", "The road sign fell over"),
    ("Tree fell across the bike lane", "cars parked across the bike lane"),
    ("Lift shakes and stops", "the entrance door does not close"),
    ("Stairwell light broken", "glass in the stairwell broken"),
    ("bins overflowing", "smoke from the restaurant"),
    ("gravel on the bend", "ice on the bend"),
    ("charger 4 is broken", "charger 7 is broken"),
    ("路口那个坑又大了", "路口渣土撒了一路"),
    ("井盖响，晚上吵人", "狗晚上追人"),
    ("地铁口积水过膝", "地铁口的护栏倒了"),
    ("路灯杆歪了", "空调外机晃"),
    ("货梯门夹人", "大堂玻璃门碎了"),
    ("小区北门的坡道太陡", "小区北门路面结冰"),
    ("流浪狗追人", "共享单车挡路"),
    ("楼顶有东西掉下来", "电梯按钮坏了"),
    ("充电站雨棚漏雨", "充电站扫码没反应"),
    ("垃圾站半夜装车", "下水道堵了"),
    ("Broken glass all over the bike lane", "pothole in the bike lane"),
    ("Stray dogs chase riders", "scooters parked on the pavement"),
    ("the ramp at the north gate is too steep", "the north gate door is locked"),
    ("charging station roof leaks", "charging station plug melted"),
)


def away(metres: float, east: bool = False) -> Place:
    """So far north, or east, of HERE."""
    degrees = metres / METRES_A_DEGREE
    return (
        Place(HERE.lat, HERE.lon + degrees / math.cos(math.radians(HERE.lat)))
        if east
        else Place(HERE.lat + degrees, HERE.lon)
    )


def matter(category: str = "road", **changes: object) -> Matter:
    plain = Matter(Kind.HAZARD, category, HERE, "G1", "路面有个大坑", NOW)
    return replace(plain, **changes)  # type: ignore[arg-type]


def alike(new: Matter, old: Matter) -> bool:
    return likeness(new, old, words_ratio) >= ENOUGH


places = st.builds(Place, st.floats(24.44, 24.53), st.floats(118.08, 118.2))
matters = st.builds(
    Matter,
    st.just(Kind.HAZARD),
    st.sampled_from(HAZARDS),
    st.none() | places,
    st.sampled_from(["G1", "G2", ""]),
    st.sampled_from([pair[0] for pair in SAME]) | st.text(max_size=20),
    st.datetimes(datetime(2026, 6, 1), datetime(2026, 11, 1), timezones=st.just(UTC)),
    st.lists(st.integers(-(2**63), 2**63 - 1), max_size=2).map(tuple),
)


@given(places, places)
def test_it_is_as_far_there_as_back(a: Place, b: Place) -> None:
    assert distance(a, b) == distance(b, a) >= 0
    assert distance(a, a) == 0


def test_distances_are_metres() -> None:
    assert distance(Place(24.5, 118.1), Place(24.51, 118.1)) == pytest.approx(
        1112, rel=0.002
    )
    assert distance(Place(60, 10), Place(60, 10.01)) == pytest.approx(556, rel=0.002)
    assert distance(Place(0, 179.9995), Place(0, -179.9995)) == pytest.approx(
        111, rel=0.01
    )
    assert distance(Place(90, 0), Place(90, 120)) < 1


@given(matters, matters)
def test_likeness_goes_from_nought_to_one_and_does_not_mind_who_came_first(
    a: Matter, b: Matter
) -> None:
    assert 0 <= likeness(a, b, words_ratio) <= 1
    assert likeness(a, b, words_ratio) == pytest.approx(likeness(b, a, words_ratio))


@given(matters, matters)
def test_nothing_is_alike_across_categories_or_beyond_radius_and_weeks(
    a: Matter, b: Matter
) -> None:
    within = window(a.kind, a.category)
    assert within is not None
    apart = a.place and b.place and distance(a.place, b.place) > within.radius_metres
    if (
        a.category != b.category
        or apart
        or abs(a.at - b.at) > timedelta(weeks=within.weeks)
    ):
        assert likeness(a, b, words_ratio) == 0


@given(matters)
def test_whatever_is_filed_again_at_once_and_there_is_alike(a: Matter) -> None:
    assert a.place is None or alike(a, a)


def test_the_same_words_of_another_kind_are_not_the_same() -> None:
    assert not alike(matter(), matter(kind=Kind.WISH))


def test_what_helps_one_person_is_never_the_same() -> None:
    for category in CATALOGUE.of_kind(Kind.HELP):
        same = matter(category.code, kind=Kind.HELP)
        assert likeness(same, same, words_ratio) == 0


@pytest.mark.parametrize("east", (False, True))
def test_a_lamp_is_the_same_within_fifty_metres_whatever_is_said_of_it(
    east: bool,
) -> None:
    assert window(Kind.HAZARD, "light") == AT_A_POINT
    lamp = matter("light", words="路灯不亮")
    for words in ("", "路灯坏了", "又黑了一晚"):
        assert alike(matter("light", words=words, place=away(49, east)), lamp)
        assert (
            likeness(
                matter("light", words=words, place=away(51, east)), lamp, words_ratio
            )
            == 0
        )


@pytest.mark.parametrize("east", (False, True))
def test_a_pothole_is_the_same_within_250_metres_if_it_is_told_alike(
    east: bool,
) -> None:
    assert window(Kind.HAZARD, "road") == DEFAULT_WINDOW
    assert alike(matter(place=away(249, east), words="马路中间坑很大"), matter())
    assert likeness(matter(place=away(251, east)), matter(), words_ratio) == 0
    assert not alike(matter(place=away(249, east), words=""), matter())
    assert not alike(matter(place=away(20, east), words="井盖松了"), matter())


def test_twelve_weeks_are_the_longest() -> None:
    assert alike(matter(at=NOW + timedelta(weeks=12)), matter())
    assert not alike(matter(at=NOW + timedelta(weeks=12, seconds=1)), matter())


def test_the_oldest_lamp_at_the_edge_still_counts() -> None:
    assert alike(
        matter("light", words="", place=away(50), at=NOW + timedelta(weeks=12)),
        matter("light"),
    )


def test_a_younger_case_is_likelier_than_an_older_one() -> None:
    young, old = (
        matter(at=NOW - timedelta(weeks=1)),
        matter(at=NOW - timedelta(weeks=9)),
    )
    assert likeness(matter(), young, words_ratio) > likeness(matter(), old, words_ratio)


def test_without_coordinates_the_area_and_the_words_have_to_agree() -> None:
    nowhere = matter(place=None)
    assert alike(nowhere, matter(words="马路中间有个坑"))
    assert alike(matter(words="马路中间有个坑"), nowhere)
    assert not alike(nowhere, matter(area="G2"))
    assert not alike(nowhere, matter(words="这里很危险"))
    assert not alike(nowhere, matter(words=""))


def test_without_coordinates_the_same_picture_is_enough_in_the_same_area() -> None:
    silent = matter(place=None, words="", hashes=(PICTURE,))
    assert alike(silent, matter(hashes=(1 << 40, PICTURE ^ 0b111)))
    assert not alike(silent, matter(hashes=(PICTURE ^ 0b111,), area="G2"))


def test_sixteen_bits_apart_is_one_picture_and_eighteen_are_two() -> None:
    assert bits_apart(PICTURE, PICTURE ^ ((1 << SAME_PICTURE) - 1)) == 16
    assert same_picture([PICTURE], [PICTURE ^ 0xFFFF])
    assert not same_picture([PICTURE], [PICTURE ^ 0x3FFFF])
    far = matter(place=away(240), words="", hashes=(PICTURE,))
    assert alike(far, matter(hashes=(PICTURE ^ 0xFFFF,)))
    assert not alike(far, matter(hashes=(PICTURE ^ 0x3FFFF,)))


def test_a_hash_is_the_same_with_and_without_its_sign() -> None:
    assert bits_apart(-1, 2**64 - 1) == 0
    assert bits_apart(-(2**63), 0) == 1
    assert same_picture([PICTURE | 1 << 63], [(PICTURE | 1 << 63) - 2**64])


def test_two_black_pictures_are_not_the_same_picture() -> None:
    assert not same_picture([0], [0])
    assert not same_picture([-1], [-1])
    assert not same_picture([], [PICTURE])


def test_the_same_picture_outweighs_other_words() -> None:
    assert alike(matter(words="井盖松了", hashes=(PICTURE,)), matter(hashes=(PICTURE,)))


@pytest.mark.parametrize(
    ("one", "other"),
    (
        ("3号楼电梯坏了", "5号楼电梯坏了"),
        ("三号楼电梯坏了", "十三号楼电梯坏了"),
        ("A座电梯停了", "B座电梯停了"),
        ("2栋1单元门禁坏了", "2栋2单元门禁坏了"),
        ("elevator in building 3", "elevator in Building 12"),
    ),
)
def test_another_building_is_another_lift_even_without_coordinates(
    one: str, other: str
) -> None:
    new, old = matter("building", words=one), matter("building", words=other)
    assert not alike(new, old)
    assert not alike(replace(new, place=None), old)
    assert alike(
        new, replace(new, words=one.replace("三", "3").replace("3号楼", "三号楼"))
    )


def test_the_words_of_the_place_tell_buildings_apart_too() -> None:
    lift = matter("building", words="电梯坏了", where="幸福小区3号楼")
    assert alike(lift, replace(lift, where="三号楼门口"))
    assert not alike(lift, replace(lift, where="幸福小区7号楼"))


def test_words_tell_the_same_from_others_in_nearly_all_pairs() -> None:
    same = [words_alike(a, b, words_ratio) for a, b in SAME]
    others = [words_alike(a, b, words_ratio) for a, b in OTHERS]
    assert sum(value >= ENOUGH for value in same) >= 0.97 * len(same)
    assert sum(value < ENOUGH for value in others) >= 0.92 * len(others)
    above = (
        sum((a > b) + (a == b) / 2 for a in same for b in others)
        / len(same)
        / len(others)
    )
    assert above > 0.96


def test_letters_alone_would_not_tell_them_apart() -> None:
    """The reason for the table of things: should this ever fail, the table may go."""
    same, others = [[words_ratio(a, b) for a, b in pairs] for pairs in (SAME, OTHERS)]
    assert sum(a > b for a in same for b in others) / len(same) / len(others) < 0.75


@pytest.mark.parametrize(
    ("one", "other"),
    (
        ("路灯不亮", "street lamp is out"),
        ("manholes are open", "井盖丢了"),
        ("Garbage bins", "垃圾"),
        ("没有厕所", "no toilet"),
    ),
)
def test_a_thing_is_the_same_in_both_languages(one: str, other: str) -> None:
    assert things(one) & things(other)


def test_english_words_count_whole_only() -> None:
    assert things("the carpet assigned to the dogma") == frozenset()


def case(number: int, **changes: object) -> Case:
    plain = Case(
        id=number,
        number=f"YH26-{number:04d}",
        kind=Kind.HAZARD,
        category="road",
        urgency=Urgency.GENERAL,
        state=State.ASSIGNED,
        words="",
        area="G1",
        place=HERE,
        place_words="",
        filer_id=1,
        assignee_id=None,
        channel="test",
        filed_at=NOW + timedelta(minutes=number),
        phase_at=NOW,
        due_at=None,
        accept_due=NOW,
        resolve_due=NOW,
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


def ids(groups: list[list[Case]]) -> list[list[int]]:
    return [[case.id for case in group] for group in groups]


def test_three_cases_near_each_other_are_a_common_problem_and_two_are_not() -> None:
    row = [case(n, place=away(n * 90)) for n in range(3)]
    assert ids(clusters(row, words_ratio)) == [[2, 1, 0]]
    assert clusters(row[:2], words_ratio) == []
    assert clusters([], words_ratio) == []


def test_cases_of_three_categories_are_no_common_problem() -> None:
    assert (
        clusters(
            [case(n, category=code) for n, code in enumerate(HAZARDS)], words_ratio
        )
        == []
    )


def test_lamps_have_to_be_nearer_than_potholes() -> None:
    assert (
        clusters(
            [case(n, category="light", place=away(n * 90)) for n in range(3)],
            words_ratio,
        )
        == []
    )


def test_the_same_thing_all_over_an_area_is_a_common_problem() -> None:
    said = ("井盖松了", "窨井盖响", "manhole open")
    spread = [case(n, place=away(n * 900), words=words) for n, words in enumerate(said)]
    assert ids(clusters(spread, words_ratio)) == [[2, 1, 0]]
    assert (
        clusters([replace(one, area=f"G{one.id}") for one in spread], words_ratio) == []
    )
    assert ids(clusters([replace(one, place=None) for one in spread], words_ratio)) == [
        [2, 1, 0]
    ]


def test_odd_words_that_are_alike_are_a_common_problem_too() -> None:
    said = ("地铁口地锁绊人", "地铁口的地锁绊人", "地锁绊人，在地铁口", "马蜂窝")
    odd = [case(n, place=None, words=words) for n, words in enumerate(said)]
    assert ids(clusters(odd, words_ratio)) == [[2, 1, 0]]


def test_the_largest_group_comes_first() -> None:
    few = [case(n, place=away(5000)) for n in range(3)]
    many = [case(n) for n in range(10, 15)]
    assert [len(group) for group in clusters(few + many, words_ratio)] == [5, 3]


def linked(a: Case, b: Case) -> bool:
    if (a.kind, a.category) != (b.kind, b.category):
        return False
    within = window(a.kind, a.category) or DEFAULT_WINDOW
    reach = min(NEAR, within.radius_metres)
    if a.place and b.place and distance(a.place, b.place) <= reach:
        return True
    if a.area != b.area or not (a.words and b.words):
        return False
    if things(a.words) or things(b.words):
        return bool(things(a.words) & things(b.words))
    return words_alike(a.words, b.words, words_ratio) >= ENOUGH


def naive(cases: list[Case]) -> set[frozenset[int]]:
    """By comparing all with all."""
    groups = {one.id: {one.id} for one in cases}
    for a, b in combinations(cases, 2):
        if groups[a.id] is not groups[b.id] and linked(a, b):
            groups[a.id] |= groups[b.id]
            for one in groups[b.id]:
                groups[one] = groups[a.id]
    return {frozenset(group) for group in groups.values() if len(group) >= 3}


def some_cases(seed: int, size: int, metres: float, areas: int) -> list[Case]:
    chance = random.Random(seed)
    said = [
        *(pair[0] for pair in OTHERS[:12]),
        "地锁绊人",
        "有个地锁绊人",
        "马蜂窝",
        "",
        "",
        "",
        "",
        "",
    ]
    return [
        case(
            n,
            category=chance.choice(("road", "light", "access", "wish_other")),
            area=f"G{chance.randrange(areas)}",
            words=chance.choice(said),
            place=chance.choice((None, *[away(0)] * 9))
            and Place(
                away(chance.uniform(0, metres)).lat,
                away(chance.uniform(0, metres), True).lon,
            ),
        )
        for n in range(size)
    ]


@pytest.mark.parametrize("seed", range(12))
def test_clusters_are_what_comparing_all_with_all_finds(seed: int) -> None:
    cases = some_cases(seed, 300, (400, 1500, 4000)[seed % 3], (8, 60)[seed % 2])
    found = {
        frozenset(one.id for one in group) for group in clusters(cases, words_ratio)
    }
    assert found == naive(cases)


@pytest.mark.parametrize(("metres", "areas"), ((10_000, 33), (300, 1)))
def test_five_thousand_cases_take_well_under_a_second(
    metres: float, areas: int
) -> None:
    cases = some_cases(1, 5000, metres, areas)
    began = time.process_time()
    clusters(cases, words_ratio)
    assert time.process_time() - began < 0.8


# --- an office's own categories ---


@pytest.mark.parametrize("code", [*HAZARDS, "food_truck"])
def test_any_hazard_may_be_reported_twice_also_of_a_category_of_ones_own(
    code: str,
) -> None:
    assert window(Kind.HAZARD, code) is not None
    first = matter(code, words="路边有一辆餐车占着道", place=away(10))
    assert alike(first, matter(code, words="餐车占道，过不去"))


NEW_THINGS = (
    ("noise", "半夜施工太吵睡不着", "工地施工噪音一整晚"),
    ("animal", "马蜂在门口做窝", "有个马蜂窝，蜂窝很大"),
    ("obstruction", "二楼违建又加了一层", "有人私搭违建"),
    ("food", "后厨用地沟油", "这家店用地沟油炒菜"),
    ("tree", "大树倒了压着车", "树倒在路边"),
)


@pytest.mark.parametrize(("code", "one", "other"), NEW_THINGS)
def test_the_new_categories_have_things_that_are_told_apart(
    code: str, one: str, other: str
) -> None:
    assert things(one) & things(other)
    assert alike(matter(code, words=one), matter(code, words=other, place=away(30)))


def test_two_animals_are_two_matters() -> None:
    wasps = matter("animal", words="马蜂窝就在楼道口")
    assert not alike(wasps, matter("animal", words="有蛇爬进来了"))

"""Places inside sentences: the longest and most specific first, sure only where one stands out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.messages import Place
from domain.places.entries import Entry
from domain.places.gazetteer import Gazetteer, sure
from domain.places.postings import SHARED
from domain.places.ranking import MARGIN, SURE
from tests.domain.places.town import ENTRIES, MIDDLE, TOWN, at

NAMED = (
    # text, the name of the entry, the words, the tail
    ("滨河路桥洞底下积水", "滨河路桥洞", "滨河路桥洞", "底下"),
    ("滨河路过了加油站那个弯道有人翻车", "滨河路", "滨河路", ""),
    ("滨河路边上有狗", "滨河路", "滨河路", "边上"),
    ("银杏小区后门那条道冻得溜滑", "银杏小区", "银杏小区", "后门"),
    ("幸福小区3号楼消防通道又被堵死了", "幸福小区3号楼", "幸福小区3号楼", ""),
    ("胸口疼 喘不上气 幸福小区三号楼楼下", "幸福小区3号楼", "幸福小区三号楼", "楼下"),
    ("幸福小区 3幢 停电", "幸福小区3号楼", "幸福小区 3幢", ""),
    ("幸福小区13栋北侧外墙砖往下掉", "幸福小区13号楼", "幸福小区13栋", "北侧"),
    ("幸福小区23号楼停水", "幸福小区", "幸福小区", "23号楼"),
    ("楼道里堆满纸箱子，锦绣江南９栋2单元", "锦绣江南9栋", "锦绣江南９栋", "2单元"),
    ("５单全超时，银泰Ａ座就开一部电梯", "银泰Ａ座", "银泰Ａ座", ""),
    ("银泰 a座着火", "银泰Ａ座", "银泰 a座", ""),
    ("银泰B座着火", "银泰", "银泰", "B座"),
    ("市一小门口没有斑马线", "市第一实验小学", "市一小", "门口"),
    ("实验小学旁边的灯不亮", "市第一实验小学", "实验小学", "旁边"),
    ("万达西门那个奶茶店招牌快掉了", "万达广场", "万达", "西门"),
    ("体育场网格3号门旁边换电站里那两个", "体育场网格", "体育场网格", "3号门旁边"),
    ("灯 不 亮 微网格05", "和平里网格", "微网格05", ""),
    ("在文昌街道办事处排队", "文昌街道", "文昌街道", ""),
    ("manhole cover gone at WANDA plaza!", "Wanda Plaza", "WANDA plaza", ""),
    ("is there a water fountain near wanda", "Wanda Plaza", "wanda", ""),
    ("elevator broken again in tower B, 22 floors", "Tower B", "tower B", ""),
    ("pothole on renmin rd, deep", "Renmin Road", "renmin rd", ""),
    ("queue at cafe muller", "Café Müller", "cafe muller", ""),
    ("充电桩 not working, Ｗanda", "Wanda Plaza", "Ｗanda", ""),
)


@pytest.mark.parametrize(
    "text, name, words, tail", NAMED, ids=[row[0] for row in NAMED]
)
def test_a_place_in_a_sentence_is_found(
    text: str, name: str, words: str, tail: str
) -> None:
    found = sure(TOWN.find(text))
    assert found is not None
    assert (found.entry.name, found.words, found.tail) == (name, words, tail)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "？",
        "谢谢你们",
        "井盖松了",
        "手机没电了哪里可以充",
        "3号楼",
        "路口",
        "医院",
        "厕所",
        "门口",
        "在楼下",
        "1234567890",
        "wandaful day",
        "the towers burned",
        "renminroad",
        "Tower Bridge",
        "A座",
        "银，泰",
        "解放\n路",
        "👍",
        "\ud800",
        "\0",
    ],
)
def test_what_names_no_known_place_finds_none(text: str) -> None:
    assert TOWN.find(text) == ()


def test_building_beats_grid_beats_road_beats_proper_name() -> None:
    text = "体育场那头，长江路，微网格05，城东菜市场"
    names = [one.entry.name for one in TOWN.find(text, most=9)]
    assert names == ["城东菜市场", "和平里网格", "长江路", "体育场网格"]


def test_a_grid_and_a_building_in_it_are_no_contradiction() -> None:
    found = sure(TOWN.find("微网格05 银杏小区"))
    assert found is not None
    assert found.entry.name == "银杏小区"


def test_a_grid_and_a_building_of_another_are_asked_about() -> None:
    found = TOWN.find("微网格26 银杏小区")
    assert {one.entry.name for one in found} == {"银杏小区", "体育场网格"}
    assert sure(found) is None


def test_two_buildings_are_asked_about() -> None:
    found = TOWN.find("从城东菜市场到万达广场的路上")
    assert [one.entry.name for one in found] == ["城东菜市场", "万达广场"]
    assert sure(found) is None


def test_one_name_of_several_is_decided_by_the_point() -> None:
    assert sure(TOWN.find("蜜雪冰城门口的井盖")) is None
    by_point = sure(TOWN.find("蜜雪冰城门口的井盖", near=at(4900)))
    assert by_point is not None
    assert by_point.entry.name == "蜜雪冰城（客运站店）"


def test_one_name_of_several_is_decided_by_the_last_area() -> None:
    by_area = sure(TOWN.find("蜜雪冰城门口的井盖", last_area="G26"))
    assert by_area is not None
    assert by_area.entry.name == "蜜雪冰城（万达广场店）"


def test_a_kind_of_place_is_found_only_near_and_never_surely() -> None:
    assert TOWN.find("公共厕所堵了") == ()
    found = TOWN.find("公共厕所堵了", near=MIDDLE)
    assert [one.entry.place for one in found] == [at(50)]
    assert sure(found) is None


def test_a_place_and_nothing_else_scores_higher() -> None:
    for alone in ("体育场", "在体育场", "我在体育场这边", "体育场附近！"):
        inside = TOWN.find(f"{alone}有人打架")[0].score
        assert TOWN.find(alone)[0].score > inside, alone


def test_at_most_so_many_are_given() -> None:
    text = "城东菜市场、万达广场、银杏小区、幸福小区、锦绣江南9栋"
    assert len(TOWN.find(text)) == 3
    assert len(TOWN.find(text, most=2)) == 2
    assert len(TOWN.find(text, most=9)) == 5


@pytest.mark.parametrize(
    "near, first", [(at(0), at(0)), (at(90_000), at(90_000)), (at(50_010), at(50_000))]
)
def test_of_very_many_of_one_name_the_nearest_comes_first(
    near: Place, first: Place
) -> None:
    chain = Gazetteer(
        Entry("蜜雪冰城", place=at(number * 1000)) for number in range(20 * SHARED)
    )
    found = chain.find("蜜雪冰城门口", near=near)
    assert found[0].entry.place == first
    assert sure(found) is not None


def test_of_very_many_of_one_name_that_of_the_last_area_comes_first() -> None:
    chain = Gazetteer(Entry("蜜雪冰城", f"G{number}") for number in range(20 * SHARED))
    found = chain.find("蜜雪冰城门口", last_area="G77")
    assert found[0].entry.area == "G77"
    assert len(chain.find("蜜雪冰城门口")) == 3
    assert sure(chain.find("蜜雪冰城门口")) is None


def test_the_pieces_of_a_road_are_one_place() -> None:
    road = Gazetteer(
        Entry("环城路", place=at(number * 500), kind="road") for number in range(5)
    )
    assert len(road.find("环城路有坑")) == 1
    assert road.find("环城路有坑", near=at(1490))[0].entry.place == at(1500)


def test_sure_needs_a_likely_first_and_a_margin() -> None:
    first, second = TOWN.find("从城东菜市场到万达广场")
    assert sure(()) is None
    assert sure((first,)) is first
    assert first.score >= SURE
    assert first.score - second.score < MARGIN


def test_an_empty_gazetteer_finds_nothing() -> None:
    empty = Gazetteer(())
    assert len(empty) == 0
    assert empty.find("文昌路12号") == ()


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.name)
def test_every_entry_is_found_by_each_of_its_names(entry: Entry) -> None:
    for name in (entry.name, *entry.aliases):
        found = TOWN.find(f"我在{name}", near=entry.place, last_area=entry.area)
        assert entry in [one.entry for one in found] or entry.kind == "amenity", name


PIECES = st.sampled_from(
    [name for entry in ENTRIES for name in (entry.name, *entry.aliases)]
)
TEXT = st.lists(
    PIECES | st.text(max_size=6) | st.sampled_from("与和12号楼门口，。 在\n五十百")
).map("".join)


@given(
    TEXT,
    st.none() | st.just(MIDDLE),
    st.sampled_from(["", "G05", "nowhere"]),
    st.integers(0, 4),
)
def test_any_text_is_searched_without_error(
    text: str, near: Place | None, area: str, most: int
) -> None:
    found = TOWN.find(text, near, area, most)
    assert len(found) <= most
    assert [one.score for one in found] == sorted(
        (one.score for one in found), reverse=True
    )
    for one in found:
        assert one.entry in ENTRIES
        assert one.words
        assert one.words + one.tail in text
        assert 0 < one.score <= 1
    assert sure(found) is None or sure(found) is found[0]


@given(
    st.lists(
        st.builds(
            Entry, st.text(), st.text(max_size=2), st.none(), st.tuples(st.text())
        )
    ),
    st.text(),
)
def test_any_names_make_a_gazetteer(entries: list[Entry], text: str) -> None:
    gazetteer = Gazetteer(entries)
    for asked in (text, *(entry.name for entry in entries)):
        for one in gazetteer.find(asked):
            assert one.words in asked

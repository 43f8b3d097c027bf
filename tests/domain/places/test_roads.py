"""House numbers beside a road's name, and crossings of two roads."""

from __future__ import annotations

import pytest

from domain.places.entries import Entry
from domain.places.gazetteer import Gazetteer, sure
from domain.places.roads import LONGEST, names_road
from tests.domain.places.town import TOWN, at

NUMBERS = (
    ("文昌路12号", "文昌邮局", "文昌路12号", "12", ""),
    ("文昌路12号门口有坑", "文昌邮局", "文昌路12号", "12", "门口"),
    ("文昌路 １２ 号", "文昌邮局", "文昌路 １２ 号", "12", ""),
    ("文昌路十二号着火了", "文昌邮局", "文昌路十二号", "12", ""),
    ("文昌路12", "文昌邮局", "文昌路12", "12", ""),
    ("文昌路14号积水", "文昌邮局", "文昌路14号", "14", ""),
    ("文昌路37号", "文昌路36号", "文昌路37号", "37", ""),
    ("文昌路34号", "文昌路35号", "文昌路34号", "34", ""),
    ("文昌路33号", "文昌路35号", "文昌路33号", "33", ""),
    ("文昌路38号", "文昌路36号", "文昌路38号", "38", ""),
    ("文昌路900号", "文昌路", "文昌路900号", "900", ""),
    ("文昌路12号线在修", "文昌路", "文昌路", "", ""),
    ("文昌路3号门", "文昌路", "文昌路", "", "3号门"),
    ("文昌路3个人打架", "文昌路", "文昌路", "", ""),
    ("人民路188号门口那块地砖翘起来了", "人民路180号", "人民路188号", "188", "门口"),
    ("人民路一百八十八号", "人民路180号", "人民路一百八十八号", "188", ""),
    ("银杏小区12号着火", "银杏小区", "银杏小区12号", "12", ""),
    ("万达3号门", "万达广场", "万达", "", "3号门"),
    ("银杏小区3个人", "银杏小区", "银杏小区", "", ""),
    ("滨河路7号", "滨河路", "滨河路7号", "7", ""),
    (
        "pothole on Renmin Rd near no. 188, deep",
        "188 Renmin Rd",
        "Renmin Rd near no. 188",
        "188",
        "",
    ),
    ("at 188 renmin road", "188 Renmin Rd", "188 renmin road", "188", ""),
    ("190 Renmin Rd", "188 Renmin Rd", "190 Renmin Rd", "190", ""),
    ("Renmin Road 186", "188 Renmin Rd", "Renmin Road 186", "186", ""),
)


@pytest.mark.parametrize(
    "text, name, words, number, tail", NUMBERS, ids=[row[0] for row in NUMBERS]
)
def test_a_house_number_leads_to_the_nearest_known_one(
    text: str, name: str, words: str, number: str, tail: str
) -> None:
    found = TOWN.find(text)[0]
    assert (found.entry.name, found.words, found.number, found.tail) == (
        name,
        words,
        number,
        tail,
    )


def test_a_number_that_is_known_scores_higher_than_one_beside_it() -> None:
    scores = [TOWN.find(f"文昌路{number}号")[0].score for number in (12, 14, 18, 900)]
    assert scores == sorted(scores, reverse=True)
    assert len(set(scores)) == 4


def test_a_road_of_which_only_numbers_are_known_is_never_sure() -> None:
    assert [one.entry.name for one in TOWN.find("人民路有坑")] == ["人民路"]
    assert sure(TOWN.find("人民路有坑")) is None


CROSSING_WAYS = (
    "文昌路与解放路口",
    "解放路与文昌路交叉口",
    "文昌路和解放路路口",
    "文昌路解放路口",
    "解放路、文昌路路口",
    "文昌路 解放路",
    "文昌路跟解放路十字路口",
    "文昌路/解放路",
)


@pytest.mark.parametrize(
    "around",
    ["{}", "井盖没了！！{}北边非机动车道，晚上骑过去要命", "{}一台电动车烧起来了"],
)
@pytest.mark.parametrize("way", CROSSING_WAYS)
def test_a_crossing_is_found_by_its_two_roads(way: str, around: str) -> None:
    found = sure(TOWN.find(around.format(way)))
    assert found is not None
    assert found.entry.name == "文昌路与解放路交叉口"


@pytest.mark.parametrize(
    "way",
    [
        "Jiefang Rd & Wenchang Rd",
        "wenchang road and jiefang road crossing",
        "Wenchang Rd/Jiefang Rd",
    ],
)
def test_a_crossing_is_found_in_english(way: str) -> None:
    found = sure(TOWN.find(f"fire at {way}"))
    assert found is not None
    assert found.entry.name == "Jiefang Rd & Wenchang Rd crossing"


@pytest.mark.parametrize(
    "name",
    ["中山路育才街口", "中山路与育才街交叉口", "育才街/中山路路口", "中山路和育才街"],
)
def test_a_crossing_may_be_written_in_several_ways(name: str) -> None:
    town = Gazetteer([Entry(name, place=at(0))])
    found = sure(town.find("水管爆了 中山路和育才街口"))
    assert found is not None
    assert found.entry.name == name


def test_two_roads_that_do_not_meet_are_two_candidates() -> None:
    found = TOWN.find("滨河路与长江路路口")
    assert [one.entry.name for one in found] == ["滨河路", "长江路"]
    assert sure(found) is None


def test_two_roads_far_apart_in_a_text_are_no_crossing() -> None:
    names = {one.entry.name for one in TOWN.find("文昌路堵车我绕到解放路")}
    assert names == {"文昌路", "解放路"}


def test_a_road_alone_may_be_in_each_area_where_something_stands_on_it() -> None:
    """Nothing is known of the road itself: only two houses and a crossing."""
    town = Gazetteer(
        (
            Entry("柳荫路8号", "G05", at(100)),
            Entry("柳荫路10号", "G05", at(120)),
            Entry("柳荫路200号", "G26", at(2000)),
            Entry("柳荫路与解放路交叉口", "G07", at(900)),
        )
    )
    found = town.find("柳荫路路灯坏了")
    assert {one.entry.area for one in found} == {"G05", "G07", "G26"}
    assert {one.entry.name for one in found} == {"柳荫路"}
    assert all(one.entry.place is None for one in found)
    assert sure(found) is None
    assert sure(town.find("柳荫路", at(100), "G05")) is None


def test_of_a_road_alone_what_is_near_comes_first() -> None:
    town = Gazetteer(
        Entry(f"柳荫路{number * 300}号", f"G{number}", at(number * 900))
        for number in range(1, 6)
    )
    assert town.find("在柳荫路", at(3600))[0].entry.area == "G4"
    assert town.find("在柳荫路", None, "G5")[0].entry.area == "G5"


def test_a_road_by_its_name_is_short() -> None:
    """A crossing is looked for in all of it, so that a long message must not be looked through."""
    assert names_road("南京路20号")
    assert names_road("20 nanjing road")
    assert not names_road("那里")
    assert not names_road("路" * (LONGEST + 1))

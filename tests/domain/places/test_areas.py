"""Every way to say a grid finds it, however its office numbers and names grids."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from domain.places.areas import area_entries, area_entry
from domain.places.entries import AREA, GRID
from domain.places.gazetteer import Gazetteer, sure
from tests.matrix import each

SAMPLE = Path(__file__).parents[3] / "bot" / "sample" / "areas.geojson"


def sample() -> list[tuple[str, str]]:
    features = json.loads(SAMPLE.read_text(encoding="utf-8"))["features"]
    return [(one["properties"]["code"], one["properties"]["name"]) for one in features]


GRIDS = [(code, name) for code, name in sample() if code.startswith("G")]
DISTRICT = Gazetteer(area_entries(sample()))
WAYS = (
    "微网格{n:02}",
    "微网格{n}",
    "网格{n}",
    "网格{n:02}",
    "{n:02}网格",
    "{n}号网格",
    "{n:02}号微网格",
    "第{n}网格",
    "微网格 {n:02}",
    "网 格 {n}",
    "G{n:02}",
    "g{n:02}",
    "Ｇ{n:02}",
    "G-{n:02}",
    "grid {n}",
    "Grid {n:02}",
    "微格{n}",
    "grid no. {n}",
    "Grid number {n}",
)
AROUND = (
    "{}",
    "{}的",
    "在{}这边",
    "灯不亮 {}",
    "{}老纺织厂宿舍有人飞线",
    "我要跟网格员讲话，{}的",
    "{}！！",
    "📍{}",
)


def district_of(*names: str) -> Gazetteer:
    return Gazetteer(
        area_entries((f"A{number}", name) for number, name in enumerate(names))
    )


@each("around", AROUND)
@each("way", WAYS)
def test_each_grid_of_the_sample_is_found_by_its_number(way: str, around: str) -> None:
    for code, _ in GRIDS:
        text = around.format(way.format(n=int(code[1:])))
        found = sure(DISTRICT.find(text))
        assert found is not None, text
        assert found.entry.area == code, text


@each("around", AROUND)
def test_each_grid_of_the_sample_is_found_by_its_name(around: str) -> None:
    for code, name in GRIDS:
        for said in (name, name.removesuffix("网格") + "微网格"):
            found = sure(DISTRICT.find(around.format(said)))
            assert found is not None, said
            assert found.entry.area == code, said


def test_each_grid_of_the_sample_is_found_by_its_proper_name() -> None:
    for code, name in GRIDS:
        proper = name.removesuffix("网格")
        found = DISTRICT.find(f"{proper}这里有个井盖松了")
        assert [one.entry.area for one in found] == [code], proper
        alone = sure(DISTRICT.find(proper))
        assert alone is not None
        assert alone.entry.area == code, proper


@pytest.mark.parametrize(
    "chinese, code",
    [
        ("五号网格", "G05"),
        ("微网格十二", "G12"),
        ("二十六网格", "G26"),
        ("第三十三网格", "G33"),
    ],
)
def test_numbers_may_be_chinese(chinese: str, code: str) -> None:
    found = sure(DISTRICT.find(f"{chinese}垃圾没人清"))
    assert found is not None
    assert found.entry.area == code


@each("name", ["幸福街道", "清河区", "清河市", "南门街道"])
def test_a_street_is_found_by_its_name_and_by_no_number(name: str) -> None:
    found = sure(DISTRICT.find(f"{name}哪里有充电的地方"))
    assert found is not None
    assert found.entry.name == name
    assert found.entry.kind == AREA


@each(
    "name",
    [
        "微网格05",
        "网格5",
        "5号网格",
        "五号微网格",
        "第五网格",
        "05网格",
        "微网格05体育场",
        "体育场5号网格",
        "体育场第五网格",
        "5号网格（体育场）",
        "桂花社区05网格",
        "Grid 5",
        "体育场网格05",
        "微网格05号",
    ],
)
@each("said", ["微网格05", "网格5", "五号网格", "5号网格", "05网格"])
def test_an_office_may_put_number_and_name_as_it_likes(name: str, said: str) -> None:
    district = Gazetteer(area_entries([("330101", name), ("330102", "老街第六网格")]))
    found = sure(district.find(f"{said}路灯坏了"))
    assert found is not None
    assert (found.entry.area, found.entry.kind) == ("330101", GRID)


@each(
    "name",
    [
        "微网格05体育场",
        "体育场5号网格",
        "5号网格（体育场）",
        "体育场网格",
        "网格05 体育场",
    ],
)
def test_the_proper_name_beside_a_number_is_a_name(name: str) -> None:
    found = district_of(name).find("体育场那边有人打架")
    assert [one.words for one in found] == ["体育场"]


def test_a_number_that_several_communities_use_finds_them_all() -> None:
    district = district_of("桂花社区第3网格", "文昌社区第3网格", "文昌社区第4网格")
    found = district.find("3号网格积水")
    assert {one.entry.name for one in found} == {"桂花社区第3网格", "文昌社区第3网格"}
    assert sure(found) is None
    full = sure(district.find("文昌社区三号网格积水"))
    assert full is not None
    assert full.entry.name == "文昌社区第3网格"
    last = sure(district.find("3号网格积水", last_area="A0"))
    assert last is not None
    assert last.entry.name == "桂花社区第3网格"


@each(
    "text",
    [
        "火车站网格3号门",
        "火车站网格3号楼",
        "体育场路积水",
        "东站路有坑",
        "网格",
        "微网格",
        "3号楼",
        "5",
        "05",
        "在C栋",
        "D栋",
        "S座",
        "网格员几点上班",
        "一个网格",
        "G",
        "5G基站吵",
    ],
)
def test_what_only_looks_like_a_grid_is_none(text: str) -> None:
    assert DISTRICT.find(text) == ()


def test_a_code_of_one_letter_or_of_few_digits_is_no_name() -> None:
    assert area_entry("C", "清河市").aliases == ()
    assert "5" not in area_entry("05", "体育场网格").aliases
    assert "350203001005" in area_entry("350203001005", "体育场网格").aliases


def test_the_number_in_the_name_counts_more_than_that_of_the_code() -> None:
    entry = area_entry("G26", "体育场5号网格")
    assert "网格5" in entry.aliases
    assert "网格26" not in entry.aliases
    assert "g26" in entry.aliases

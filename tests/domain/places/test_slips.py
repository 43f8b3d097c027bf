"""One typing error in a name is forgiven; a number, a side and a kind of place are no error."""

from __future__ import annotations

import random

import pytest

from domain.places.entries import Entry
from domain.places.gazetteer import Gazetteer, sure
from domain.places.spelling import slipped
from tests.domain.places.town import TOWN


@pytest.mark.parametrize(
    "text, name, words",
    [
        ("银杏小曲后门", "银杏小区", "银杏小曲"),
        ("银杏晓区后门", "银杏小区", "银杏晓区"),
        ("城冻菜市场门口", "城东菜市场", "城冻菜市场"),
        ("印杏小区后门", "银杏小区", "印杏小区"),
        ("银杏的小区后门", "银杏小区", "银杏的小区"),
        ("城菜东市场后门", "城东菜市场", "城菜东市场"),
        ("城东菜市厂3号门", "城东菜市场", "城东菜市厂"),
        ("城东市场那家卤味", "城东菜市场", "城东市场"),
        ("滨何路桥洞底下积水", "滨河路桥洞", "滨何路桥洞"),
        ("体育厂网格广场舞音响太大", "体育场网格", "体育厂网格"),
        ("市第一实检小学门口", "市第一实验小学", "市第一实检小学"),
        ("fire at wnda plaza", "Wanda Plaza", "wnda plaza"),
        ("fire at wandda plaza", "Wanda Plaza", "wandda plaza"),
        ("pothole on remnin road", "Renmin Road", "remnin road"),
    ],
)
def test_one_error_is_forgiven(text: str, name: str, words: str) -> None:
    found = TOWN.find(text)
    assert (found[0].entry.name, found[0].words) == (name, words)


def test_an_error_in_a_long_name_counts_more_than_a_shorter_one_that_crosses_it() -> (
    None
):
    mall = Entry("万家广场南门", "G04", kind="amenity")
    road = Entry("南门路12号", "G37", kind="building")
    found = sure(Gazetteer([mall, road]).find("万家广厂南门路灯坏了"))
    assert found is not None and found.entry is mall


@pytest.mark.parametrize("text", ["市第一实检小学门口", "fire at wnda plaza"])
def test_an_error_in_a_long_name_leaves_it_sure(text: str) -> None:
    assert sure(TOWN.find(text)) is not None


def test_an_error_in_a_short_name_is_asked_about() -> None:
    assert sure(TOWN.find("银杏小曲后门")) is None


@pytest.mark.parametrize(
    "text",
    [
        "银否小曲后门",
        "文昌跆",
        "锦绣江南8栋",
        "C座",
        "锦锈江北9栋",
        "wunda pluza",
        "power B is out",
        "Tower Bridge",
        "renminroad",
        "城西菜市场",
        "银杏大小区",
        "城东菜市南",
        "城,东菜市厂",
    ],
)
def test_two_errors_or_another_number_or_kind_is_another_place(text: str) -> None:
    assert TOWN.find(text) == ()


def test_an_error_in_what_only_few_characters_tell_apart_is_asked_about() -> None:
    found = TOWN.find("辛福小区3号楼消防通道堵了")
    assert found[0].entry.name == "幸福小区3号楼"
    assert sure(found) is None


def test_a_short_road_with_an_error_is_another_road() -> None:
    assert TOWN.find("文冒路12号") == ()
    assert TOWN.find("仁民路180号") == ()


def test_a_text_that_repeats_itself_is_searched_once() -> None:
    assert [one.words for one in TOWN.find("银杏小曲" * 90)] == ["银杏小曲"]


@pytest.mark.parametrize(
    "form, piece, is_slip",
    [
        ("银杏小区", "银杏小曲", True),
        ("银杏小区", "银杏区", True),
        ("银杏小区", "银杏大小区", False),
        ("银杏小区", "银杏的小区", True),
        ("银杏小区", "银小杏区", True),
        ("银杏小区", "银杏小区", False),
        ("银杏小区", "金否小区", False),
        ("人民东路", "人民西路", False),
        ("人民东路", "人民路", False),
        ("幸福小区3栋", "幸福小区4栋", False),
        ("幸福小区3栋", "幸福小区13栋", False),
        ("文昌公园街", "文昌公园路", False),
        ("体育中心场", "体育中心馆", False),
        ("体育中央路", "体育中央", False),
        ("文昌阁号院", "文昌号院", True),
    ],
)
def test_what_is_an_error(form: str, piece: str, is_slip: bool) -> None:
    assert slipped(form, piece) is is_slip


def test_errors_are_looked_for_only_where_nothing_stands_in_full() -> None:
    found = TOWN.find("城东菜市场旁边，银杏小曲")
    assert [one.entry.name for one in found] == ["城东菜市场"]


def test_every_single_error_of_any_name_is_forgiven() -> None:
    chance = random.Random(3)
    letters = [chr(code) for code in range(0x6000, 0x6400)]
    names = sorted(
        {"".join(chance.sample(letters, chance.randint(4, 9))) for _ in range(400)}
    )
    town = Gazetteer(Entry(name) for name in names)
    for name in names:
        i = chance.randrange(len(name))
        wrong = chr(chance.randint(0x7A00, 0x7B00))
        for spoiled in (
            name[:i] + wrong + name[i + 1 :],
            name[:i] + name[i + 1 :],
            name[:i] + wrong + name[i:],
        ):
            found = town.find(f"我在{spoiled}，快来")
            assert name in [one.entry.name for one in found], (name, spoiled)

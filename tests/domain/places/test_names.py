"""One place, many spellings; and the way back to the words as they were said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.places.digits import CHINESE, digits
from domain.places.names import STOP, STOPS, normal, read
from domain.places.tails import split, tail_at

SAME = (
    ("5号网格", "五号网格", "05号网格", "５号网格", "5 号 网格"),
    (
        "12号楼",
        "十二号楼",
        "12栋",
        "12幢",
        "12座",
        "12#楼",
        "12＃楼",
        "12 号楼",
        "１２號樓",
        "012号楼",
    ),
    (
        "银泰A座",
        "银泰a座",
        "银泰Ａ座",
        "银泰 A 座",
        "银泰A栋",
        "银泰-A座",
        "银泰「A座」",
    ),
    ("3号门", "三号门", "3门", "03号门", "3号大门", "３號門"),
    (
        "人民路188号",
        "人民路一百八十八号",
        "人民路一八八号",
        "人民路 188 号",
        "人民路188#",
    ),
    ("305室", "三〇五室", "三零五室", "三百零五室"),
    ("市一中", "市1中", "市１中"),
    ("Renmin Road", "renmin rd", "RENMIN RD.", "Renmin  Road", "Ｒenmin Road"),
    ("Café 5", "cafe 5", "CAFE-5"),
    ("二十三号", "23号", "２３号"),
    ("第一百货", "第１００货"),
)
APART = (
    ("3号楼", "3楼"),
    ("3号楼", "13号楼"),
    ("12-3号", "123号"),
    ("A座", "B座"),
    ("文昌路", "文昌街"),
    ("百货", "100货"),
    ("Tower B", "TowerB"),
    ("万达", "10000达"),
)


@pytest.mark.parametrize("spellings", SAME, ids=lambda spellings: spellings[0])
def test_spellings_of_one_place_have_one_form(spellings: tuple[str, ...]) -> None:
    assert {normal(spelling) for spelling in spellings} == {normal(spellings[0])}


@pytest.mark.parametrize("one, other", APART)
def test_two_places_have_two_forms(one: str, other: str) -> None:
    assert normal(one) != normal(other)


@pytest.mark.parametrize(
    "said, number",
    [
        ("十", "10"),
        ("十二", "12"),
        ("二十", "20"),
        ("一百", "100"),
        ("一百零五", "105"),
        ("三千二百一十", "3210"),
        ("一一二", "112"),
        ("〇五", "5"),
        ("零", "0"),
        ("000", "0"),
        ("007", "7"),
        ("百", "百"),
        ("千百", "千百"),
    ],
)
def test_numbers_are_read(said: str, number: str) -> None:
    assert digits(said) == number


@given(st.text(CHINESE, min_size=1, max_size=6000) | st.text("0123456789", min_size=1))
def test_any_run_of_digits_is_a_number_or_stays(run: str) -> None:
    read_as = digits(run)
    assert read_as == run or read_as.isdecimal()


@given(st.text(st.characters(codec="ascii")))
def test_a_form_is_its_own_form(text: str) -> None:
    once = normal(text)
    assert normal(once) == once


@given(st.text())
def test_no_form_of_a_name_holds_a_stop(text: str) -> None:
    assert STOP not in normal(text)


def test_a_sentence_stops_where_a_name_does_not() -> None:
    assert read("南京，路边").normal == f"南京{STOP}路边"
    assert normal("南京，路边") == "南京路边"


@given(st.text())
def test_without_stops_a_sentence_has_the_form_of_a_name(text: str) -> None:
    plain = STOPS.sub(" ", text)
    assert read(plain).normal == normal(plain)


@given(
    st.text(
        st.sampled_from("五号楼12 门AＡ路ﬁ½é-、。\n座十百百#📍한") | st.characters()
    )
)
def test_each_part_of_a_form_leads_back_to_words_of_the_text(text: str) -> None:
    spoken = read(text)
    assert len(spoken.starts) == len(spoken.ends) == len(spoken.normal)
    assert list(spoken.starts) == sorted(spoken.starts)
    for i in range(len(spoken.normal)):
        assert spoken.words(i, i + 1) in text
        assert spoken.words(i, len(spoken.normal)) in text


@pytest.mark.parametrize(
    "said, start, end, words",
    [
        ("在十二号楼下", 1, 4, "十二号楼"),
        ("灯 不 亮 微网格０５", 3, 7, "微网格０５"),
        ("Renmin Rd. 5", 0, 11, "Renmin Rd"),
    ],
)
def test_words_are_as_they_were_said(
    said: str, start: int, end: int, words: str
) -> None:
    assert read(said).words(start, end) == words


@pytest.mark.parametrize(
    "said, head, name, tail",
    [
        ("在人民路188号门口", "在", "人民路188号", "门口"),
        ("我在那个银杏小区后门", "我在那个", "银杏小区", "后门"),
        ("体育场网格3号门旁边", "", "体育场网格", "3号门旁边"),
        ("东风大桥这边", "", "东风大桥", "这边"),
        ("人民路加油站对面", "", "人民路加油站", "对面"),
        ("书香苑附近", "", "书香苑", "附近"),
        ("文昌路与解放路口北边", "", "文昌路与解放路", "口北边"),
        ("滨河路桥洞底下", "", "滨河路桥洞", "底下"),
        ("near Wanda Plaza", "near ", "Wanda Plaza", ""),
        ("内蒙古路", "", "内蒙古路", ""),
        ("门口", "", "门口", ""),
        ("在", "", "在", ""),
        ("", "", "", ""),
    ],
)
def test_what_is_said_around_a_name_is_split_off(
    said: str, head: str, name: str, tail: str
) -> None:
    assert split(said) == (head, name, tail)


@given(st.text(st.sampled_from("在那个我附近旁边门口3号对面路东 ") | st.characters()))
def test_the_three_parts_are_the_text(text: str) -> None:
    assert "".join(split(text)) == text.strip()
    assert text.startswith(tail_at(text, 0))

"""The numbers that stand together within words."""

from __future__ import annotations

import pytest

from domain.values.numbers_said import counted, ending, leading, listed, within


@pytest.mark.parametrize(
    ("text", "numbers", "rest"),
    [
        ("YH26-0001、QZ26-0002 接单", ("YH26-0001", "QZ26-0002"), "接单"),
        ("ＹＨ２６－０００１，0003", ("YH26-0001", "YH26-0003"), ""),
        ("0001 和 0002 办好了", ("0001", "0002"), "办好了"),
        ("YH26-0001 YH26-0001", ("YH26-0001",), ""),
        ("YH26-0001 12-01 等货", ("YH26-0001",), "12-01 等货"),
        ("YH26-0001 3天", ("YH26-0001",), "3天"),
        ("和 YH26-0001 重复", (), "和 YH26-0001 重复"),
        ("灯坏了", (), "灯坏了"),
        ("1号2号我来", ("#1", "#2"), "我来"),
        ("1和3号修好了", ("#1", "#3"), "修好了"),
        ("3到5号的给张强", ("#3", "#4", "#5"), "给张强"),
        ("numbers 2 and 4 are fixed", ("#2", "#4"), "are fixed"),
        ("no. 3 is mine", ("#3",), "is mine"),
        ("3号楼路灯坏了", (), "3号楼路灯坏了"),
        ("15号之前修好", (), "15号之前修好"),
        ("12月3号去", (), "12月3号去"),
        ("no 3", (), "no 3"),
        ("3号充电桩坏了", (), "3号充电桩坏了"),
        ("12号门口有垃圾", (), "12号门口有垃圾"),
    ],
)
def test_those_with_which_a_text_begins(
    text: str, numbers: tuple[str, ...], rest: str
) -> None:
    found = leading(text)
    assert (found.numbers, found.rest) == (numbers, rest)


@pytest.mark.parametrize(
    ("text", "numbers", "rest"),
    [
        ("不归我们 YH26-0001。", ("YH26-0001",), "不归我们"),
        ("YH26-0001 和 YH26-0002", (), "YH26-0001 和 YH26-0002"),
        ("YH26-0001 不归我们", (), "YH26-0001 不归我们"),
    ],
)
def test_the_one_with_which_it_ends(
    text: str, numbers: tuple[str, ...], rest: str
) -> None:
    found = ending(text)
    assert (found.numbers, found.rest) == (numbers, rest)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("错了，是4号", ("#4",)),
        ("把1号还给张强", ("#1",)),
        ("YH26-0001 跟 number 5 一样", ("YH26-0001", "#5")),
        ("延到15号", ()),
        ("第3号", ()),
        ("人民路12号有人占道", ()),
    ],
)
def test_those_that_stand_anywhere(text: str, numbers: tuple[str, ...]) -> None:
    assert within(text) == numbers


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("5不归我们", "5"),
        ("2 which side", "2"),
        ("3天", ""),
        ("2 people", ""),
        ("5", ""),
    ],
)
def test_a_bare_one_before_words(text: str, number: str) -> None:
    assert counted(text) == number


def test_a_range_is_all_of_it_and_one_alone_counts_where_one_does() -> None:
    assert listed("3 to 5") == ("3", "4", "5")
    assert listed("3") == ()
    assert listed("3", 1) == ("3",)

"""Words that have to fit: cut, broken into rows, left out or turned."""

from __future__ import annotations

import pytest

from bot.drawing.fitting import cut, ems, rows_of, ticks


def test_a_chinese_character_is_wider_than_a_figure() -> None:
    assert ems("隐患") == 2
    assert 1 < ems("12") < 2


@pytest.mark.parametrize(
    "text", ["", "短", "一二三四五六七八九十", "abcdefghijklmnop", "第 1 网格（南湖）"]
)
def test_what_is_cut_is_never_wider_than_asked(text: str) -> None:
    assert ems(cut(text, 5)) <= 5
    assert cut(text, 50) == text


def test_rows_break_between_chinese_characters_and_between_latin_words() -> None:
    assert rows_of("一二三四五六", 4, 2) == ["一二三四", "五六"]
    assert rows_of("hazards reported", 7, 2) == ["hazards", "reported"]
    assert rows_of("一二三四五六七八九", 4, 2) == ["一二三四", "五六七…"]


def test_labels_that_fit_all_stand_there() -> None:
    assert ticks(["一", "二"], 3).texts == ["一", "二"]


def test_long_names_stand_in_two_rows_of_about_the_same_length() -> None:
    assert ticks(["消防通道堵塞", "其他"], 5).texts == ["消防通\n道堵塞", "其他"]


def test_of_many_days_some_are_named_and_the_newest_always() -> None:
    below = ticks([f"11/{n}" for n in range(1, 31)], 1.2)
    assert below.texts[-1] == "11/30" and 5 < len(below.at) < 15 and not below.turned


def test_many_names_are_turned_and_cut() -> None:
    below = ticks([f"南湖街道第{n}社区第一网格" for n in "一二三四五六七八九十"], 3)
    assert (
        below.turned
        and len(below.at) == 10
        and all(ems(text) <= 9 for text in below.texts)
    )


def test_no_labels_are_no_ticks() -> None:
    assert ticks([], 3).at == []

"""One way to know a question, whoever looks for one."""

from __future__ import annotations

import pytest

from handlers.texts.asking import questioned, unasked


@pytest.mark.parametrize(
    "said",
    ["修好了吗", "好了没", "张强呢", "几楼？", "submitted?", "还有谁呢", "你呢。"],
)
def test_a_question(said: str) -> None:
    assert questioned(said)


@pytest.mark.parametrize(
    "said",
    ["好的呢", "还没好呢", "正在等呢", "谢谢呢", "路灯坏了", "the lamp is broken"],
)
def test_what_is_told(said: str) -> None:
    assert not questioned(said)


def test_a_word_inside_may_ask_too() -> None:
    assert questioned("你在哪边", "words-whether")
    assert not questioned("你在哪边")


def test_what_is_left_without_the_sign() -> None:
    assert unasked("提交了吗？") == "提交了"
    assert unasked("好的呢") == "好的呢"


@pytest.mark.parametrize(
    ("said", "short"),
    [
        ("可以匿名不", "可以匿名"),
        ("能修好不", "能修好"),
        ("可不", "可不"),
        ("不能不", "不能不"),
    ],
)
def test_the_short_form_of_a_question(said: str, short: str) -> None:
    assert unasked(said) == short


def test_of_a_page_of_signs_a_few_are_taken_off() -> None:
    page = "么。" * 500
    assert len(unasked(page)) > 900

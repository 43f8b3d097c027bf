"""By which parts of their names colleagues are known."""

from __future__ import annotations

import pytest

from handlers.actions.nicknames import familiar, spelled_out

NEAR = ["张强", "王建国", "王芳", "Tom Baker", "Anna Grace Smith", "石磊"]


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("小张明天休息", "张强明天休息"),
        ("让强哥去", "让张强去"),
        ("老张队长在不在", "张强在不在"),
        ("建国哥手上有几件", "王建国手上有几件"),
        ("张强和小张一起", "张强和张强一起"),
        ("what does tom have", "what does Tom Baker have"),
        ("give it to Smith", "give it to Anna Grace Smith"),
        ("Tom Baker is off", "Tom Baker is off"),
    ],
)
def test_whoever_alone_may_be_meant_gets_their_whole_name(
    said: str, meant: str
) -> None:
    assert spelled_out(NEAR, said) == meant


@pytest.mark.parametrize(
    "said",
    [
        "小王明天休息",  # two are called so
        "老师傅来了",
        "小路有个坑",
        "by the grace of god",  # a word as well as a name
        "will you take it",
        "the bakery is closed",
        "小李请假",
    ],
)
def test_what_may_be_two_or_no_name_stays(said: str) -> None:
    assert spelled_out(NEAR, said) == said


def test_of_nobody_nothing_is_spelled_out() -> None:
    assert spelled_out([], "小张明天休息") == "小张明天休息"


def test_a_word_of_a_name_is_known_in_any_case() -> None:
    assert familiar("Tom Baker", "TOM")
    assert not familiar("Tom", "To")


@pytest.mark.parametrize(
    ("shown", "word"),
    [
        ("张强-幸福路口", "张强"),
        ("网格员张强🌸", "张强"),
        ("A张强（幸福街道）", "小张"),
        ("Coordinator Tom 🚲", "tom"),
    ],
)
def test_who_is_shown_with_more_is_known_by_the_name_alone(
    shown: str, word: str
) -> None:
    assert familiar(shown, word)
    assert spelled_out([shown, "王芳"], f"{word}在") == f"{shown}在"


@pytest.mark.parametrize("word", ["幸福路口", "网格员", "张强幸", "coordinator"])
def test_an_area_or_an_office_beside_a_name_is_nobodys(word: str) -> None:
    assert not familiar("网格员张强-幸福路口 coordinator", word)

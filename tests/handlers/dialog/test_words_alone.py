"""Whether a text says nothing but certain words, or begins with them."""

from __future__ import annotations

import pytest

from handlers.filing.said_instead import corrects
from handlers.texts.words import begins, only


@pytest.mark.parametrize(
    "text",
    [
        "不对",
        "不对！",
        "不对不对",
        "不对，不是这样的",
        "错了吧",
        "No, that's wrong.",
        "that’s not right",
        "wrong",
    ],
)
def test_an_objection_is_one_with_particles_and_signs(text: str) -> None:
    assert only("words-wrong", text)


@pytest.mark.parametrize(
    "text",
    [
        "不对称",
        "走错了路",
        "no light here",
        "now",
        "wrong bus stop sign",
        "不错",
        "对",
        "",
    ],
)
def test_what_only_looks_like_one_is_none(text: str) -> None:
    assert not only("words-wrong", text)


@pytest.mark.parametrize(
    "text", ["不对，是东边那个", "no, the other gate", "错了。是二号楼"]
)
def test_what_follows_an_objection_is_told_from_it(text: str) -> None:
    assert begins("words-wrong", text) and not only("words-wrong", text)


@pytest.mark.parametrize("text", ["不对称的栏杆", "nobody is here", "好的"])
def test_a_word_goes_on_where_no_sign_follows(text: str) -> None:
    assert not begins("words-wrong", text)


@pytest.mark.parametrize("said", ["哦", "好", "了"])
def test_a_word_said_over_and_over_takes_no_time_without_end(said: str) -> None:
    """哦 is a word and a particle: tried in every way, 60 of them would take years."""
    assert not only("words-nod", said * 60 + "x", "words-polite")
    assert not only("words-nod", said * 3000)
    assert corrects(said * 60 + "x") is None
    assert only("words-nod", "哦" * 60)


@pytest.mark.parametrize(
    ("text", "said", "denied"),
    [
        ("sorry not grid 3, grid 5", "grid 5", "grid 3"),
        ("no not grid 3 it is grid 5", "grid 5", "grid 3"),
        ("is not grid 3 is grid 5", "grid 5", "grid 3"),
        ("i make mistake is building 6", "building 6", ""),
        ("my mistake, grid 5", "grid 5", ""),
        ("不是3号网格 5号网格", "5号网格", "3号网格"),
        ("打错了 5号网格", "5号网格", ""),
        ("我打错了 是5号网格", "5号网格", ""),
    ],
)
def test_a_slip_is_put_right_in_whatever_grammar(
    text: str, said: str, denied: str
) -> None:
    found = corrects(text)
    assert found is not None
    assert (found.said, found.denied) == (said, denied)


@pytest.mark.parametrize("text", ["not working, grid 5", "not urgent, gate 3"])
def test_what_it_is_not_and_a_place_put_nothing_right(text: str) -> None:
    assert corrects(text) is None

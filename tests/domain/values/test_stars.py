"""Stars, in figures, words and drawings."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.values.stars import no_such, show_stars, stars, stars_first, stars_said

steady = settings(deadline=None, derandomize=True)

STARS = {
    "5": 5,
    "５": 5,
    "五": 5,
    "5星": 5,
    "五颗星": 5,
    "⭐⭐⭐⭐": 4,
    "5 stars": 5,
    "满分": 5,
    "1": 1,
    "一": 1,
    "两": 2,
    "二": 2,
    "三星": 3,
    "两颗星": 2,
    "3 颗": 3,
    "四个星": 4,
    "五星好评": 5,
    "5分": 5,
    "四分": 4,
    "4/5": 4,
    "5/5": 5,
    "1 star": 1,
    "one star": 1,
    "Five Stars": 5,
    "four": 4,
    "⭐": 1,
    "⭐️⭐️": 2,
    "⭐ ⭐ ⭐": 3,
    "★★★★★": 5,
    "★★★☆☆": 3,
    "☆☆☆": 3,
    "🌟🌟🌟🌟🌟": 5,
    "5️⃣": 5,
    "5星吧": 5,
    "3 stars I guess": 3,
    "⑤": 5,
    "５星。": 5,
}
NO_STARS = [
    "",
    "0",
    "6",
    "55",
    "10",
    "-5",
    "4.5",
    "零",
    "零星",
    "半星",
    "六星",
    "星",
    "stars",
    "a",
    "an star",
    "six stars",
    "5x",
    "5 5",
    "4/6",
    "45/5",
    "100分",
    "⭐⭐⭐⭐⭐⭐",
    "☆★",
    "★☆",
    "★★☆☆☆☆",
    "⭐x",
    "👍",
    "好",
    "5²",
    "٥",
    "三四",
]


@pytest.mark.parametrize(("typed", "expected"), STARS.items())
def test_stars_are_understood(typed: str, expected: int) -> None:
    assert stars(typed) == expected


@pytest.mark.parametrize("typed", NO_STARS)
def test_what_are_not_wholly_stars_is_none(typed: str) -> None:
    assert stars(typed) is None


@steady
@given(st.integers(1, 5))
def test_what_is_shown_is_understood(number: int) -> None:
    assert stars(show_stars(number)) == number == stars(str(number))


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("4星 就是慢了点", (4, "就是慢了点")),
        ("给5星，师傅人好", (5, "师傅人好")),
        ("3 stars, but slow", (3, "but slow")),
        ("⭐⭐ 一般", (2, "一般")),
        ("3颗星吧，来得有点慢", (3, "来得有点慢")),
        ("满分", (5, "")),
        ("5", None),
        ("4分钟就到了", None),
        ("3星期了还没修", None),
        ("9星", None),
        ("路灯4星", None),
    ],
)
def test_words_may_follow_the_stars(typed: str, expected: object) -> None:
    assert stars_first(typed) == expected


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("可以 就是慢 给4星", 4),
        ("不错，5星", 5),
        ("good job, 4 star because slow", 4),
        ("ok 3 stars", 3),
        ("4星 就是慢了点", 4),
        ("等了 5分 还没人来", None),
        ("掉了 3颗 螺丝", None),
        ("不给 5星", None),
        ("i don't give 5 stars", None),
        ("本来想给 5星", None),
        ("门口 4星级酒店", None),
        ("等了 3星期", None),
        ("is that 4 stars?", None),
    ],
)
def test_words_may_stand_before_the_stars(typed: str, number: int | None) -> None:
    found = stars_said(typed)
    assert (found and found[0]) == number


@pytest.mark.parametrize("typed", ["6星", "六颗星", "0 stars", "9分吧"])
def test_so_many_stars_as_there_are_not_are_known_as_such(typed: str) -> None:
    assert no_such(typed)
    assert stars(typed) is None


@pytest.mark.parametrize("typed", ["5星", "6", "星", "6点", "4/6"])
def test_what_nobody_calls_stars_is_not_too_many_of_them(typed: str) -> None:
    assert not no_such(typed)

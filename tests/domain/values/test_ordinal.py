"""The place in a list with which words begin."""

from __future__ import annotations

import pytest

from domain.values.ordinal import LAST, ordinal


@pytest.mark.parametrize(
    ("said", "place", "rest"),
    [
        ("第二个转给张强", 2, "转给张强"),
        ("第１２件，明天去", 12, "明天去"),
        ("那最后一个的不归我们", LAST, "不归我们"),
        ("The second one is done", 2, "done"),
        ("last one isn't ours", LAST, "isn't ours"),
        ("头一个锯掉了", 1, "锯掉了"),
        ("头两个办好了", 0, "头两个办好了"),
        ("第二天再去", 0, "第二天再去"),
        ("第一和第三个接单", 0, "第一和第三个接单"),
        ("第一个、第二个办好了", 0, "第一个、第二个办好了"),
        ("最后办好了", 0, "最后办好了"),
        ("last week", 0, "last week"),
    ],
)
def test_a_place_and_what_is_said_of_it(said: str, place: int, rest: str) -> None:
    assert ordinal(said) == (place, rest)

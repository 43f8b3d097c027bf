"""Several places of a list, typed at once."""

from __future__ import annotations

import pytest

from domain.values.several import places


@pytest.mark.parametrize(
    "text, expected",
    (
        ("1 3 5", [1, 3, 5]),
        ("1、3、5", [1, 3, 5]),
        ("１，３，５。", [1, 3, 5]),
        ("1-3", [1, 2, 3]),
        ("1 ~ 3", [1, 2, 3]),
        ("1到3", [1, 2, 3]),
        ("1 to 3", [1, 2, 3]),
        ("1-3, 7", [1, 2, 3, 7]),
        ("5 1 5", [5, 1]),
        ("第一和第三个", [1, 3]),
        ("第1件、第2件", [1, 2]),
        ("1 and 3", [1, 3]),
        ("#2 #4", [2, 4]),
        ("2", [2]),
        ("前三件", [1, 2, 3]),
        ("前2个和5", [1, 2, 5]),
        ("the first three", [1, 2, 3]),
        ("前三天", []),
        ("first come", []),
        ("3-1", []),
        ("0 1", []),
        ("1 3 井盖", []),
        ("井盖 1", []),
        ("12-01", []),
        ("1-100", []),
        ("", []),
    ),
)
def test_places_of_a_list(text: str, expected: list[int]) -> None:
    assert places(text) == expected

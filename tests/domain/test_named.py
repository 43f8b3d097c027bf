"""Who stands by name in the words of a matter."""

from __future__ import annotations

import pytest

from domain.named import names


@pytest.mark.parametrize(
    ("words", "name", "stands"),
    [
        ("网格员李敏骂我", "李敏", True),
        ("网格员张强骂我", "李敏", False),
        ("李师傅骂我", "李", False),
        ("li min shouted at me", "Li Min", True),
        ("the liming shop", "Li Min", False),
        ("alarm is broken", "Al", False),
        ("Al, the warden, shouts", "Al", True),
        ("是Al骂我", "Al", True),
    ],
)
def test_a_name_stands_in_words_whole(words: str, name: str, stands: bool) -> None:
    assert names(words, name) is stands

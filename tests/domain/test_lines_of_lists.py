"""Which line of a list is meant by its place."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from domain.lines import line_at
from domain.messages import Choice
from domain.offers import Offered, number


def listed(*data: str) -> Offered:
    now = datetime(2026, 1, 5, tzinfo=UTC)
    return Offered(tuple(Choice(one, one) for one in data), None, now, listed=True)


@pytest.mark.parametrize(
    ("said", "at"),
    [
        ("2", 2),
        ("②", 2),
        ("第二个", 2),
        ("两个", 0),
        ("第1件吧", 1),
        ("the first one", 1),
        ("Third", 3),
        ("十一点", 0),
        ("第二个路口", 0),
        ("first aid", 0),
    ],
)
def test_a_place_is_a_number_or_an_ordinal_alone(said: str, at: int) -> None:
    assert number(said) == at


def test_what_a_line_does_is_done_and_of_several_things_it_is_only_shown() -> None:
    withdrawing = listed("c:2:open", "c:2:withdraw", "c:1:open", "c:1:withdraw")
    assert line_at("第二个", withdrawing) == Choice("c:1:withdraw", "c:1:withdraw")
    status = listed(
        "c:2:open",
        "c:2:hurry",
        "c:2:with_words",
        "c:1:open",
        "c:1:hurry",
        "c:1:with_words",
    )
    assert line_at("1", status) == Choice("c:2:open", "c:2:open")
    gifts = listed("gift:see:meal", "gift:see:cup", "gift:list:2")
    assert line_at("2", gifts) == Choice("gift:see:cup", "gift:see:cup")
    wishes = listed("wish:7:show", "wish:9:show")
    assert line_at("the second one", wishes) == Choice("wish:9:show", "wish:9:show")


def test_beyond_the_lines_nothing_is_meant() -> None:
    assert line_at("3", listed("gift:see:meal", "gift:see:cup")) is None
    assert line_at("3", listed()) is None

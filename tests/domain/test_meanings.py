"""What words mean beside each other is added up by questions."""

from __future__ import annotations

import json

import pytest

from domain.reading.meanings import (
    HEAD_END,
    MOST,
    Meanings,
    danger_meant,
    meanings,
    words_of,
)

WORDS = "boy in lake"
NUMBERS = {
    # two questions: who is where, and whether water is anywhere in the middle
    "before": [(0, 0), (10, 0), (0, 0), (0, 0)],
    "here": [(0, 0), (0, 0), (5, 0), (0, 7)],
    "behind": [(0, 0), (0, 0), (0, 0), (20, 0)],
}


def net(words: str = WORDS) -> bytes:
    head = {
        "least": [3 * 128 + 14, 3 * 128],
        "weigh": [0.5, -1.0],
        "own": -2.0,
        "words": words,
    }
    rows = [row for place in NUMBERS.values() for row in place]
    numbers = bytes(128 + number for row in rows for number in row)
    return json.dumps(head).encode() + HEAD_END + numbers


@pytest.mark.parametrize(
    ("said", "danger"),
    [
        ("all the sun", -2.0),
        ("all the lake", -2.0 + (20 - 14) * 0.5 - 7.0),
        ("boy in lake", -2.0 + (10 + 5 + 20 - 14) * 0.5 - 7.0),
        ("lake in boy", -2.0 + (20 - 14) * 0.5 - 7.0),
    ],
)
def test_the_surest_answer_to_each_question_counts(said: str, danger: float) -> None:
    assert Meanings.read(net()).danger(words_of(said)) == pytest.approx(danger)


def test_of_less_than_three_words_nothing_is_said() -> None:
    assert danger_meant("in lake") is None


def test_numbers_of_other_words_than_are_named_are_refused() -> None:
    with pytest.raises(ValueError, match="each word"):
        Meanings.read(net("boy in"))


def test_words_are_latin_ones_and_any_number_is_one() -> None:
    assert words_of("2 kids don't 动 at gate 14!") == [
        "0",
        "kids",
        "don't",
        "at",
        "gate",
        "0",
    ]
    assert len(words_of("so " * 100)) == MOST


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the toddler went under the water", "the parcel went under the water"),
        ("his lips turned purple", "his scarf turned purple"),
        ("she swallowed a bottle of pills", "she bought a bottle of water"),
    ],
)
def test_those_of_the_package_know_what_is_grave(one: str, other: str) -> None:
    assert meanings().danger(words_of(one)) > meanings().danger(words_of(other))

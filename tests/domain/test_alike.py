"""What English words speak of is added up word by word."""

from __future__ import annotations

import json

import pytest

from domain.reading.alike import HEAD_END, LANE, Alike, alike
from domain.reading.linear import opinion
from domain.reading.vocabulary import default_vocabulary

LABELS = ("road", "danger", "light")
NUMBERS = {"hole": (20, -3), "lamp": (-5, 30)}


def numbers(words: str = "hole lamp", label: str = "light") -> bytes:
    head = {"labels": ["road", label], "words": words}
    rows = bytes(128 + number for row in NUMBERS.values() for number in row)
    return json.dumps(head).encode() + HEAD_END + rows


def said(words: str) -> tuple[int, ...]:
    """What they say of each label."""
    half = sum(1 << (8 * LANE * at + 15) for at in range(len(LABELS)))
    lanes = Alike.read(numbers(), LABELS).of(words.split()) + half
    return tuple(
        (lanes >> (8 * LANE * at) & 0xFFFF) - (1 << 15) for at in range(len(LABELS))
    )


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("hole", (20, 0, -3)),
        ("lamp beside hole", (15, 0, 27)),
        ("lamp lamp", (-10, 0, 60)),
        ("nothing known", (0, 0, 0)),
        ("", (0, 0, 0)),
    ],
)
def test_what_words_say_is_added_and_unknown_ones_say_nothing(
    words: str, expected: tuple[int, ...]
) -> None:
    assert said(words) == expected


def test_numbers_of_other_words_than_are_named_are_refused() -> None:
    with pytest.raises(ValueError, match="each word"):
        Alike.read(numbers("hole"), LABELS)


def test_a_label_that_the_weights_do_not_have_is_refused() -> None:
    with pytest.raises(ValueError, match="tuple"):
        Alike.read(numbers(label="moon"), LABELS)


@pytest.mark.parametrize(
    ("text", "category"),
    [("otter", "animal"), ("saxophone", "noise"), ("squirrel", "animal")],
)
def test_a_word_that_no_lesson_had_speaks_as_its_like_do(
    text: str, category: str
) -> None:
    weights = default_vocabulary().weights
    said = opinion(text, weights)
    assert text not in weights.grams
    assert text in alike(weights.labels).at
    codes = [each.code for each in default_vocabulary().catalogue]
    assert max(codes, key=said.__getitem__) == category

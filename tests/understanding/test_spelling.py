"""A slip of the thumb hides no danger, and makes none."""

from __future__ import annotations

import pytest

from domain.reading.engine import engine
from domain.reading.linear import Weights
from domain.reading.read import read
from domain.reading.vocabulary import default_vocabulary, package_data, vocabulary


@pytest.mark.parametrize(
    ("said", "topic"),
    [
        ("he has a knfie", "violence"),  # neighbours that changed places
        ("baby is chocking on a grape", "breath"),  # a letter too much
        ("he cant breth", "breath"),  # one left out
        ("unconcious guy in the toilet", "faint"),
        ("i think hes drowing", "water"),
        ("kid is traped in the lift", "lift"),
        ("着货了 盐仓巷那家卤味店", "fire"),
        ("舅命", "violence"),
        ("叫救户车 人没呼西", "breath"),
        ("我被车壮了", "accident"),
        ("车撞仁了", "accident"),
        ("他歌腕了", "suicide"),
        ("煤起漏了头晕", "gas"),
    ],
)
def test_a_danger_is_heard_through_a_slip(said: str, topic: str) -> None:
    danger = read(said).danger
    assert danger is not None
    assert danger.topic == topic


@pytest.mark.parametrize(
    "said",
    ["light broken at Wenchang beach", "a strange flight of steps, one tile is loose"],
)
def test_an_ordinary_word_is_itself(said: str) -> None:
    assert read(said).danger is None
    assert engine(default_vocabulary()).spelling.mended(said.lower()) == said.lower()


def test_places_stand_as_they_were_written() -> None:
    assert read("somone is bleedign at wenchang rd 12").places == ("wenchang rd 12",)
    assert read("着货了 文昌路12号").places == ("文昌路12号",)


def test_what_is_mistyped_has_as_many_letters_as_what_is_meant() -> None:
    with pytest.raises(ValueError, match="written"):
        vocabulary(package_data() | {"written": ["着货 着火了"]}, Weights((), {}))


def test_everyday_words_are_no_slips_of_what_is_dangerous() -> None:
    mended = engine(default_vocabulary()).spelling.mended
    for word in ("paying", "filed", "meal", "thin", "dries", "soot", "crashes"):
        assert mended(word) == word

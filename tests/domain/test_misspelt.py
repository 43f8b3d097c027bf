"""English words with a letter wrong are read as what they nearly are."""

from __future__ import annotations

import pytest

from domain.misspelt import Misspelt

KNOWN = ("street", "light", "broken", "manhole", "rubbish", "lamp")
THINGS = Misspelt(KNOWN, any_letter=True)
CAREFUL = Misspelt(KNOWN, any_letter=False)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("strret", "street"),  # a letter wrong
        ("brokn", "broken"),  # left out
        ("lightt", "light"),  # too much
        ("ligth", "light"),  # out of its turn
        ("tsreet", "street"),
        ("night", "night"),  # the first letter is seldom wrong
        ("damp", "damp"),
        ("stretch", "stretch"),
        ("", ""),
    ],
)
def test_one_slip_is_mended_and_another_word_is_not(said: str, meant: str) -> None:
    assert THINGS.meant(said) == meant


def test_of_grave_words_only_a_vowel_may_be_wrong() -> None:
    assert CAREFUL.meant("streit") == "street"
    assert CAREFUL.meant("strket") == "strket"

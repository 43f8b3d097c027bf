"""What no font has is marked, never dropped; what nobody would see is no sign."""

from __future__ import annotations

import pytest

from bot.drawing.lacking import MOST, Lacking, seen


def lacking(*, has: str) -> Lacking:
    return Lacking(lambda code: chr(code) in has)


def test_signs_are_named_once_in_the_order_of_appearance() -> None:
    found = lacking(has="ab")
    assert found.drawable("axb") == "a□b"
    assert found.drawable("yxy") == "□□□"
    assert found.note == "□ = U+0078, U+0079"


def test_what_is_only_measured_is_not_named() -> None:
    found = lacking(has="ab")
    assert found.squared("axb") == "a□b"
    assert found.note == ""


def test_of_very_many_some_are_named() -> None:
    found = lacking(has="")
    found.drawable("".join(map(chr, range(0x4E00, 0x4E00 + MOST + 1))))
    assert found.note.count("U+") == MOST
    assert found.note.endswith(", …")


@pytest.mark.parametrize(
    "unseen", ("\u202e", "\u200d", "\ufe0f", "\U000e0100", "\x07", "\ufeff")
)
def test_what_nobody_would_see_leaves_no_square(unseen: str) -> None:
    assert lacking(has="ab").drawable(f"a{unseen}b") == "ab"


@pytest.mark.parametrize("sign", ("\ue000", "\U000f0000", "\u0378"))
def test_a_sign_of_somebodys_own_is_marked_like_any_other(sign: str) -> None:
    assert lacking(has="ab").drawable(f"a{sign}") == "a□"


def test_all_stands_on_one_line() -> None:
    assert seen(" a\n\tb  c ") == "a b c"

"""Whom words name that are written by their sound: "zhang qiang" is 张强."""

from __future__ import annotations

import pytest

from domain.named import Names, Tone, names, tone


@pytest.mark.parametrize(
    "words",
    [
        "zhang qiang is rude",
        "complaint: Qiang Zhang",
        "zhangqiang took money",
        "张强态度差",
    ],
)
def test_a_name_is_known_by_its_sound(words: str) -> None:
    assert names(words, "张强")
    assert Names(["张强", "李敏"]).within(words) == ["张强"]
    assert tone(words, "张强") is not Tone.UNNAMED


@pytest.mark.parametrize("words", ["the man he hit me", "a long jam", "lamp is out"])
def test_english_words_are_no_names(words: str) -> None:
    known = ["何曼", "龙安", "蓝鹏"]
    assert not any(names(words, one) for one in known)
    assert not Names(known).within(words)

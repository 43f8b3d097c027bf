"""What staff say as a voice input writes it is put right where it begins or ends the line."""

from __future__ import annotations

import pytest

from handlers.lists.in_words.misheard import put_right


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("接担", "接单"),
        ("0001 接担", "0001 接单"),
        ("赚给张强处里", "转给张强处理"),
        ("办号了，换了灯泡", "办好了，换了灯泡"),
    ],
)
def test_what_is_no_word_there_is_put_right(said: str, meant: str) -> None:
    assert put_right(said) == meant


@pytest.mark.parametrize(
    "said",
    ["报修号是123", "说不出理由", "汽车销售点", "清里面的垃圾", "修了一半完了"],
)
def test_what_only_looks_like_one_within_other_words_stays(said: str) -> None:
    assert put_right(said) == said

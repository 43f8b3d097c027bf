"""Plain text and numerals: the ground on which every other parser stands."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.values.text import (
    LONGEST,
    WRITTEN,
    chinese_number,
    count,
    one_width,
    plain,
    spoken,
    whole,
)

steady = settings(deadline=None, derandomize=True)

PLAIN = {
    "０９：００": "09:00",
    "ＹＨ２６－００４２": "YH26-0042",
    "08:00–18:00": "08:00-18:00",
    "08:00—18:00": "08:00-18:00",
    "08:00——18:00": "08:00--18:00",
    "08:00−18:00": "08:00-18:00",
    "08:00‑18:00": "08:00-18:00",
    "8～18": "8~18",
    "8〜18": "8~18",
    "9∶30": "9:30",
    "9︰30": "9:30",
    "9﹕30": "9:30",
    "　明天　9点　": "明天 9点",
    "a\t\nb": "a b",
    "\ufeff12-01": "12-01",
    "\u202d138\u202c": "138",
    "1\u200b2": "12",
    "⭐️⭐️": "⭐⭐",
    "5️⃣": "5",
    "⑤": "5",
    "㏡": "2日",
    "㋀": "1月",
    "（0592）": "(0592)",
    "3²天": "3²天",
    "½h": "½h",
    "": "",
}
NUMBERS = {
    "零": 0,
    "〇": 0,
    "一": 1,
    "两": 2,
    "二": 2,
    "十": 10,
    "一十": 10,
    "十二": 12,
    "一十二": 12,
    "二十": 20,
    "二十三": 23,
    "九十九": 99,
    "一百": 100,
    "两百": 200,
    "一百零五": 105,
    "一百一十": 110,
    "一百二": 120,
    "三百六十五": 365,
    "二〇二六": 2026,
    "二零二六": 2026,
    "壹拾贰": 12,
    "叁": 3,
    "九百九十九": 999,
}
NO_NUMBERS = [
    "",
    "三五",
    "半",
    "十十",
    "百",
    "二两",
    "十两",
    "一百零",
    "零五",
    "几",
    "3",
    "一二三四五",
]


@pytest.mark.parametrize(("typed", "expected"), PLAIN.items())
def test_text_of_any_width_is_made_plain(typed: str, expected: str) -> None:
    assert plain(typed) == expected


def test_one_width_changes_letters_and_figures_and_nothing_else() -> None:
    assert one_width("ｏｆｆ Ｇ０１ ９ｚ") == "off G01 9z"
    kept = "等一下：明天，再看！\n①　ｱ（３²）"
    assert one_width(kept) == kept.replace("３", "3")


@pytest.mark.parametrize(("typed", "expected"), NUMBERS.items())
def test_chinese_numerals_are_read(typed: str, expected: int) -> None:
    assert chinese_number(typed) == expected


@pytest.mark.parametrize("typed", NO_NUMBERS)
def test_what_is_no_numeral_is_none(typed: str) -> None:
    assert chinese_number(typed) is None


def test_every_numeral_up_to_999_has_one_meaning_and_every_meaning_a_numeral() -> None:
    assert sorted(set(WRITTEN.values())) == list(range(1000))
    assert all(chinese_number(way) == number for way, number in WRITTEN.items())


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("半", "1/2"),
        ("1.5", "3/2"),
        ("两", "2"),
        ("an", "1"),
        ("twelve", "12"),
        ("0.25", "1/4"),
    ],
)
def test_counts_know_halves_and_english_words(typed: str, expected: str) -> None:
    assert count(typed) == Fraction(expected)


def test_a_whole_number_has_at_most_four_figures() -> None:
    assert (whole("9999"), whole("99999"), whole("٣"), whole("1.5")) == (
        9999,
        None,
        None,
        None,
    )


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("９ＡＭ。", "9am"),
        ("12.1.", "12.1"),
        ("兩個鐘", "两个钟"),
        ("9點。。", "9点。"),
        ("x" * (LONGEST + 1), ""),
    ],
)
def test_spoken_text_is_small_simplified_and_without_a_full_stop(
    typed: str, expected: str
) -> None:
    assert spoken(typed) == expected


@steady
@given(st.text(st.characters()))
def test_plain_text_stays_as_it_is(typed: str) -> None:
    assert plain(plain(typed)) == plain(typed)


@steady
@given(st.text(st.characters()))
def test_no_text_makes_the_numerals_fail(typed: str) -> None:
    for read in (chinese_number, whole, count):
        found = read(typed)
        assert found is None or found >= 0

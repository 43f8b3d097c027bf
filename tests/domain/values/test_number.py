"""Numbers of cases, however they are typed."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.kinds import Kind, number
from domain.values.number import apart, case_number, number_within, numbers

steady = settings(deadline=None, derandomize=True)

NUMBERS = {
    "YH26-0042": "YH26-0042",
    "yh26-42": "YH26-0042",
    "ＹＨ２６－００４２": "YH26-0042",
    "YH26–0042": "YH26-0042",
    "yh26 0042": "YH26-0042",
    "YH260042": "YH26-0042",
    "YH26-0042-1": "YH26-0042-1",
    "YH26-0042-10": "YH26-0042-10",
    "YH26—0042": "YH26-0042",
    "YH26——0042": "YH26-0042",
    "YH26−0042": "YH26-0042",
    "YH26 - 0042": "YH26-0042",
    "YH 26-0042": "YH26-0042",
    "YH-26-0042": "YH26-0042",
    "yh26-0042": "YH26-0042",
    "Yh26-00042": "YH26-0042",
    "  YH26-0042  ": "YH26-0042",
    "YH26-0042。": "YH26-0042",
    "#YH26-0042": "YH26-0042",
    "YH2026-0042": "YH26-0042",
    "YH2026-42": "YH26-0042",
    "YH20-0042": "YH20-0042",
    "YH26-12345": "YH26-12345",
    "YH2612345": "YH26-12345",
    "qz26-7": "QZ26-0007",
    "QZ260007": "QZ26-0007",
    "xy26　13": "XY26-0013",
    "XY26-0013–2": "XY26-0013-2",
    "xy26-13-02": "XY26-0013-2",
    "XY260013-3": "XY26-0013-3",
    "\u202aYH26-0042\u202c": "YH26-0042",
}
NO_NUMBERS = [
    "",
    "42",
    "YH",
    "YH26",
    "YH42",
    "YH-42",
    "YH26-",
    "YH26-0",
    "YH26-0000",
    "YH260000",
    "YH2642",
    "YH20260042",
    "YH26-0042-",
    "YH26-0042-0",
    "YH26-0042-11",
    "YH26-0042-1-1",
    "YH26-0042x",
    "YH26-0042?",
    "YH26-0042 3d",
    "YH26-0042 1",
    "xYH26-0042",
    "AB26-0042",
    "26-0042",
    "YH26_0042",
    "YH26.0042",
    "YH26-12345678",
    "YH26-٤٢",
    "YH2-0042",
    "隐患26-0042",
]


@pytest.mark.parametrize(("typed", "expected"), NUMBERS.items())
def test_a_number_is_understood(typed: str, expected: str) -> None:
    assert case_number(typed) == expected


@pytest.mark.parametrize("typed", NO_NUMBERS)
def test_what_is_not_wholly_a_number_is_none(typed: str) -> None:
    assert case_number(typed) is None


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("YH-42", "YH26-0042"),
        ("yh 42", "YH26-0042"),
        ("YH42", "YH26-0042"),
        ("YH-0042", "YH26-0042"),
        ("YH-42-3", None),
        ("YH-42-12", "YH42-0012"),
        ("YH25-42", "YH25-0042"),
        ("YH25-4", "YH25-0004"),
        ("YH-26-1", None),
        ("YH2642", None),
        ("42", None),
    ],
)
def test_the_year_may_be_missing_where_the_door_knows_it(
    typed: str, expected: str | None
) -> None:
    assert case_number(typed, year=2026) == expected


@steady
@given(
    st.sampled_from(Kind),
    st.integers(2000, 2099),
    st.integers(1, 9_999_999),
    st.sampled_from(["", *(f"-{part}" for part in range(1, 11))]),
    st.sampled_from([None, 2026]),
)
def test_every_number_that_a_case_can_have_is_understood(
    kind: Kind, year: int, serial: int, part: str, known: int | None
) -> None:
    shown = number(kind, year, serial) + part
    assert case_number(shown, year=known) == shown
    assert case_number(shown.lower(), year=known) == shown


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("催一下 yh26-2", "YH26-0002"),
        ("YH26-0001 撤回，还有 YH26-0003", "YH26-0001"),
        ("把QZ260042撤了", "QZ26-0042"),
        ("2026 年 12 月", None),
        ("YH26-0001-2 修好了", "YH26-0001-2"),
        ("YH26-0001-2修好了", "YH26-0001-2"),
        ("YH26-0001 - 3 people waiting", "YH26-0001"),
        ("YH26-0001-2-K7QM3-XDP9T", "YH26-0001-2"),
        ("YH26-0001-2QM3K-10P9T", "YH26-0001"),
        ("YH26-0001-15 修好了", None),
        ("YH26-12345678 修好了", None),
        ("车牌 AYH26-0001", None),
        ("#YH26-0001 怎么样了", "YH26-0001"),
        ("", None),
    ],
)
def test_a_number_is_found_within_a_sentence(text: str, number: str | None) -> None:
    assert number_within(text) == number


@pytest.mark.parametrize("said", ["YH26-0001", "YH26-12345", "YH26-0001-2"])
def test_a_number_that_is_only_a_piece_of_another_is_not_found(said: str) -> None:
    assert number_within(f"x{said}") is None
    for more in ("-11", "-123", "-0"):
        assert number_within(f"{said}{more} 坏了") is None


# --- with less than the whole ---


@pytest.mark.parametrize(
    "typed, meant",
    (
        ("YH26-0009", ["YH26-0009"]),
        ("yh9", ["YH26-0009"]),
        ("YH 9", ["YH26-0009"]),
        ("YH-26-1", ["YH26-0001"]),
        ("9", ["YH26-0009", "QZ26-0009", "XY26-0009"]),
        ("#0009", ["YH26-0009", "QZ26-0009", "XY26-0009"]),
        ("25-9", ["YH25-0009", "QZ25-0009", "XY25-0009"]),
        ("0", ["0"]),
        ("hello", ["HELLO"]),
    ),
)
def test_what_is_left_out_is_this_years(typed: str, meant: list[str]) -> None:
    assert numbers(typed, 2026) == meant


@pytest.mark.parametrize(
    "text, expected",
    (
        ("YH26-0009 fixed", ("YH26-0009", "fixed")),
        ("YH 26 9 fixed", ("YH 26 9", "fixed")),
        ("yh 9 3d waiting", ("yh 9", "3d waiting")),
        ("YH12 3", ("YH12", "3")),
        ("9 3d", ("9", "3d")),
        ("  9  ", ("9", "")),
        ("", ("", "")),
    ),
)
def test_a_number_is_cut_off_its_sentence(text: str, expected: tuple[str, str]) -> None:
    assert apart(text, 2026) == expected

"""The numbers that stand together within words."""

from __future__ import annotations

import pytest

from domain.values.numbers_said import ending, leading


@pytest.mark.parametrize(
    ("text", "numbers", "rest"),
    [
        ("YH26-0001、QZ26-0002 接单", ("YH26-0001", "QZ26-0002"), "接单"),
        ("ＹＨ２６－０００１，0003", ("YH26-0001", "YH26-0003"), ""),
        ("0001 和 0002 办好了", ("0001", "0002"), "办好了"),
        ("YH26-0001 YH26-0001", ("YH26-0001",), ""),
        ("YH26-0001 12-01 等货", ("YH26-0001",), "12-01 等货"),
        ("YH26-0001 3天", ("YH26-0001",), "3天"),
        ("和 YH26-0001 重复", (), "和 YH26-0001 重复"),
        ("灯坏了", (), "灯坏了"),
    ],
)
def test_those_with_which_a_text_begins(
    text: str, numbers: tuple[str, ...], rest: str
) -> None:
    found = leading(text)
    assert (found.numbers, found.rest) == (numbers, rest)


@pytest.mark.parametrize(
    ("text", "numbers", "rest"),
    [
        ("不归我们 YH26-0001。", ("YH26-0001",), "不归我们"),
        ("YH26-0001 和 YH26-0002", (), "YH26-0001 和 YH26-0002"),
        ("YH26-0001 不归我们", (), "YH26-0001 不归我们"),
    ],
)
def test_the_one_with_which_it_ends(
    text: str, numbers: tuple[str, ...], rest: str
) -> None:
    found = ending(text)
    assert (found.numbers, found.rest) == (numbers, rest)

"""What says nothing more than was said stands once."""

from __future__ import annotations

import pytest

from handlers.dialog.said_again import again
from tests.house import TestHouse


@pytest.mark.parametrize(
    "before, said",
    (
        ("想要一双手套", "还是想要手套"),
        ("想要一双手套", "想要一双手套！"),
        ("路灯不亮", "路灯还是不亮"),
        ("i'd like a pair of gloves", "i still want gloves"),
        ("lamp out at no 12", "Lamp out"),
    ),
)
def test_the_same_again(before: str, said: str) -> None:
    assert again(before, said)


@pytest.mark.parametrize(
    "before, said",
    (
        ("", "路灯不亮"),
        ("路灯不亮", "路灯亮"),
        ("路灯不亮", "路灯不亮，井盖也没了"),
        ("想要一双手套", "想要两双手套"),
        ("lamp out at no 12", "no 1"),
        ("three lamps", "lamp"),
    ),
)
def test_what_says_more_or_otherwise(before: str, said: str) -> None:
    assert not again(before, said)


async def test_it_stands_once_and_an_edit_of_it_is_followed(house: TestHouse) -> None:
    await house.rider.says("想要一双手套")
    sent = await house.rider.says("还是想要手套")
    assert "“想要一双手套”" in house.rider.last.text
    await house.rider.edits(sent, "还是想要手套，再要护膝")
    assert "护膝" in house.rider.last.text

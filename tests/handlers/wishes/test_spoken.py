"""A question about a wish is answered in words as by its buttons."""

from __future__ import annotations

import pytest

from domain.wishes.wish import WishState
from tests.handlers.wishes.living import asked, handed, opened, presses, state
from tests.house import TestHouse


@pytest.mark.parametrize("words", ["好", "可以", "行，谢谢", "yes", "ok"])
async def test_a_short_yes_puts_it_up(house: TestHouse, words: str) -> None:
    case_id = await asked(house)
    await house.rider.says(words)
    assert await state(house, case_id) is WishState.OPEN


@pytest.mark.parametrize("words", ["不要", "no thanks"])
async def test_a_short_no_does_not(house: TestHouse, words: str) -> None:
    case_id = await asked(house)
    await house.rider.says(words)
    assert await state(house, case_id) is WishState.TAKEN_BACK


@pytest.mark.parametrize("words", ["收到", "知道了", "谢谢", "i see"])
async def test_what_only_says_that_it_was_read_decides_nothing(
    house: TestHouse, words: str
) -> None:
    for case_id, before in (
        (await asked(house), WishState.ASKED),
        (await handed(house), WishState.HANDED),
    ):
        await house.rider.says(words)
        assert await state(house, case_id) is before


@pytest.mark.parametrize(
    "words", ["拿到了", "我拿到了，谢谢", "got it", "I got it", "已收到"]
)
async def test_it_is_received_in_words(house: TestHouse, words: str) -> None:
    case_id = await handed(house)
    await house.rider.says(words)
    assert await state(house, case_id) is WishState.RECEIVED
    assert "给圆了" in house.rider.last.text


async def test_that_it_was_fetched_is_understood_days_later(house: TestHouse) -> None:
    case_id = await handed(house)
    await house.passes(days=2)
    await house.rider.says("拿到了")
    assert await state(house, case_id) is WishState.RECEIVED


async def test_it_was_not_there(house: TestHouse) -> None:
    case_id = await handed(house)
    await house.rider.says("没拿到")
    assert await state(house, case_id) is WishState.CLAIMED


async def test_still_wanted(house: TestHouse) -> None:
    case_id = await opened(house)
    await house.passes(days=46)
    await house.rider.says("还要")
    assert "还想要吗" not in house.rider.last.text
    await presses(house.rider, case_id, "show")
    assert await state(house, case_id) is WishState.OPEN

"""A wish fulfilled for somebody else pays once received, and goes back where it was not."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from domain.points.rates import Rates
from domain.wishes.wish import WishTerms
from handlers.dialog.setup import Setup
from handlers.points.routes import LISTENERS, SERVED
from tests.handlers.matching.test_hours import number, points
from tests.handlers.wishes.living import claimed, filed, handed, presses
from tests.house import TestHouse


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[TestHouse]:
    setup = Setup(
        links={"test": "test:{code}"},
        most_messages_a_minute=10_000,
        most_cases_an_hour=100,
        wishes=WishTerms(),
        points=Rates(),
        listeners=LISTENERS,
        served=SERVED,
    )
    async with TestHouse(tmp_path, setup=setup) as made:
        yield made


async def test_the_wishers_press_pays_whoever_fulfilled_it_and_reopening_takes_it_back(
    house: TestHouse,
) -> None:
    wish = await handed(house)
    assert await points(house) == {}
    await presses(house.rider, wish, "receive")
    me = f"rider:{await number(house.second_rider)}"
    assert await points(house) == {"bank:": -10, me: 10}
    assert "+10 入账：你圆的心愿「想要一双防水手套」" in house.second_rider.last.text
    await house.second_rider.says("/points")
    assert "圆了心愿 想要一双防水手套" in house.second_rider.last.text
    assert "XY26" not in house.second_rider.last.text
    await house.rider.says("/reopen XY26-0001 其实没拿到")
    assert await points(house) == {}
    assert "XY26" not in house.second_rider.last.text


async def test_an_office_and_the_same_two_again_have_nothing_of_it(
    house: TestHouse,
) -> None:
    wish = await claimed(house, house.second_coordinator)
    await presses(house.rider, wish, "receive")
    assert await points(house) == {}
    for words, after in (("想要一副护膝", 10), ("想要一顶雨披", 10)):
        again = await filed(house, words)
        await presses(house.coordinator, again, "as_is")
        await presses(house.rider, again, "publish")
        await presses(house.second_rider, again, "claim")
        await presses(house.rider, again, "receive")
        assert (await points(house))["bank:"] == -after
    assert "短时间里只计一次" in house.second_rider.last.text

"""The morning's list of somebody who carries more than it shows."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from tests.house import TestHouse

CARRIED = 12


@pytest.mark.parametrize(
    "language, counted",
    (
        ("zh-CN", "你手上有 12 件，超时 6 件"),
        ("en", "You carry 12, 6 late"),
    ),
)
async def test_it_counts_all_that_they_carry_and_all_that_is_late(
    house: TestHouse, language: str, counted: str
) -> None:
    async with house.database.unit() as unit:
        unit.people.change(replace(house.people["far"], language=language))
    for rider in (house.rider, house.second_rider):
        for _ in range(CARRIED // 2):
            await house.files_hazard(rider, area="G08")
        await house.passes(hours=24)
    said = [re.sub("<.*?>", "", one.text) for one in house.channel.chats["far"]]
    assert any(counted in one for one in said), said[-3:]

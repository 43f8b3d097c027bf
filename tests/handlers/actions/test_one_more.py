"""Another thing like the one that was just reported is filed beside it, in any language."""

from __future__ import annotations

import pytest

from tests.house import TestHouse


@pytest.mark.parametrize(
    "said", ["旁边那块也松了", "and the one next to it is loose too"]
)
async def test_it_is_of_the_same_sort_and_place(house: TestHouse, said: str) -> None:
    await house.rider.says("路口地砖松了 G01")
    await house.rider.presses("提交")
    await house.rider.says(said)
    assert "道路井盖" in house.rider.last.text
    assert "YH26-0001" in house.rider.last.text

"""Points of who leaves, or comes by a second door: nothing is lost unsaid, nothing paid twice."""

from __future__ import annotations

import re
from pathlib import Path

from domain.points.ledger import rider
from domain.points.rates import Rates
from handlers.dialog.setup import Setup
from handlers.points.routes import LISTENERS
from tests.house import TestHouse

CODE = re.compile(r"<b>([A-Z0-9]{5}-[A-Z0-9]{5})</b>")
SETUP = Setup(
    links={"test": "test:{code}"},
    most_messages_a_minute=10_000,
    points=Rates(),
    listeners=LISTENERS,
)


async def balances(house: TestHouse) -> dict[str, int]:
    async with house.database.unit() as unit:
        found = await unit.points.balances()
    return {account: points for account, points in found.items() if points}


async def test_points_follow_a_person_through_link_and_lapse_with_them(
    tmp_path: Path,
) -> None:
    async with TestHouse(tmp_path, setup=SETUP) as house:
        one, other = house.rider, house.second_rider
        await one.says("路口地砖坏了，在幸福路口网格")
        await one.presses("提交")
        await house.coordinator.presses("接单")
        await house.coordinator.says("/resolve YH26-0001 换好了")
        assert await balances(house) == {}
        await one.presses("已解决")
        first = await balances(house)
        assert sorted(first.values()) == [-10, 10]

        await one.says("/link")
        found = CODE.search(one.last.text)
        assert found is not None
        await other.says(f"/link {found[1]}")
        for door in (one, other):
            await door.says("我的蜜值")
            assert "累计 10 · 可用 10" in door.last.text

        await one.says("/reopen YH26-0001 又松了")
        assert await balances(house) == {}
        await house.coordinator.says("/resolve YH26-0001 重新铺了")
        await one.presses("已解决")
        assert sorted((await balances(house)).values()) == [-10, 10]

        await one.says("/forget")
        await one.presses("删掉")
        left = await balances(house)
        assert left.pop("lapsed:2026") == 10
        assert not [account for account in left if account.startswith(rider(0)[:6])]

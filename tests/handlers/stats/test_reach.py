"""/stats stations: the share of cases' places with an open station near, hour by hour."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.loading.district import load_stations
from domain.messages import Place
from handlers.stats import reach
from tests.house import SAMPLE, Actor, TestHouse

SHOP = Place(24.44701, 118.0876)
"""Between the shop Y02 (07:30-22:30) and Y01 (08:00-20:00)."""
NOWHERE = Place(24.475, 118.13)
"""In the district, more than a kilometre from any station."""


async def files(house: TestHouse, number: int, place: Place) -> None:
    rider = Actor(house, f"r{number}", "小王")
    await rider.sends_photo(f"地砖坏了{number}")
    await rider.sends_place(place=place)
    await rider.presses("提交")


async def asks(house: TestHouse, said: str) -> str:
    await house.admin.says(said)
    await house.ticks.tick("figures")
    await house.settle()
    return house.admin.last.text


async def test_the_night_hole_is_shown_hour_by_hour(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with TestHouse(tmp_path) as house:
        for number, place in enumerate((SHOP, SHOP, SHOP, NOWHERE)):
            await files(house, number, place)
        assert "没有登记驿站" in await asks(house, "/stats 驿站")
        await load_stations(house.database, SAMPLE / "rest")
        assert "还不到 10 件" in await asks(house, "/stats stations")
        monkeypatch.setattr(reach, "FEW", 1)
        await house.admin.says("/stats")
        await house.admin.presses("驿站")
        told = await asks(house, "/stats 驿站")
        assert "4 件事、25 个驿站" in told
        assert "06 0% · 07 75% · 08 75%" in told and "22 0%" in told
        assert "21 75%" in told and "最缺的是 00 点：0%" in told
        one = await asks(house, "/stats 驿站 G08")
        assert "0 件事" in one
        await house.passes(days=91)
        assert "0 件事" in await asks(house, "/stats 驿站")

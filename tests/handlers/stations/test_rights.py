"""Who may change a station: its keepers, whatever data somebody else's press brings."""

from __future__ import annotations

from pathlib import Path

from bot.loading.district import load_stations
from domain.messages import EventKind
from tests.house import SAMPLE, Actor, TestHouse

FORGED = (
    "st:h:Y02:unknown",
    "st:h:Y02:always",
    "st:h:Y02:set:wd:r:0:60",
    "st:am:Y02:toilet",
    "st:in:Y02:code",
    "st:put:Y02:name",
    "st:edit:Y02",
    "st:hours:Y02",
    "st:again:Y02",
)
ODD = (
    "st:",
    "st:what",
    "st:say:broken:Y02",
    "st:say:closed:Y99",
    "st:see:Y99",
    "st:h:Y02:set:wd:r:0:9999",
    "st:h:Y02:set:xx:r:0:60",
    "st:h:Y02:set:wd:x:0:60",
    "st:h:Y02:close:5",
    "st:h:Y02:close:x",
    "st:h:Y02:from",
    "st:h:Y02:off:xx",
    "st:h:Y02:",
    "st:put:Y02:phone",
    "st:am:Y99:toilet",
)


async def presses(actor: Actor, data: str) -> None:
    await actor.does(kind=EventKind.PRESS, data=data, press_ref=data)


async def test_only_keepers_change_a_station(tmp_path: Path) -> None:
    async with TestHouse(tmp_path) as house:
        await load_stations(house.database, SAMPLE / "rest")
        before = house.database.directory.stations["Y02"]
        for actor in (house.rider, house.far_coordinator):
            for data in FORGED:
                await presses(actor, data)
                assert "按钮" in actor.toast, data
        for data in ODD:
            await presses(house.coordinator, data)
        assert house.database.directory.stations["Y02"] == before
        await presses(house.lead, "st:am:Y02:toilet")
        assert "toilet" in house.database.directory.stations["Y02"].amenities
        async with house.database.unit() as unit:
            assert await unit.arrivals.quarantined() == []


async def test_what_nobody_knows_does_not_become_closed_by_the_way(
    tmp_path: Path,
) -> None:
    async with TestHouse(tmp_path) as house:
        await load_stations(house.database, SAMPLE / "rest")
        await presses(house.coordinator, "st:h:Y02:unknown")
        for verb in ("off:wd", "off:ph", "same", "set:ph:r:0:60", "close:3"):
            await presses(house.coordinator, f"st:h:Y02:{verb}")
        assert house.database.directory.stations["Y02"].hours is None

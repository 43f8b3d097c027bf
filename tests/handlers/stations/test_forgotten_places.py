"""A place that was sent to find a station is in no table, nor in a file of the database."""

from __future__ import annotations

from pathlib import Path

from bot.loading.district import load_stations
from domain.messages import Address, Event, Place
from handlers import desk
from storage.tables.schema import metadata
from tests.house import SAMPLE, TestHouse

HERE = Place(24.4470173, 118.0876291)
"""Unlike any place of the sample."""


async def everything(house: TestHouse) -> str:
    """All rows of all tables, with what is encrypted as it is read by us."""
    found = []
    async with house.database.unit() as unit:
        for table in metadata.sorted_tables:
            rows = await unit.query(table.select())
            found += [repr(tuple(row)) for row in rows]
    return "\n".join(found)


async def test_where_somebody_asks_is_kept_nowhere(tmp_path: Path) -> None:
    async with TestHouse(tmp_path) as house:
        await load_stations(house.database, SAMPLE / "rest")
        rider = house.rider
        await rider.says("/station")
        await rider.sends_place(place=HERE)
        assert "万福超市歇脚点" in rider.last.text
        await rider.presses("充电")
        await rider.presses("1. ")
        await house.tick()
        kept = await everything(house)
        assert "万福超市歇脚点" in kept
        assert "24.44701" not in kept and "118.08762" not in kept
        await rider.says("/cancel")
        await rider.sends_place(place=HERE)
        await rider.presses("附近的驿站")
        assert "万福超市歇脚点" in rider.last.text
        assert "24.44701" not in await everything(house)
        # and the test can fail: a report does keep its place
        await rider.sends_photo("路口地砖坏了")
        await rider.sends_place(place=HERE)
        assert "24.44701" in await everything(house)


async def test_the_page_forgets_the_pin_that_it_showed(tmp_path: Path) -> None:
    async with TestHouse(tmp_path) as house:
        await load_stations(house.database, SAMPLE / "rest")
        pin = {"html": "", "place": {"lat": HERE.lat, "lon": HERE.lon}}
        async with house.database.unit() as unit:
            mine = await unit.web.put("rider", True, pin, "first")
        door = Address("web", "rider")
        async with house.database.unit() as unit:
            await desk.answer(
                Event("a", door, door, text="/station"), unit, house.setup
            )
        sent = Event("b", door, door, place=HERE, message_id=str(mine.id))
        async with house.database.unit() as unit:
            await desk.answer(sent, unit, house.setup)
        kept = await everything(house)
        assert "24.44701" not in kept
        async with house.database.unit() as unit:
            shown = await unit.web.after("rider", 0, 10)
        assert [one.body for one in shown if one.mine] == [
            {"html": "📍", "place": None}
        ]


async def test_after_a_while_or_another_start_the_place_is_asked_again(
    tmp_path: Path,
) -> None:
    async with TestHouse(tmp_path) as house:
        await load_stations(house.database, SAMPLE / "rest")
        rider = house.rider
        await rider.says("/station")
        await rider.sends_place(place=HERE)
        await house.restarts()
        await rider.presses("热饭")
        assert "你在哪儿" in rider.last.text
        await rider.sends_place(place=HERE)
        assert "幸福路暖蜂驿站" in rider.last.text and "歇脚点" not in rider.last.text
        await house.passes(minutes=11)
        await rider.presses("厕所")
        assert "你在哪儿" in rider.last.text

"""A file that is loaded again leaves what keepers changed in the chat, and says what that was."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.commands.load import say_kept
from bot.commands.stations import table
from bot.loading.district import load_stations
from domain.stations.station import Station
from tests.house import SAMPLE, TestHouse

REST = SAMPLE / "rest"


def station(house: TestHouse, code: str) -> Station:
    return house.database.directory.stations[code]


async def test_a_keepers_change_outlasts_every_file_until_one_overwrites_it(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    async with TestHouse(tmp_path) as house:
        database, keeper = house.database, house.coordinator
        assert (await load_stations(database, REST))[1] == {}
        before_all = dict(database.directory.stations)
        before = before_all["Y02"]
        await keeper.says("/station 万福超市")
        for button in ("1. ", "改资料", "有什么", "热饭", "返回", "改名字"):
            await keeper.presses(button)
        await keeper.says("万福暖蜂驿站")
        await house.passes(minutes=1)
        changed = station(house, "Y02")
        for _ in range(2):
            count, kept = await load_stations(database, REST)
            assert (count, kept) == (25, {"Y02": ("amenities", "name")})
            assert station(house, "Y02") == changed
        say_kept(kept)
        said = capsys.readouterr().out
        assert "Y02: amenities and name kept as its keepers changed them" in said
        assert "--overwrite" in said
        assert (await load_stations(database, REST, overwrite=True))[1] == {}
        assert station(house, "Y02") == before
        assert (await load_stations(database, REST))[1] == {}
        await keeper.presses("改名字", old=True)
        others = [one for one in before_all.values() if one.code != "Y02"]
        (tmp_path / "stations.csv").write_text(table(others), encoding="utf-8")
        await load_stations(database, tmp_path)
        await keeper.says("万福暖蜂驿站")
        assert "这个驿站已经撤了" in keeper.last.text
        await keeper.says("路灯不亮了")
        assert "在哪儿" in keeper.last.text  # what ended asks no more
        await house.admin.says("/audit")
        assert "换上新的驿站表：25 个" in house.admin.last.text

"""Posters of grids and stations: where their codes lead, and what is said of a code that a channel
does not give.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.channels.channel import FetchError
from bot.loading.district import load_stations
from domain.messages import Media
from handlers.dialog.setup import Setup
from handlers.people.hello import hello
from tests.house import SAMPLE, TestHouse


async def busy(media: Media) -> bytes:
    raise FetchError("errcode 45009")


async def test_a_station_has_a_code_and_whoever_asks_hears_why_there_is_none(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    setup = Setup(links={"test": "/start {code}"}, codes={"test"})
    async with TestHouse(tmp_path, setup=setup) as house:
        await load_stations(house.database, SAMPLE / "rest")
        admin = house.admin
        await admin.says("/poster y02")
        assert "万福超市歇脚点</b> 的二维码：Test" in admin.last.text
        with monkeypatch.context() as patched:
            patched.setattr(house.channel, "fetch", busy)
            await house.fetches()
            assert "还没给 Y02 的二维码" in admin.last.text
            said = len(admin.sees)
            await house.passes(minutes=5)
            await house.fetches()
            assert len(admin.sees) == said
        await house.passes(minutes=30)
        await house.fetches()
        assert "不给 Y02 的二维码（gone）" in admin.last.text
        await admin.says("/poster Y99")
        assert "没有 Y99 这个网格或驿站" in admin.last.text
        house.setup.codes.clear()
        await admin.says("/poster G01")
        assert "没有一个渠道开得出二维码" in admin.last.text
        directory = house.database.directory
        shown = hello(directory, setup, "zh-CN", "s_Y02")
        assert "你扫的是 <b>万福超市歇脚点</b>" in shown.text
        assert shown.choices[0][0].data == "st:see:Y02"
        gone = hello(directory, setup, "zh-CN", "s_Y99")
        assert gone.choices[0][0].data == "m:hazard"

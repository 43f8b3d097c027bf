"""What the house draws reaches a Telegram chat as a photo with its words, and a page as a photo."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bot.channels.telegram import send
from bot.house import House
from domain.messages import Address, Reply
from tests.fakes.telegram.server import FakeTelegram
from tests.telegram.town import RIDER, TOKEN, Town, prepare
from tests.web.site import open_site, prepared

CHART = {
    "draw": "chart",
    "title": "近两周",
    "note": "",
    "labels": ["11/9", "11/16"],
    "left": "件",
    "right": "",
    "series": [{"name": "收到", "kind": "bar", "values": [3, 5]}],
}


async def writes(house: House, to: Address, spec: dict[str, Any], words: str) -> None:
    async with house.database.unit() as unit:
        unit.outbox.add(to, Reply(text=words, photos=(unit.media.draw(spec),)))
    house.delivery.offer(unit.outbox.handover)


async def test_a_chart_goes_to_telegram_as_a_photo_and_a_failed_one_leaves_the_words(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # whoever draws starts beside the whole suite
    monkeypatch.setattr(send, "WORDS_WAIT", 12)
    (tmp_path / "data").mkdir()
    await prepare(tmp_path / "data" / "gridbee.db")
    async with (
        FakeTelegram(token=TOKEN) as telegram,
        Town(telegram, tmp_path / "data") as town,
    ):
        await writes(town.house, Address("telegram", str(RIDER)), CHART, "这两周的统计")
        message = await town.sees(town.rider, "这两周的统计", 15)
        assert message.media
        await writes(
            town.house,
            Address("telegram", str(RIDER)),
            {"draw": "nothing"},
            "没有图也要说的话",
        )
        assert not (await town.sees(town.rider, "没有图也要说的话", 15)).media
        assert [call.status for call in town.calls("sendPhoto", RIDER)] == [200]
        assert not town.refused()


async def test_a_chart_stands_on_the_page_as_a_photo_and_a_failed_one_leaves_the_words(
    tmp_path: Path,
) -> None:
    await prepared(tmp_path / "template")
    async with open_site(tmp_path / "template", tmp_path / "data") as site:
        rider = site.person("rider")
        async with site.house.database.reader() as reader:
            login = await reader.logins.find(rider.token)
            assert login is not None
            to = Address("web", login.chat)
        await writes(site.house, to, {"draw": "nothing"}, "没有图也要说的话")
        assert not (await rider.hears("没有图也要说的话")).get("photos")
        await writes(site.house, to, CHART, "这两周的统计")
        (photo,) = (await rider.hears("这两周的统计"))["photos"]
        async with rider.asks(photo["url"]) as answer:
            assert answer.status == 200 and answer.content_type == "image/png"

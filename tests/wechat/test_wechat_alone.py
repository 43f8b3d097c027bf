"""A channel that turns us away shuts no other door."""

from __future__ import annotations

from pathlib import Path

import aiohttp

from tests.fakes.telegram.server import FakeTelegram
from tests.telegram.town import eventually
from tests.wechat.village import OPENID, Village


async def test_a_wrong_token_of_telegram_leaves_riders_in_wechat_as_they_were(
    telegram: FakeTelegram, data: Path
) -> None:
    village = Village(telegram, data)
    village.over["token"] = "4712:AAF-of_another-bot"
    async with village:
        await eventually(lambda: _refused(village))
        await village.house.watching.look()
        rider = village.wechat.rider(OPENID)
        await rider.says("路口地砖坏了").over()
        assert rider.last.words.startswith("在哪儿？")
        url = f"http://127.0.0.1:{village.port}/health"
        async with aiohttp.ClientSession() as session, session.get(url) as answer:
            assert answer.status == 200
            told = await answer.json()
        assert told == {"state": "running", "channels": {"telegram": "refused"}}


async def _refused(village: Village) -> bool:
    return "telegram" in village.house.watching.refused

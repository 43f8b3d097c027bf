"""kill -9 while riders speak in WeChat: nothing that was acknowledged is lost, no case is made
twice, no message goes beyond what may be said.
"""

from __future__ import annotations

import asyncio
import random
import sqlite3
from collections import Counter
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from tests.fakes.telegram.server import FakeTelegram
from tests.fakes.wechat.callbacks import Callback
from tests.fakes.wechat.people import Rider
from tests.fakes.wechat.server import APP_ID, KEY, SECRET, TOKEN, FakeWeChat
from tests.telegram.test_kill import UNPACED
from tests.telegram.town import Bot, eventually, free_port

RIDERS, KILLS, ANSWERS = 12, 20, 3
PATIENCE = 0.4
"""Seconds of one of WeChat's tries, instead of five: a start takes a fraction of that."""
DANGER, WISH = "有人晕倒了叫不醒", "想要一件反光雨衣"
CASES = "SELECT words FROM cases"
KEPT = (CASES, "SELECT words FROM history", "SELECT answers FROM forms")
"""An emergency that goes on, and words after a report whose end was lost, go into what is there."""
UNSENT = "SELECT count(*) FROM outbox WHERE channel = 'wechat' AND state = 'sending'"


@dataclass
class Rides:
    """One rider, who files one case after the other. `sure` is what WeChat has had an answer for,
    `tried` what it gave up: that may have arrived all the same.
    """

    rider: Rider
    number: int
    sure: list[str] = field(default_factory=list)
    tried: list[str] = field(default_factory=list)

    async def ride(self, over: asyncio.Event) -> None:
        turn = 0
        while not over.is_set() or turn < 2:
            turn += 1
            await self._files(f"骑手{self.number}第{turn}件", turn)

    async def _files(self, name: str, turn: int) -> None:
        if turn % 2:
            words = f"{DANGER} {name}"
            return self._note(await self.rider.says(words).over(), words)
        words = f"{WISH} {name}"
        said = await self.rider.says(words).over()
        submitted = await self.rider.says("提交").over()
        self._note(said if said.outcome == "fault" else submitted, words)

    def _note(self, callback: Callback, words: str) -> None:
        (self.tried if callback.outcome == "fault" else self.sure).append(words)


def config(wechat: FakeWeChat, port: int) -> str:
    return (
        f"{UNPACED}[web]\nenabled = true\nport = {port}\n"
        f'[wechat]\napp_id = "{APP_ID}"\nsecret = "{SECRET}"\ntoken = "{TOKEN}"\n'
        f'aes_key = "{KEY}"\nbase_url = "{wechat.url}"\n'
    )


async def test_twenty_kills_lose_nothing_of_riders_in_wechat(
    tmp_path: Path, template: Path, telegram: FakeTelegram
) -> None:
    chance, port = random.Random(20261127), free_port()
    async with FakeWeChat() as wechat:
        wechat.sender.patience = PATIENCE
        wechat.callback_url = f"http://127.0.0.1:{port}/wechat"
        where = (telegram.base_url, telegram.base_file_url, telegram.token)
        async with Bot(tmp_path, *where, extra=config(wechat, port)) as bot:
            bot.seed(template)
            riders = [
                Rides(wechat.rider(f"oRider{number:04}"), number)
                for number in range(RIDERS)
            ]
            over = asyncio.Event()
            bot.fork = True
            await bot.start()
            riding = {asyncio.create_task(one.ride(over)) for one in riders}
            for kill in range(KILLS):
                await eventually(partial(_answered, riders, ANSWERS * (kill + 1)), 30)
                await asyncio.sleep(chance.uniform(0.05, 0.5))
                assert await bot.stop("kill") == -9, bot.told()
                await bot.start()
            over.set()
            await asyncio.wait_for(asyncio.gather(*riding), 30)
            await eventually(lambda: _marked(bot), 10)
            assert await bot.stop() == 0
    with sqlite3.connect(bot.data / "gridbee.db") as database:
        filed = Counter(row[0] for row in database.execute(CASES))
        kept = "".join(str(row[0]) for q in KEPT for row in database.execute(q))
        letters = database.execute("SELECT state, count(*) FROM outbox GROUP BY 1")
        states = dict(letters.fetchall())
    database.close()
    sure = [words for one in riders for words in one.sure]
    tried = [words for one in riders for words in one.tried]
    lost = [words for words in sure if words not in kept]
    twice = [words for words, times in filed.items() if times > 1]
    print(f"\n{KILLS} kills; {len(sure)} cases acknowledged, {len(tried)} given up by")
    print(f"WeChat; lost {len(lost)}, twice {len(twice)}; letters {states}")
    refused = [call for call in wechat.state.calls if call.errcode in (45015, 45047)]
    assert (lost, twice, refused) == ([], [], [])
    assert len(sure) >= ANSWERS * KILLS


async def _answered(riders: list[Rides], many: int) -> bool:
    """Between two kills some are answered, however slow the machine is."""
    return sum(len(one.sure) for one in riders) >= many


async def _marked(bot: Bot) -> bool:
    with sqlite3.connect(bot.data / "gridbee.db") as database:
        unmarked = database.execute(UNSENT).fetchone()[0]
    database.close()
    return not unmarked

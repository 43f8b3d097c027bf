"""kill -9 while an announcement goes out: nobody gets it twice, and whom it may have missed is
counted and told.
"""

from __future__ import annotations

import asyncio
import random
import sqlite3
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from domain.messages import Address, Reply
from storage.database import Database
from storage.outbox.letters import ANNOUNCEMENT
from tests.fakes.telegram.control import ControlClient, standalone
from tests.telegram.riding import come
from tests.telegram.town import TOKEN, Bot

NEWS = "明天有台风"
FAST = "per_second = 400\nper_chat_seconds = 0\ngroup_per_minute = 0\n"
OPEN = "SELECT count(*) FROM outbox WHERE state IN ('waiting', 'later', 'sending')"
UNSURE = "SELECT count(*) FROM outbox WHERE state = 'gave_up'"


@dataclass
class Count:
    """`reached` is how many got it at all, `unsure` for how many rows nobody knows."""

    repeated: int
    reached: int
    unsure: int
    told: bool


async def announce(
    folder: Path, template: Path, chats: Sequence[int], kills: int, pace: str = FAST
) -> Count:
    """One letter to each of these chats, with so many kills at random moments."""
    chance = random.Random(20261127)
    async with (
        standalone(TOKEN, latency_ms=20) as telegram,
        Bot(folder, telegram.base_url, telegram.base_file_url, extra=pace) as bot,
    ):
        bot.seed(template)
        await come(telegram, ())
        for chat in chats:
            await telegram.user(chat, "骑手", started=True)
        await _write(bot.data, chats)
        bot.fork = True
        part = len(chats) // (kills + 1)
        for _ in range(kills):
            await bot.start()
            await _sent(telegram, chance.randrange(part // 2, part))
            assert await bot.stop("kill") == -9
        await bot.start()
        await _over(bot.data)
        got = [
            sum(NEWS in message["words"] for message in await telegram.messages(chat))
            for chat in chats
        ]
        told = any(
            "公告" in message["words"] for message in await telegram.messages(3001)
        )
        assert await bot.stop() == 0
        unsure = _asked(bot.data, UNSURE)
    return Count(sum(got) - sum(map(bool, got)), sum(map(bool, got)), unsure, told)


async def _write(data: Path, chats: Sequence[int]) -> None:
    database = Database(f"sqlite:///{data / 'gridbee.db'}")
    await database.start()
    async with database.unit() as unit:
        for chat in chats:
            to = Address("telegram", str(chat))
            unit.outbox.add(to, Reply(NEWS), ANNOUNCEMENT)
    await database.close()


async def _sent(telegram: ControlClient, more: int) -> None:
    """Until so many more messages went out, at most 60 seconds."""
    begun, ends = (await telegram.counts()).get("sendMessage", 0), time.monotonic() + 60
    while (await telegram.counts()).get("sendMessage", 0) < begun + more:
        assert time.monotonic() < ends, "nothing goes out"
        await asyncio.sleep(0.003)


async def _over(data: Path) -> None:
    ends = time.monotonic() + 600
    while _asked(data, OPEN):
        assert time.monotonic() < ends, "the outbox does not drain"
        await asyncio.sleep(0.05)


def _asked(data: Path, query: str) -> int:
    with sqlite3.connect(data / "gridbee.db") as database:
        found = int(database.execute(query).fetchone()[0])
    database.close()
    return found


async def test_a_kill_repeats_no_announcement(tmp_path: Path, template: Path) -> None:
    chats = range(30_000, 30_090)
    count = await announce(tmp_path, template, chats, kills=2)
    assert count.repeated == 0
    assert count.reached >= len(chats) - count.unsure
    assert count.unsure <= 2 * 64, "no more than were under way"
    assert count.told == bool(count.unsure)

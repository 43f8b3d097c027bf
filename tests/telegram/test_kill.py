"""kill -9 under load: nothing that a rider said is lost, no case is made twice, nobody is stuck."""

from __future__ import annotations

import asyncio
import random
import sqlite3
import time
from pathlib import Path

import pytest

from storage.database import Database
from tests.fakes.telegram.control import ControlClient, standalone
from tests.telegram.riding import (
    DANGER,
    HAZARD,
    WISH,
    Rider,
    come,
    compare,
    stuck,
)
from tests.telegram.town import TOKEN, Bot

RIDERS = 40
KILLS = 10
SEEDS = (20261123, 20261124)  # each with kills and riders of its own, beside each other
LAST = 30.0  # seconds after the last kill within which everybody has to be done
UNPACED = "per_second = 0\nper_chat_seconds = 0\ngroup_per_minute = 0\n"
UNSENT = "SELECT count(*) FROM outbox WHERE state IN ('waiting', 'later')"


async def kills(
    bot: Bot, telegram: ControlClient, chance: random.Random
) -> list[float]:
    """Starts and kills: after so many calls and some milliseconds, or (every sixth) before the
    start is through, which takes a forked house a tenth of a second at most.

    Returns the seconds of each start that came through.
    """
    starts = []
    for number in range(KILLS + KILLS // 5):
        begun = time.monotonic()
        await bot.spawn()
        if number % 6 == 5:
            await asyncio.sleep(chance.uniform(0.003, 0.06))
        else:
            await bot.ready()
            starts.append(time.monotonic() - begun)
            await _calls(telegram, chance.randrange(1, 150))
            await asyncio.sleep(chance.uniform(0, 0.03))
        assert await bot.stop("kill") == -9, bot.told()
    return starts


async def _calls(telegram: ControlClient, more: int) -> None:
    """Until the bot has made so many more calls, at most 2 seconds."""
    begun, ends = sum((await telegram.counts()).values()), time.monotonic() + 2
    while (
        sum((await telegram.counts()).values()) < begun + more
        and time.monotonic() < ends
    ):
        await asyncio.sleep(0.01)


@pytest.mark.parametrize("seed", SEEDS)
async def test_ten_kills_under_load_lose_nothing(
    tmp_path: Path, template: Path, seed: int
) -> None:
    begun = time.monotonic()
    async with (
        standalone(TOKEN) as telegram,
        Bot(tmp_path, telegram.base_url, telegram.base_file_url, extra=UNPACED) as bot,
    ):
        bot.seed(template)
        riders = [Rider(telegram, number) for number in range(5000, 5000 + RIDERS)]
        await come(telegram, riders)
        over = asyncio.Event()
        riding = {asyncio.create_task(rider.rides(over)) for rider in riders}
        bot.fork = True
        starts = await kills(bot, telegram, random.Random(seed))
        bot.fork = False
        over.set()
        await bot.start()
        late = await stuck(riding, LAST)
        assert late == [], f"{len(late)} riders are stuck"
        await _drained(bot, telegram)
        assert await bot.stop() == 0
        after = await telegram.updates()
        assert after["total"] == sum(rider.inputs for rider in riders)
        database = Database(f"sqlite:///{bot.data / 'gridbee.db'}")
        lost, twice = await compare(database, riders)
        await database.close()
        told = bot.told()
    seconds = time.monotonic() - begun
    filed, inputs = sum(len(rider.filed) for rider in riders), after["total"]
    print(
        f"\n{KILLS + KILLS // 5} kills, {len(starts)} under load; {RIDERS} riders, "
        f"{inputs} inputs, {filed} cases;"
    )
    print(f"lost {len(lost)}, twice {len(twice)}, stuck {len(late)};")
    print(f"a start takes {sum(starts) / len(starts):.2f} s; {seconds:.0f} s in all")
    assert lost == [] and twice == []
    kept_back = ("quarantined", TOKEN, HAZARD, WISH, DANGER)
    assert [words for words in kept_back if words in told] == []


async def _drained(bot: Bot, telegram: ControlClient) -> None:
    """Until nothing waits any more, neither at Telegram nor in the outbox."""
    ends = time.monotonic() + 20
    with sqlite3.connect(bot.data / "gridbee.db") as database:
        while (await telegram.updates())["unconfirmed"] or database.execute(
            UNSENT
        ).fetchone()[0]:
            assert time.monotonic() < ends, "the outbox does not drain"
            await asyncio.sleep(0.05)
    database.close()

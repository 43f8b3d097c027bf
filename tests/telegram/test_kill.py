"""kill -9 under load: nothing that a rider said is lost, no case is made twice, nobody is stuck."""

from __future__ import annotations

import asyncio
import itertools
import random
import sqlite3
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import orjson
import pytest

from tests.fakes.telegram_control import ControlClient, standalone
from tests.telegram.town import GROUP, PICTURE, TOKEN, Bot

RIDERS = 40
KILLS = 10
LEAST_EACH = 3  # filings by every rider
SEEDS = (20261123, 20261124)  # each with kills and riders of its own, beside each other
# seconds a rider waits for one answer, over all the kills of a slow machine
PATIENCE = 150.0
LAST = 30.0  # seconds after the last kill within which everybody has to be done
LAT, LON = 24.4467, 118.0873
UNPACED = "per_second = 0\nper_chat_seconds = 0\ngroup_per_minute = 0\n"
HAZARD, WISH, DANGER = "路口地砖坏了", "想要一件反光雨衣", "有人晕倒了叫不醒"
UNSENT = "SELECT count(*) FROM outbox WHERE state IN ('waiting', 'later')"


@dataclass
class Rider:
    """Files one case after the other, and says the next thing when the bot has answered."""

    telegram: ControlClient
    number: int
    inputs: int = 0
    filed: list[str] = field(default_factory=list)
    last_word: str = ""

    @property
    def lon(self) -> float:
        """A spot of one's own, so that places cannot be mixed up."""
        return round(LON + self.number % 100 / 10_000, 6)

    async def rides(self, over: asyncio.Event) -> None:
        for turn in itertools.count(1):
            if over.is_set() and turn > LEAST_EACH:
                break
            await (self.wishes, self.reports, self.cries)[turn % 3](turn)
        self.last_word = f"{WISH} 骑手{self.number}最后一句"
        await self._does(
            self.telegram.says(self.number, self.last_word), self.last_word
        )

    async def reports(self, turn: int) -> None:
        """A hazard: photo with words, place, 提交."""
        words = f"{HAZARD} 骑手{self.number}第{turn}件"
        await self._does(self.telegram.photo(self.number, PICTURE, words), "在哪儿")
        self.inputs += 1
        await self.telegram.location(self.number, LAT, self.lon)
        await self._submits(words)

    async def wishes(self, turn: int) -> None:
        """Words, 提交."""
        words = f"{WISH} 骑手{self.number}第{turn}件"
        self.inputs += 1
        await self.telegram.says(self.number, words)
        await self._submits(words)

    async def cries(self, turn: int) -> None:
        """An emergency is a case with its first word; a place goes to it; then it is over."""
        words = f"{DANGER} 骑手{self.number}第{turn}件"
        await self._does(self.telegram.says(self.number, words), "编号")
        self.filed.append(words)
        here = self.telegram.location(self.number, LAT, self.lon)
        await self._does(here, "转过去了")
        receipt = (await self.telegram.wait(self.number, 1, "编号", PATIENCE))[-1]
        over = self.telegram.press(self.number, "没事了", receipt["id"])
        await self._does(over, "没事就好")

    async def _submits(self, words: str) -> None:
        summary = (await self.telegram.wait(self.number, 1, words, PATIENCE))[-1]
        assert "✅ 提交" in summary["labels"]
        await self._does(
            self.telegram.press(self.number, "提交", summary["id"]), "编号"
        )
        self.filed.append(words)

    async def _does(self, act: Any, answer: str) -> None:
        """One input, and one more message with this answer than there was before."""
        messages = await self.telegram.messages(self.number)
        before = sum(answer in message["words"] for message in messages)
        self.inputs += 1
        await act
        await self.telegram.wait(self.number, before + 1, answer, PATIENCE)


async def kills(
    bot: Bot, telegram: ControlClient, chance: random.Random
) -> list[float]:
    """Starts and kills: after so many calls and some milliseconds, or (every sixth) before the
    start is through, which without its imports takes a tenth of a second.

    Returns the seconds of each start that came through.
    """
    starts = []
    for number in range(KILLS + KILLS // 5):
        begun = time.monotonic()
        await bot.spawn()
        if number % 6 == 5:
            await asyncio.sleep(chance.uniform(0.01, 0.1))
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
        await asyncio.sleep(0.003)


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
        await telegram.group(GROUP, "第一网格")
        for number in (2001, 2002, 3001):
            await telegram.user(number, f"同事{number}", started=True)
        riders = [Rider(telegram, number) for number in range(5000, 5000 + RIDERS)]
        for rider in riders:
            await telegram.user(
                rider.number, f"骑手{rider.number}", language="zh-hans", started=True
            )
        over = asyncio.Event()
        riding = [asyncio.create_task(rider.rides(over)) for rider in riders]
        bot.fork = True
        starts = await kills(bot, telegram, random.Random(seed))
        bot.fork = False
        over.set()
        await bot.start()
        done, waiting = await asyncio.wait(riding, timeout=LAST)
        stuck = [f"{task.exception()!r}"[:200] for task in done if task.exception()] + [
            repr(task) for task in waiting
        ]
        assert stuck == [], f"{len(stuck)} riders are stuck"
        await _drained(bot, telegram)
        assert await bot.stop() == 0
        after = await telegram.updates()
        assert after["total"] == sum(rider.inputs for rider in riders)
        lost, twice = _compare(bot, riders)
        told = bot.told()
    seconds = time.monotonic() - begun
    filed, inputs = sum(len(rider.filed) for rider in riders), after["total"]
    print(
        f"\n{KILLS + KILLS // 5} kills, {len(starts)} under load; {RIDERS} riders, "
        f"{inputs} inputs, {filed} cases;"
    )
    print(f"lost {len(lost)}, twice {len(twice)}, stuck {len(stuck)};")
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


def _compare(bot: Bot, riders: list[Rider]) -> tuple[list[str], list[str]]:
    """What riders said and what the database holds: (lost, there twice)."""
    database = sqlite3.connect(bot.data / "gridbee.db")
    stored = database.execute(
        "SELECT c.words, c.lat, c.lon, count(m.id) FROM cases c LEFT JOIN media m ON "
        "m.case_id = c.id GROUP BY c.id"
    ).fetchall()
    drafts = [
        orjson.loads(row[0]) for row in database.execute("SELECT answers FROM forms")
    ]
    filings = database.execute(
        "SELECT count(*) FROM history WHERE act = 'file'"
    ).fetchone()[0]
    unsent = database.execute(
        "SELECT count(*) FROM outbox WHERE state NOT IN ('sent', 'dropped')"
    ).fetchone()[0]
    numbers = [row[0] for row in database.execute("SELECT number FROM cases")]
    database.close()
    count = Counter(row[0] for row in stored)
    whole = {row[0] for rider in riders for row in stored if row in _wanted(rider)}
    kept = Counter(part["text"] for draft in drafts for part in draft.get("what", ()))
    said = [words for rider in riders for words in rider.filed]
    lost = [words for words in said if words not in whole]
    lost += [rider.last_word for rider in riders if kept[rider.last_word] != 1]
    assert (
        sorted(count) == sorted(said)
        and filings == len(said) == len(set(numbers))
        and unsent == 0
    )
    return lost, [words for words, times in count.items() if times > 1]


def _wanted(rider: Rider) -> set[tuple[Any, ...]]:
    """Each filing with all that belongs to it: words, place, how many pictures."""
    here = (LAT, rider.lon)
    rest = {HAZARD: (*here, 1), WISH: (None, None, 0), DANGER: (*here, 0)}
    return {(words, *rest[words.partition(" ")[0]]) for words in rider.filed}

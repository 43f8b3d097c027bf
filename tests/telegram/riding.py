"""Riders who file one case after the other, and what of it has to be in the database."""

from __future__ import annotations

import asyncio
import itertools
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import orjson
from sqlalchemy import text

from storage.database import Database
from tests.fakes.telegram.control import ControlClient
from tests.telegram.town import GROUP, PICTURE

LEAST_EACH = 3  # filings by every rider
# seconds a rider waits for one answer, over all the kills of a slow machine
PATIENCE = 150.0
LAT, LON = 24.4467, 118.0873
HAZARD, WISH, DANGER = "路口地砖坏了", "想要一件反光雨衣", "有人晕倒了叫不醒"
CASES = (
    "SELECT c.words, c.lat, c.lon, count(m.id) FROM cases c"
    " LEFT JOIN media m ON m.case_id = c.id GROUP BY c.id"
)
NUMBERS = "SELECT number FROM cases"
DRAFTS = "SELECT answers FROM forms"
FILINGS = "SELECT count(*) FROM history WHERE act = 'file'"
UNSENT = "SELECT count(*) FROM outbox WHERE state NOT IN ('sent', 'dropped')"


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


async def come(telegram: ControlClient, riders: Sequence[Rider]) -> None:
    """The group, its staff and the riders, each with the bot started."""
    await telegram.group(GROUP, "第一网格")
    for number in (2001, 2002, 3001):
        await telegram.user(number, f"同事{number}", started=True)
    for rider in riders:
        name = f"骑手{rider.number}"
        await telegram.user(rider.number, name, language="zh-hans", started=True)


async def stuck(riding: set[asyncio.Task[None]], seconds: float) -> list[str]:
    """Who has not come to an end within so long, or has failed."""
    done, waiting = await asyncio.wait(riding, timeout=seconds)
    failed = [f"{task.exception()!r}"[:200] for task in done if task.exception()]
    return failed + [repr(task) for task in waiting]


async def compare(
    database: Database, riders: Sequence[Rider]
) -> tuple[list[str], list[str]]:
    """What riders said and what the database holds: (lost, there twice)."""
    async with database.reader() as reader:
        stored = [tuple(row) for row in await reader.execute(text(CASES))]
        drafts = [orjson.loads(row[0]) for row in await reader.execute(text(DRAFTS))]
        numbers = {row[0] for row in await reader.execute(text(NUMBERS))}
        filings = await reader.scalar(text(FILINGS))
        unsent = await reader.scalar(text(UNSENT))
    count = Counter(row[0] for row in stored)
    whole = {row[0] for rider in riders for row in stored if row in _wanted(rider)}
    kept = Counter(part["text"] for draft in drafts for part in draft.get("what", ()))
    said = [words for rider in riders for words in rider.filed]
    lost = [words for words in said if words not in whole]
    lost += [rider.last_word for rider in riders if kept[rider.last_word] != 1]
    assert sorted(count.elements()) == sorted(said)
    assert filings == len(said) == len(numbers)
    assert unsent == 0
    return lost, [words for words, times in count.items() if times > 1]


def _wanted(rider: Rider) -> set[tuple[Any, ...]]:
    """Each filing with all that belongs to it: words, place, how many pictures."""
    here = (LAT, rider.lon)
    rest = {HAZARD: (*here, 1), WISH: (None, None, 0), DANGER: (*here, 0)}
    return {(words, *rest[words.partition(" ")[0]]) for words in rider.filed}

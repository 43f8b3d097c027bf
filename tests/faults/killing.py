"""kill -9 at every await of the house in turn, under load: nothing lost, nothing twice."""

from __future__ import annotations

import asyncio
import itertools
import json
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.fakes.telegram.control import ControlClient
from tests.fakes.telegram.server import FakeTelegram
from tests.faults.awaits import Plan
from tests.faults.riders import Counted, Crowd, drained, put_aside
from tests.forked import forked
from tests.telegram.town import ROOT, TOKEN, Bot

UNPACED = "per_second = 0\nper_chat_seconds = 0\ngroup_per_minute = 0\n"
COUNTS_FOR = 6.0  # seconds of riding in which awaits are found
REACHED_WITHIN = (
    4.0  # seconds; a place that is not reached by then is killed where it is
)
LATEST_TURN = 3
WITHIN = 30.0  # seconds after the last kill in which everybody has to be done
DRAINS = 90.0  # a picture that four kills found in hand waits 40 s, by five 80 s


@dataclass
class Killed:
    """What so many kills did; `missed` are places that were not reached again in time."""

    places: int = 0
    kills: int = 0
    missed: list[str] = field(default_factory=list)
    counted: Counted = field(default_factory=Counted)
    aside: int = 0
    drained: bool = False
    starts: list[float] = field(default_factory=list)

    @property
    def held(self) -> bool:
        counted = self.counted
        broken = counted.lost or counted.twice or counted.stuck or self.aside
        return not broken and self.drained


class Mortal(Bot):
    """A house that counts its awaits."""

    plan = Plan()

    async def spawn(self) -> None:
        arguments = ["run", "--config", str(self.config)]
        self.process = await forked(arguments, ROOT, self.errors, self.plan)

    async def dies(self, within: float) -> bool:
        """Whether it has ended by itself in time; else it is killed."""
        ends = time.monotonic() + within
        assert self.process is not None
        while self.process.returncode is None and time.monotonic() < ends:
            await asyncio.sleep(0.02)
        alone = self.process.returncode is not None
        assert await self.stop("kill") == -9, self.told()
        return alone


async def kills_everywhere(
    folder: Path, template: Path, seed: int, most: int = 0
) -> Killed:
    """One kill for each place, before and after what is waited for; `most` takes so many of them
    by chance, 0 takes all.
    """
    chance, done = random.Random(seed), Killed()
    async with FakeTelegram(TOKEN) as fake, ControlClient(fake.url) as telegram:
        base = telegram.base_url, telegram.base_file_url
        async with Mortal(folder, *base, TOKEN, UNPACED) as bot:
            bot.seed(template)
            crowd = Crowd(telegram)
            await crowd.begin()
            found = await _places(bot, folder / "places.json")
            plans = _plans(found, chance, most)
            done.places = len(found)
            for plan in plans:
                await _one(bot, plan, done)
            bot.plan = Plan()
            await bot.start()
            stuck = await crowd.end(WITHIN)
            url = f"sqlite:///{bot.data / 'gridbee.db'}"
            done.drained = await drained(url, telegram, DRAINS if not stuck else 1)
            await bot.stop()
        done.counted = await crowd.count(url)
        done.counted.stuck, done.aside = stuck, await put_aside(url)
    return done


async def _places(bot: Mortal, note: Path) -> dict[str, int]:
    """How often the house waits at each place in some seconds under load."""
    bot.plan = Plan(note=str(note))
    await bot.start()
    await asyncio.sleep(COUNTS_FOR)
    await bot.stop()
    found: dict[str, int] = json.loads(note.read_text(encoding="utf-8"))
    return found


def _plans(found: dict[str, int], chance: random.Random, most: int) -> Sequence[Plan]:
    made = []
    for key, times in sorted(found.items()):
        when, _, place = key.partition(" ")
        turn = chance.randint(1, min(LATEST_TURN, times))
        made.append(Plan(place, when, turn))
    chance.shuffle(made)
    return list(itertools.islice(made, most or None))


async def _one(bot: Mortal, plan: Plan, done: Killed) -> None:
    bot.plan = plan
    begun = time.monotonic()
    await bot.spawn()
    if not await bot.dies(REACHED_WITHIN):
        done.missed.append(f"{plan.when} {plan.place}")
    done.kills += 1
    done.starts.append(time.monotonic() - begun)

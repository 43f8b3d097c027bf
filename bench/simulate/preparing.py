"""A year made ready: the town, its people, and all that they will report."""

from __future__ import annotations

import random
import sqlite3
from collections import Counter
from collections.abc import Callable, MutableMapping
from datetime import UTC, date, datetime, timedelta
from datetime import time as clock_time
from functools import partial
from pathlib import Path
from typing import Any, cast

import structlog

from bench.simulate import posts, town
from bench.simulate.absences import absences
from bench.simulate.agenda import Agenda, Clock
from bench.simulate.inline import inline
from bench.simulate.post import Office
from bench.simulate.rhythm import ZONE, days_of, moments, weather
from bench.simulate.riders import Rider
from bench.simulate.size import Seen, Size
from bench.simulate.staff import Worker
from bench.simulate.town import BUILDING, GRIDS, Matter, Town
from bot.loops.delivery import Delivery
from bot.loops.intake import Intake
from bot.loops.ticks import Ticks
from bot.loops.unreadable import Unreadable
from handlers.dialog.setup import Setup
from storage.database import Database
from storage.outbox.letters import Letter

DAY = timedelta(days=1)
# of all filings, beside them: somebody says the same within two days
AGAIN_SHARE = 0.05


class Prepared:
    """What a year is played with; `seen`, `office` and the database tell what happened."""

    def __init__(
        self, folder: Path, size: Size, tell: Callable[[str], None] = lambda _: None
    ) -> None:
        self.size = size
        self.tell = tell
        self.chance = random.Random(size.seed)
        self.begins = datetime.combine(size.first, clock_time(), ZONE).astimezone(UTC)
        self.ends = self.begins + DAY * size.days
        self.clock = Clock(self.begins)
        self.file = folder / "gridbee.db"
        self.setup = self._setup()
        self.database = inline(
            Database(f"sqlite:///{self.file}", self.clock), str(self.file)
        )
        self.office = Office(self.database, self.setup, self._heard)
        delivery = cast(Delivery, self.office)
        kept = Unreadable(folder)
        self.intake = Intake(self.database, self.setup, delivery, kept)
        self.ticks = Ticks(self.database, self.setup, delivery)
        self.agenda = Agenda()
        self.counts: Counter[str] = Counter()
        self.seen = Seen()
        self.riders: dict[str, Rider] = {}
        self.workers: dict[str, Worker] = {}
        self.step = timedelta(minutes=size.step)

    def _setup(self) -> Setup:
        return town.setup()

    # --- getting ready ---

    async def prepare(self) -> None:
        self._logging = structlog.get_config()
        structlog.configure(processors=[self._log])
        await self.database.start()
        people = posts.staff(self.size.property_staff)
        await posts.settle(self.database, people)
        calendar = self.setup.calendars[""]
        for post in people:
            self.workers[post.chat] = Worker(
                post, self.agenda, self.own(post.chat), calendar, self.counts
            )
        self.peeking = sqlite3.connect(self.file)
        self._invite_riders()
        days = days_of(self.size.first, self.size.days)
        absences(self.chance, self.workers, days, self.agenda)
        self._plan_filings(Town(self.chance, self.database.directory), days)

    def own(self, chat: str) -> random.Random:
        """Everybody has chances of their own, so that the order in which letters come changes
        nobody's year.
        """
        return random.Random(f"{self.size.seed} {chat}")

    def _log(self, _: Any, __: str, entry: MutableMapping[str, Any]) -> str:
        """What the house would log as an error is a failure of the simulation."""
        if entry.get("error") or "fail" in str(entry.get("event")):
            self.seen.troubles[
                f"{entry.get('event')}: {entry.get('error')} {entry.get('tick', '')}"
            ] += 1
        raise structlog.DropEvent

    def _invite_riders(self) -> None:
        for number in range(1, self.size.riders + 1):
            chat = f"rider-{number}"
            self.riders[chat] = Rider(
                chat, number, self.agenda, self.own(chat), self.counts
            )

    def _plan_filings(self, here: Town, days: list[date]) -> None:
        wet = weather(self.chance, days)
        others = [grid for grid in GRIDS if grid != BUILDING]
        busy = [self.chance.uniform(0.5, 1.5) for _ in others]
        found = []
        for count, inside in ((self.size.district, False), (self.size.building, True)):
            for moment in moments(self.chance, days, wet, count):
                area = BUILDING if inside else self.chance.choices(others, busy)[0]
                found.append((moment.at, here.matter(area, moment.rain)))
        found.sort(key=lambda pair: pair[0])
        for at, matter in found:
            self._plan(at, matter)
            if self.chance.random() < AGAIN_SHARE:
                later = at + timedelta(hours=self.chance.expovariate(1 / 6))
                self._plan(
                    later,
                    Matter(
                        matter.words, matter.place, matter.area, True, False, again=True
                    ),
                )

    def _plan(self, at: datetime, matter: Matter) -> None:
        rider = self.riders[
            f"rider-{int(self.size.riders * self.chance.random() ** 1.6) + 1}"
        ]
        self.agenda.put(at, rider.chat, partial(rider.files, matter))

    async def close(self) -> None:
        structlog.configure(**self._logging)
        self.peeking.close()
        await self.database.close()

    def _heard(self, chat: str, letter: Letter, message_id: str) -> None:
        if letter.reply.press_ref:
            return
        rider = self.riders.get(chat)
        if rider is not None:
            rider.hears(letter, message_id, self.clock.now)
        else:
            self.workers[chat].hears(letter, message_id, self.clock.now)

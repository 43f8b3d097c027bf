"""The year itself: a clock that jumps to what comes next, one Unit for all that people do by
then, the real ticks.
"""

from __future__ import annotations

import random
import sqlite3
import time
from collections import Counter
from collections.abc import Callable, MutableMapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from datetime import time as clock_time
from functools import partial
from pathlib import Path
from typing import Any, cast

import structlog

from bench.simulate import checks, town
from bench.simulate.absences import absences
from bench.simulate.agenda import Agenda, Clock
from bench.simulate.inline import inline
from bench.simulate.post import Office
from bench.simulate.rhythm import ZONE, days_of, moments, weather
from bench.simulate.riders import Rider
from bench.simulate.staff import Worker
from bench.simulate.town import BUILDING, GRIDS, Matter, Town
from bot.loops.delivery import Delivery
from bot.loops.intake import Intake
from bot.loops.ticks import Ticks
from domain.messages import Event
from handlers.timers import DUE
from storage.database import Database
from storage.outbox.letters import Letter
from storage.tables.cases import IS_OPEN
from storage.tables.messages import UNSENT

DAY = timedelta(days=1)
# of all filings, beside them: somebody says the same within two days
AGAIN_SHARE = 0.05
NIGHTLY = {0: ("roster", "daily"), 3: ("sweep",), 9: ("dormant",)}
LAST_WORD = timedelta(days=200)


@dataclass(frozen=True, slots=True)
class Size:
    """How much there is to simulate. `step` is how far apart two Units are at least, in minutes."""

    first: date = date(2026, 1, 1)
    days: int = 365
    district: int = 30_000
    building: int = 3_860
    riders: int = 3_000
    property_staff: int = 6
    step: int = 15
    seed: int = 2026
    nightly_every: int = 7


@dataclass
class Seen:
    """What was looked at on the way."""

    forgotten: list[str] = field(default_factory=list)
    months: list[tuple[str, int, int, int]] = field(default_factory=list)
    open_at_most: Counter[str] = field(default_factory=Counter)
    carried_at_most: Counter[str] = field(default_factory=Counter)
    troubles: Counter[str] = field(default_factory=Counter)
    events: int = 0
    units: int = 0
    seconds: float = 0.0
    processor: float = 0.0
    all_ended: datetime | None = None
    longest_quiet: tuple[int, str] = (0, "none")


class Year:
    """`await run()`; afterwards `seen`, `office` and the database tell what happened."""

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
        self.setup = town.setup()
        self.database = inline(
            Database(f"sqlite:///{self.file}", self.clock), str(self.file)
        )
        self.office = Office(self.database, self.setup, self._heard)
        delivery = cast(Delivery, self.office)
        self.intake = Intake(self.database, self.setup, delivery)
        self.ticks = Ticks(self.database, self.setup, delivery)
        self.agenda = Agenda()
        self.counts: Counter[str] = Counter()
        self.seen = Seen()
        self.riders: dict[str, Rider] = {}
        self.workers: dict[str, Worker] = {}
        self.step = timedelta(minutes=size.step)

    # --- getting ready ---

    async def prepare(self) -> None:
        self._logging = structlog.get_config()
        structlog.configure(processors=[self._log])
        await self.database.start()
        people = town.staff(self.size.property_staff)
        await town.settle(self.database, people)
        calendar = self.setup.calendars[""]
        for post in people:
            self.workers[post.chat] = Worker(
                post, self.agenda, self._own(post.chat), calendar, self.counts
            )
        self.peeking = sqlite3.connect(self.file)
        self._invite_riders()
        days = days_of(self.size.first, self.size.days)
        absences(self.chance, self.workers, days, self.agenda)
        self._plan_filings(Town(self.chance, self.database.directory), days)

    def _own(self, chat: str) -> random.Random:
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
                chat, number, self.agenda, self._own(chat), self.counts
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

    # --- running ---

    async def run(self) -> None:
        await self.prepare()
        began, spent = time.perf_counter(), time.process_time()
        await self.ticks.tick("roster")
        midnight = self.begins
        while not self._over():
            midnight = await self._day(midnight)
            self.seen.seconds, self.seen.processor = (
                time.perf_counter() - began,
                time.process_time() - spent,
            )
        self.seen.troubles.update(await checks.quarantined(self.database))

    async def close(self) -> None:
        structlog.configure(**self._logging)
        self.peeking.close()
        await self.database.close()

    def _over(self) -> bool:
        if self.clock.now < self.ends:
            return False
        return self.seen.all_ended is not None or self.clock.now > self.ends + LAST_WORD

    async def _day(self, midnight: datetime) -> datetime:
        """One day up to the next midnight, with its looks; at a month's end everything is
        examined.
        """
        for hour, names in NIGHTLY.items():
            await self._until(midnight + timedelta(hours=hour, minutes=20))
            for name in names:
                await self._look(name, midnight)
            await self.office.deliver()
            if hour == 9:
                self._measure()
        end = midnight + DAY
        await self._until(end)
        local = end.astimezone(ZONE)
        if local.day == 1 or end == self.ends:
            await self._examine(local)
        elif end > self.ends and checks.alive(self.peeking) == 0:
            self.seen.all_ended = end
            await self._examine(local)
        return end

    async def _look(self, name: str, midnight: datetime) -> None:
        nights = (midnight - self.begins).days
        if name != "daily":
            return await self.ticks.tick(name)
        if nights and nights % self.size.nightly_every == 0:
            for _ in range(60):  # seven days at a time, as long as there are any
                await self.ticks.tick(name)

    async def _until(self, end: datetime) -> None:
        """Everything that people do and that falls due before `end`."""
        while True:
            due = self._due()
            firsts = [at for at in (self.agenda.first, *due.values()) if at is not None]
            if not firsts or min(firsts) >= end:
                self.clock.now = max(self.clock.now, end)
                return
            self.clock.now = max(self.clock.now, self._slot(min(firsts)))
            await self._by_itself(due)
            while events := self.agenda.take(self.clock.now, self.step):
                await self._handle(events)

    def _slot(self, at: datetime) -> datetime:
        """The first step that is not before `at`."""
        return self.begins + -(-(at - self.begins) // self.step) * self.step

    async def _handle(self, events: list[Event]) -> None:
        self.seen.events += len(events)
        self.seen.units += 1
        await self.intake.handle(events)
        await self.office.deliver()

    def _due(self) -> dict[str, datetime | None]:
        """When each tick next has something to do: looked up beside the house, so that none
        looks in vain.
        """
        one = self.peeking.execute
        found = {
            kind: one(
                "SELECT min(due_at) FROM timers WHERE kind = ?", (kind,)
            ).fetchone()[0]
            for kind in DUE
        }
        for name, state in (("release", "later"), ("held", "held")):
            row = one(
                f"SELECT min(due_at) FROM outbox WHERE {UNSENT} AND state = ?",
                (state,),
            ).fetchone()
            found[name] = row[0]
        return {
            name: datetime.fromtimestamp(at / 1000, UTC)
            for name, at in found.items()
            if at is not None
        }

    async def _by_itself(self, due: dict[str, datetime | None]) -> None:
        for name, at in due.items():
            if at is not None and at <= self.clock.now:
                await self.ticks.tick(name)
                self.counts[f"tick {name}"] += 1
        await self.office.deliver()

    def _heard(self, chat: str, letter: Letter, message_id: str) -> None:
        if letter.reply.press_ref:
            return
        rider = self.riders.get(chat)
        if rider is not None:
            rider.hears(letter, message_id, self.clock.now)
        else:
            self.workers[chat].hears(letter, message_id, self.clock.now)

    # --- looking ---

    def _measure(self) -> None:
        """At twenty past nine: how many cases are open and who carries how many."""
        for area, count in self.peeking.execute(
            f"SELECT area, count(*) FROM cases WHERE {IS_OPEN} GROUP BY area"
        ):
            self.seen.open_at_most[area] = max(self.seen.open_at_most[area], count)
        total = sum(self.database.memory.carried.values())
        self.seen.open_at_most["district"] = max(
            self.seen.open_at_most["district"], total
        )
        for person_id, count in self.database.memory.carried.items():
            person = self.database.directory.staff.get(person_id)
            name = person.name if person else f"#{person_id}"
            self.seen.carried_at_most[name] = max(
                self.seen.carried_at_most[name], count
            )

    async def _examine(self, local: datetime) -> None:
        for name in ("case", "release", "held"):
            await self.ticks.tick(name)
        await self.office.deliver()
        found = await checks.forgotten(self.database, self.setup, self.clock.now)
        self.seen.forgotten += [f"{local:%Y-%m-%d}: {one}" for one in found]
        quiet = checks.longest_quiet(self.peeking, self.clock.now)
        self.seen.longest_quiet = max(self.seen.longest_quiet, quiet)
        filed, ended, alive = checks.counts(self.peeking)
        self.seen.months.append((f"{local - DAY:%Y-%m-%d}", filed, ended, alive))
        self.tell(
            f"{local - DAY:%Y-%m-%d}: {filed:,} filed, {alive} not ended, {self.seen.events:,} events, "
            f"{self.seen.seconds:.0f} s, forgotten {len(found)}"
        )

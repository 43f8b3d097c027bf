"""The year itself: a clock that jumps to what comes next, one Unit for all that people do by
then, the real ticks.
"""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta

from bench.simulate import checks
from bench.simulate.preparing import DAY, Prepared
from bench.simulate.rhythm import ZONE
from domain.messages import Event
from handlers.timers import DUE
from storage.tables.cases import IS_OPEN
from storage.tables.messages import UNSENT

NIGHTLY = {0: ("roster", "daily"), 3: ("sweep",), 9: ("dormant",)}


class Year(Prepared):
    """`await run()`; afterwards `seen`, `office` and the database tell what happened."""

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

    def _over(self) -> bool:
        if self.clock.now < self.ends:
            return False
        last = self.ends + DAY * self.size.last_word
        return self.seen.all_ended is not None or self.clock.now > last

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
        elif self._ends_now(end):
            self.seen.all_ended = end
            await self._examine(local)
        return end

    def _ends_now(self, end: datetime) -> bool:
        """Whether the last case has come to its end on this day."""
        if end <= self.ends or self.seen.all_ended is not None:
            return False
        return checks.alive(self.peeking) == 0

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
            f"{local - DAY:%Y-%m-%d}: {filed:,} filed, {alive} not ended, "
            f"{self.seen.events:,} events, {self.seen.seconds:.0f} s, "
            f"forgotten {len(found)}"
        )

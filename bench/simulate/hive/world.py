"""The hive's year: the casework's clock, intake and ticks, with everybody of the hive in it."""

from __future__ import annotations

import re
import sqlite3
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import structlog

from bench.simulate.hive import peopling, rooms, town
from bench.simulate.hive.acting import Acting
from bench.simulate.hive.figures import beside, states, tiers
from bench.simulate.hive.holds import broken
from bench.simulate.hive.people import Bee, Carer, Merchant
from bench.simulate.hive.scale import Scale
from bench.simulate.hive.tried import Tried
from bench.simulate.hive.words import NUMBERS
from bench.simulate.size import Size
from bench.simulate.town import Town
from bench.simulate.year import Year
from domain.people import Role
from handlers.dialog.setup import Setup
from storage.outbox.letters import Letter

PLAIN = re.compile(r"[a-z_]+")


def verb(data: str) -> str:
    """A button without its numbers: `wish:claim`."""
    first, *rest = data.split(":")
    words = [one for one in rest if PLAIN.fullmatch(one)]
    return ":".join([first, *words[:2]])


class World(Year):
    """`tried` and the database tell what came of it."""

    def __init__(
        self,
        folder: Path,
        size: Size,
        tell: Callable[[str], None] = lambda _: None,
    ) -> None:
        self.scale = Scale(size.hive)
        super().__init__(folder, size, tell)
        self.tried = Tried()
        self.bees: list[Bee] = []
        self.carers: dict[str, Carer] = {}
        self.shops: dict[str, Merchant] = {}
        self.first_claims: dict[int, str] = {}
        self.screening: set[str] = set()
        self.leaked = 0
        self.uses = 0
        self.broken: dict[str, str] = {}
        self.standing: list[str] = []
        self.kept: Counter[str] = Counter()
        self.presses: Counter[str] = Counter()
        self.lasts = self._lasts()
        self.everybody: dict[str, Any] = {}

    def _setup(self) -> Setup:
        return town.setup(self.scale)

    def _lasts(self) -> datetime:
        """A whole year goes on, quietly, until its points end: a year after it."""
        if self.size.days < 365:
            return self.ends
        return self.ends + timedelta(days=368)

    def _over(self) -> bool:
        return self.clock.now >= self.lasts and super()._over()

    async def _day(self, midnight: datetime) -> datetime:
        if (midnight - self.begins).days == town.SECOND_COMES:
            await peopling.join_staff(self, town.SECOND)
        return await super()._day(midnight)

    async def _examine(self, local: datetime) -> None:
        await super()._examine(local)
        for one in broken(self):
            self.broken.setdefault(one, f"{local:%Y-%m-%d}")
        if self.clock.now <= self.ends:  # later there is only the clock
            self.standing = [*beside(self), "", *states(self), tiers(self)]

    async def prepare(self) -> None:
        self._logging = structlog.get_config()
        structlog.configure(processors=[self._log])
        await self.database.start()
        people = town.staff()
        folder, many = self.file.parent, self.size.services
        self.loaded = await town.furnish(
            self.database, people, self.setup, folder, many
        )
        self.peeking = sqlite3.connect(self.file)
        peopling.people(self, people)
        self.here = Town(self.chance, self.database.directory)
        for begin in rooms.BEGIN:
            begin(self)

    def meets(self, one: Any, habits: Any) -> Any:
        one.get_ready(self)
        one.habits = habits
        self.everybody[one.chat] = one
        return one

    # --- what scripts ask ---

    @property
    def now(self) -> datetime:
        return self.clock.now

    def moment(self, first: float = 0.0, last: float = 1.0) -> datetime:
        """Somewhere in this part of the year, by day."""
        days = self.size.days
        day = self.chance.uniform(first * days, max(last * days - 1, 0))
        hours = self.chance.uniform(1, 11)  # nine to seven in Shanghai
        return self.begins + timedelta(days=int(day), hours=8 + hours)

    def peek(self, query: str, *values: Any) -> Any:
        """The first value of the first row, None for none: looked up beside the house."""
        row = self.peeking.execute(query, values).fetchone()
        return row[0] if row else None

    def person_of(self, one: Acting) -> int:
        query = "SELECT person_id FROM accounts WHERE chat = ?"
        return int(self.peek(query, one.chat) or 0)

    def newest_case(self, one: Acting) -> int:
        """What they filed last."""
        query = "SELECT max(id) FROM cases WHERE filer_id = ?"
        return int(self.peek(query, self.person_of(one)) or 0)

    def watch(
        self, what: str, cases: Sequence[int], most: int, known: str = ""
    ) -> None:
        self.tried.watch(what, cases, most, known)

    def pressed(self, one: Acting, data: str) -> None:
        self.presses[verb(data)] += 1
        rooms.notes(self, one, data)

    def looks_after(self, area: str) -> Carer:
        """A coordinator of the grid, else somebody above it."""
        people = self.database.directory.nearest(area, *Role)[1]
        addresses = self.database.directory.addresses
        chats = (door.chat for one in people for door in addresses.get(one.id, ()))
        return self.carers[next(chats)]

    def _heard(self, chat: str, letter: Letter, message_id: str) -> None:
        used = letter.reply.slot.startswith("coupon:") and "✔" in letter.reply.text
        self.uses += used
        self.leaked += any(number in letter.reply.text for number in NUMBERS)
        self.everybody[chat].hears(letter, message_id, self.clock.now)

"""Somebody who does one thing after the other: a script says or presses, and looks what came."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from bench.simulate.agenda import Agenda, Hand
from bench.simulate.hive.phone import Gone, Phone
from domain.messages import Event

Script = Iterator[Event | timedelta]
"""What is said or pressed, or how long nothing is."""

A_MOMENT = timedelta(minutes=1)
LATER = timedelta(minutes=10)


class Acting:
    """One script at a time; what else is meant to begin waits until it is over."""

    hand: Hand
    agenda: Agenda
    chat: str
    chance: random.Random
    counts: Counter[str]

    def get_ready(self, world: Any) -> None:
        self.world = world
        self.phone = Phone()
        self.running = False
        self.asleep_from: datetime | None = None

    def occupied(self, now: datetime) -> bool:
        """Whether they are in the middle of something else."""
        return self.running

    def then(self, at: datetime, script: Script) -> None:
        """From then on they do this."""
        self.agenda.put(at, self.chat, partial(self._goes_on, script))

    def soon(self, script: Script, hours: float = 0.05) -> None:
        self.then(self.world.clock.now + timedelta(hours=hours), script)

    def _goes_on(self, script: Script, now: datetime) -> Event | None:
        if self.asleep_from is not None and now >= self.asleep_from:
            return None
        if self.occupied(now):
            self.agenda.put(now + LATER, self.chat, partial(self._goes_on, script))
            return None
        self.running = True
        return self._step(script, now)

    def _step(self, script: Script, now: datetime) -> Event | None:
        try:
            what = next(script)
        except (StopIteration, Gone) as ended:
            self.running = False
            if isinstance(ended, Gone):
                self.counts[f"nothing to press: {ended}"] += 1
            return None
        if isinstance(what, timedelta):
            self.running = False
            self.agenda.put(now + what, self.chat, partial(self._goes_on, script))
            return None
        self.agenda.put(now + A_MOMENT, self.chat, partial(self._step, script))
        return what

    # --- what a script does ---

    def says(self, text: str = "", **more: Any) -> Event:
        return self.hand.says(text, **more)

    def presses(self, pattern: str) -> Event:
        """One of the newest buttons like that. Raises Gone."""
        data, message_id = self.phone.one(pattern, self.chance)
        self.world.pressed(self, data)
        return self.hand.presses(data, message_id)

    def forges(self, data: str) -> Event:
        """A press that nobody offered, or that stood on the screen of before."""
        return self.hand.presses(data, "m0")

    def odds(self, share: float) -> bool:
        return self.chance.random() < share

    def around(self, middle: float) -> timedelta:
        """Around so many hours."""
        spread: Callable[[float, float], float] = self.chance.lognormvariate
        return timedelta(hours=middle * spread(0, 0.6))

"""Riders, merchants and staff of the hive: who they are elsewhere in the simulation, with habits of
the hive beside it.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable
from datetime import datetime
from functools import partial

from bench.simulate.agenda import Agenda, Hand
from bench.simulate.hive.acting import LATER, Acting
from bench.simulate.hive.phone import Shown
from bench.simulate.riders import PATIENCE, Rider
from bench.simulate.staff import Worker
from bench.simulate.town import Matter
from domain.messages import Event
from storage.outbox.letters import Letter

Reaction = Callable[[Acting, "re.Match[str]", Shown], None]
Habits = dict[str, Reaction]
"""What somebody does when a button like this stands below what they hear."""

CASE = re.compile(r"c:\d+:")


def reacts(one: Acting, habits: Habits, shown: Shown) -> bool:
    """Whether there was something to react to; once a letter for each habit."""
    done = False
    for pattern, reaction in habits.items():
        hits = (re.fullmatch(pattern, data) for data in shown.data)
        hit = next(filter(None, hits), None)
        if hit is not None:
            reaction(one, hit, shown)
            done = True
    return done


class Bee(Acting, Rider):
    """A rider. `habits` are those of all rooms."""

    habits: Habits

    def occupied(self, now: datetime) -> bool:
        since = self.since if self.matter is not None else None
        return self.running or (since is not None and now - since < PATIENCE)

    def files(self, matter: Matter, now: datetime) -> Event | None:
        if self.asleep_from is not None and now >= self.asleep_from:
            return None
        if self.running:
            again = partial(self.files, matter)
            self.agenda.put(now + LATER, self.chat, again)
            return None
        return super().files(matter, now)

    def hears(self, letter: Letter, message_id: str, now: datetime) -> None:
        shown = self.phone.takes(letter, message_id)
        if not letter.reply.press_ref and not self._scripted(letter, shown):
            super().hears(letter, message_id, now)

    def _scripted(self, letter: Letter, shown: Shown) -> bool:
        if self.running and letter.form_id is not None:
            return True
        return reacts(self, self.habits, shown) or self.running


class Merchant(Acting):
    """A shop's chat."""

    habits: Habits

    def __init__(
        self, hand: Hand, agenda: Agenda, chance: random.Random, counts: Counter[str]
    ) -> None:
        self.hand, self.agenda, self.chance = hand, agenda, chance
        self.chat, self.counts = hand.chat, counts

    def hears(self, letter: Letter, message_id: str, now: datetime) -> None:
        shown = self.phone.takes(letter, message_id)
        if not letter.reply.press_ref and not self.running:
            reacts(self, self.habits, shown)


class Carer(Acting, Worker):
    """Somebody on the staff."""

    habits: Habits

    def occupied(self, now: datetime) -> bool:
        return self.running or Worker._busy(self, now)

    def _busy(self, now: datetime) -> bool:
        return self.running or super()._busy(now)

    def hears(self, letter: Letter, message_id: str, now: datetime) -> None:
        shown = self.phone.takes(letter, message_id)
        if letter.reply.press_ref:
            return
        heard = reacts(self, self.habits, shown)
        of_a_case = any(CASE.match(one) for one in shown.data) and not letter.form_id
        if not heard and (of_a_case or not self.running):
            super().hears(letter, message_id, now)

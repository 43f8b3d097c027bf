"""What somebody on the staff does, and when: in their own hours, one thing after the other."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import partial

from bench.simulate.agenda import Agenda, Hand
from bench.simulate.cards import Card, Leave
from bench.simulate.plans import Plans
from bench.simulate.posts import Post
from bench.simulate.rhythm import ZONE
from domain.calendar import Calendar
from domain.messages import Event

MINUTE = timedelta(minutes=1)
PRESSED = 7 * MINUTE


@dataclass
class Doer:
    """Somebody on the staff with their private chat. `planned` are the cases whose next step
    they have in mind.
    """

    post: Post
    agenda: Agenda
    chance: random.Random
    hours: Calendar
    counts: Counter[str]
    leaves: list[Leave] = field(default_factory=list)
    on_duty: set[date] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.hand = Hand(self.post.chat, self.post.name)
        self.chat = self.post.chat
        self.plans = Plans(self.chance, self.post)
        self.cards: dict[int, Card] = {}
        self.planned: set[int] = set()
        self.forgotten: set[int] = set()
        self.reviewing: set[int] = set()
        self.writing = ""
        self.since: datetime | None = None

    # --- time ---

    def away(self, now: datetime) -> bool:
        day = now.astimezone(ZONE).date()
        return any(leave.first <= day <= leave.last for leave in self.leaves)

    def _at(self, now: datetime, hours: float, urgent: bool) -> datetime:
        """So many hours of work from now: of their own hours, but in an emergency and on duty of
        any.
        """
        span = timedelta(hours=hours)
        local = now.astimezone(ZONE)
        if urgent or (local.date() in self.on_duty and 9 <= local.hour < 17):
            return now + span
        return self.hours.add(now, span)

    def _will(
        self, now: datetime, hours: float, case_id: int, act: str, urgent: bool = False
    ) -> None:
        self.planned.add(case_id)
        self.agenda.put(
            self._at(now, hours, urgent),
            self.chat,
            partial(self._does, case_id, act, urgent),
        )

    # --- doing ---

    def _opens(self, data: str, message_id: str, now: datetime) -> Event | None:
        if self.away(now):
            return None
        return self.hand.presses(data, message_id)

    def _presses(
        self, data: str, message_id: str, words: str, now: datetime
    ) -> Event | None:
        if self._busy(now):
            self.agenda.put(
                now + PRESSED,
                self.chat,
                partial(self._presses, data, message_id, words),
            )
            return None
        self.writing, self.since = words, now
        return self.hand.presses(data, message_id)

    def _busy(self, now: datetime) -> bool:
        """Whether a form of theirs still waits for words."""
        return (
            bool(self.writing)
            and self.since is not None
            and now - self.since < 60 * MINUTE
        )

    def _does(
        self, case_id: int, act: str, urgent: bool, now: datetime
    ) -> Event | None:
        card = self.cards.get(case_id)
        if card is None or not self.plans.fits(act, card.acts, card.mine):
            self.planned.discard(case_id)
            return None
        if self.away(now) and not urgent:
            back = (now + timedelta(days=1)).astimezone(ZONE).replace(hour=8, minute=30)
            self.agenda.put(
                self.hours.opens(back.astimezone(now.tzinfo)),
                self.chat,
                partial(self._does, case_id, act, urgent),
            )
            return None
        if self._busy(now):
            self.agenda.put(
                now + PRESSED, self.chat, partial(self._does, case_id, act, urgent)
            )
            return None
        self.planned.discard(case_id)
        self.counts[f"did {act}"] += 1
        command, words = self.plans.says(act, card.number)
        if command:
            return self.hand.says(command)
        self.writing, self.since = words, now
        return self.hand.presses(f"c:{case_id}:{act}", card.message_id)

    # --- absences and duty ---

    def says(self, text: str) -> Event:
        return self.hand.says(text)

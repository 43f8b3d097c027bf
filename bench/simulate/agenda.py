"""What people are going to do next, by time; and how a deed becomes an Event as a channel would
make it.
"""

from __future__ import annotations

import heapq
import itertools
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from bench.simulate.town import CHANNEL
from domain.messages import Address, Event, EventKind, Media, MediaKind, Place

Deed = Callable[[datetime], Event | None]
BATCH = 100


@dataclass
class Clock:
    """Frozen until the year moves it."""

    now: datetime

    def __call__(self) -> datetime:
        return self.now


class Agenda:
    """A queue of (when, who, what). `take` gives at most one deed for each chat: nobody does two
    things at once.
    """

    def __init__(self) -> None:
        self._heap: list[tuple[datetime, int, str, Deed]] = []
        self._turn = itertools.count()

    def put(self, at: datetime, chat: str, deed: Deed) -> None:
        heapq.heappush(self._heap, (at, next(self._turn), chat, deed))

    @property
    def first(self) -> datetime | None:
        return self._heap[0][0] if self._heap else None

    def __len__(self) -> int:
        return len(self._heap)

    def take(self, now: datetime, step: timedelta) -> list[Event]:
        """What is done by now; who does two things at once does the second one step later."""
        events: list[Event] = []
        busy: set[str] = set()
        later = []
        while self._heap and self._heap[0][0] <= now and len(events) < BATCH:
            _, _, chat, deed = heapq.heappop(self._heap)
            if chat in busy:
                later.append((chat, deed))
                continue
            event = deed(now)
            if event is not None:
                busy.add(chat)
                events.append(event)
        for chat, deed in later:
            self.put(now + step, chat, deed)
        return events


class Hand:
    """Makes one person's events."""

    ids = itertools.count(1)

    def __init__(self, chat: str, name: str) -> None:
        self.chat = chat
        self.name = name
        self._address = Address(CHANNEL, chat)

    def _event(self, **what: Any) -> Event:
        made = str(next(Hand.ids))
        return Event(
            made,
            self._address,
            self._address,
            name=self.name,
            **({"message_id": f"m{made}"} | what),
        )

    def says(
        self, text: str = "", *, photo: bool = False, place: Place | None = None
    ) -> Event:
        media = (
            (
                Media(
                    MediaKind.PHOTO, f"file{next(Hand.ids)}", 90_000, mime="image/jpeg"
                ),
            )
            if photo
            else ()
        )
        return self._event(text=text, media=media, place=place)

    def presses(self, data: str, message_id: str) -> Event:
        made = next(Hand.ids)
        return self._event(
            kind=EventKind.PRESS, data=data, press_ref=f"p{made}", message_id=message_id
        )

"""All that one process knows by heart: a Unit that fails must leave no trace in it.

Only one process may write to a database (the house takes the lock), so ids and open cases per
person are counted here, and the directory of areas and staff is kept between Units.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import datetime

from domain.draft import Draft
from domain.messages import Address, Place
from domain.offers import Offered
from domain.people import Person
from storage.memory.directory import Directory
from storage.memory.heard import Heard
from storage.memory.media import MediaMemory
from storage.memory.nearby import Nearby
from storage.memory.place_names import PlaceNames
from storage.memory.recent import Recent
from storage.memory.steps import Steps

DIRECTORY = "directory"
PLACE_NAMES = "place names"
CHATS = 4096  # that are remembered: a city's riders of one hour
EVENTS = 8192  # a channel repeats what it told last
STEPPERS = 1024  # staff whose last message did something
ASKERS = 1024  # who asked for a station within minutes; no row could give it back


class Memory:
    """`carried` and `waiting` count open cases by assignee and by filer. Recent are people by id,
    whose an address is and whether they can be reached there, a chat's open forms, events that
    were handled, what numbers were given last, what was offered to a chat, and for
    minutes where somebody stood who asked for a rest station: nowhere else is that kept, nor
    what the last message of staff did.

    What is `behind` has been changed since it was read, or may have been: it is read anew before
    anybody does anything else.

    By a channel that is not `switched_on` nobody is reached; None is as if all were.
    """

    def __init__(self) -> None:
        self.directory = Directory()
        self.nearby = Nearby()
        self.media = MediaMemory()
        self.place_names = PlaceNames()
        self.heard = Heard()
        self.carried: Counter[int] = Counter()
        self.waiting: Counter[int] = Counter()
        self.people: Recent[int, Person] = Recent(CHATS)
        self.accounts: Recent[Address, tuple[int, bool]] = Recent(CHATS)
        self.forms: Recent[Address, tuple[Draft, ...]] = Recent(CHATS)
        self.seen: Recent[tuple[str, str], bool] = Recent(EVENTS)
        self.timers: Recent[tuple[str, int], datetime] = Recent(CHATS)
        self.numbers: Recent[str, int] = Recent(CHATS)
        self.steps: Recent[int, Steps] = Recent(STEPPERS)
        self.stood: Recent[Address, tuple[Place, datetime]] = Recent(ASKERS)
        self.offers: Recent[Address, Offered] = Recent(CHATS)
        self.ids: dict[str, Iterator[int]] = {}
        self.behind: set[str] = set()
        self.switched_on: frozenset[str] | None = None

    def reaches(self, channel: str) -> bool:
        """Whether the configuration has this channel."""
        return self.switched_on is None or channel in self.switched_on

    def forget_recent(self) -> None:
        """From now on all of it is read anew."""
        for recent in (
            self.people,
            self.accounts,
            self.forms,
            self.seen,
            self.timers,
            self.numbers,
            self.offers,
        ):
            recent.clear()

    def next_id(self, name: str) -> int:
        """The next id of this table; none is given twice, even after a Unit that failed."""
        return next(self.ids[name])

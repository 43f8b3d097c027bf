"""All that one process knows by heart: a Unit that fails must leave no trace in it.

Only one process may write to a database (the house takes the lock), so ids and open cases per
person are counted here, and the directory of areas and staff is kept between Units.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from storage.memory.directory import Directory
from storage.memory.heard import Heard
from storage.memory.media import MediaMemory
from storage.memory.nearby import Nearby
from storage.memory.place_names import PlaceNames


class Memory:
    """`carried` and `waiting` count open cases by assignee and by filer."""

    def __init__(self) -> None:
        self.directory = Directory()
        self.nearby = Nearby()
        self.media = MediaMemory()
        self.place_names = PlaceNames()
        self.heard = Heard()
        self.carried: Counter[int] = Counter()
        self.waiting: Counter[int] = Counter()
        self.ids: dict[str, Iterator[int]] = {}

    def next_id(self, name: str) -> int:
        """The next id of this table; none is given twice, even after a Unit that failed."""
        return next(self.ids[name])

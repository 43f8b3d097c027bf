"""What was tried against the rules: how often, how often it was refused, and what got through."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Sequence

PAID = """SELECT t.refused, EXISTS (SELECT 1 FROM point_entries e WHERE e.transfer_id = t.id)
FROM point_transfers t JOIN cases c ON c.id = t.case_id
WHERE t.case_id = ? AND t.why = 'solved' AND t.person_id = c.filer_id"""


class Tried:
    """`known` says why something may get through, and what bounds it."""

    def __init__(self) -> None:
        self.tried: Counter[str] = Counter()
        self.through: Counter[str] = Counter()
        self.known: dict[str, str] = {}
        self._watched: list[tuple[str, Sequence[int], int, str]] = []

    def count(self, what: str, through: bool, known: str = "") -> None:
        self.tried[what] += 1
        self.through[what] += through
        if known:
            self.known[what] = known

    def watch(self, what: str, cases: Sequence[int], most: int, known: str) -> None:
        """At the end of the year at most so many of these reports have paid."""
        self._watched.append((what, cases, most, known))

    def judge(self, peeking: sqlite3.Connection) -> None:
        """Once the year is over: those that came as far as the bank."""
        for what, cases, most, known in self._watched:
            found = [peeking.execute(PAID, (one,)).fetchone() for one in cases]
            lines = [one for one in found if one is not None]
            paid = sum(bool(entries) for _, entries in lines)
            for number in range(max(len(lines) - most, 0)):
                self.count(what, number < paid - most, known)
        self._watched.clear()

    @property
    def unknown(self) -> list[str]:
        """What got through although nothing says that it may."""
        return [
            what
            for what, count in self.through.items()
            if count and what not in self.known
        ]

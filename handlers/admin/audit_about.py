"""What /audit is narrowed to: one case by its number, one of the staff by name, days, or a person's
days.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from domain.people import Person
from domain.values.day import past_day, show_day
from domain.values.number import case_number
from handlers.admin.audit_wording import people_in
from handlers.casework import phrases
from handlers.dialog.turn import Refused, Turn
from handlers.people.scope import HEADS, areas_of, somebody
from handlers.stats.periods import period

Days = tuple[date, date]
"""The first and the last, both counted."""

A_DAY = timedelta(days=1)
KEPT = re.compile(r"(\d{8})-(\d{8})")
LONGEST = 60


@dataclass(frozen=True, slots=True)
class About:
    """A case's `number`, a person's id, days; '', 0 and None for all there is. `name` is how it
    is called.
    """

    number: str = ""
    person: int = 0
    days: Days | None = None
    name: str = ""

    def __bool__(self) -> bool:
        return bool(self.number or self.person or self.days)

    def holds(self, row: Any) -> bool:
        """Whether a line of the log is about the case, or about or by the person."""
        if self.number:
            return bool(row.detail.get("number") == self.number)
        return not self.person or self.person in people_in([row])

    def within(self, turn: Turn) -> tuple[datetime, datetime] | None:
        """From the first day's midnight to the one after the last, None for always."""
        if self.days is None:
            return None
        first, last = self.days
        return _midnight(turn, first), _midnight(turn, last + A_DAY)

    @property
    def data(self) -> str:
        """As a button carries it."""
        if self.days is None:
            return self.number or str(self.person or "")
        kept = "-".join(f"{one:%Y%m%d}" for one in self.days)
        return f"{kept} {self.person}" if self.person else kept


EVERYTHING = About()


def about(turn: Turn, said: str) -> About:
    """What was typed after the command, or came with a button. Raises Refused for what is no
    case, no day and nobody's name.
    """
    words = said.strip()
    if not words:
        return EVERYTHING
    year = turn.unit.now.astimezone(turn.setup.zone).year
    if number := case_number(words) or case_number(words, year=year):
        return About(number=number, name=number)
    found = _of_days(turn, words) or _of_person(turn, words)
    if found is not None:
        return found
    for one, other in _halves(words):
        who, when = _of_person(turn, one), _of_days(turn, other)
        if who is not None and when is not None:
            name = f"{who.name} · {when.name}"
            return replace(when, person=who.person, name=name)
    raise Refused("refuse-audit", word=words[:LONGEST])


def _of_days(turn: Turn, words: str) -> About | None:
    days = _days(turn, words)
    if days is None:
        return None
    first, last = (_shown(turn, one) for one in days)
    return About(days=days, name=first if first == last else f"{first} – {last}")


def _days(turn: Turn, words: str) -> Days | None:
    if kept := KEPT.fullmatch(words):
        first, last = (past_day(one, date.max) for one in kept.groups())
        return (first, last) if first and last else None
    today = turn.unit.now.astimezone(turn.setup.zone).date()
    if one := past_day(words, today):
        return one, one
    several = period(words.lower(), today)
    return (several.first, several.last) if several else None


def _of_person(turn: Turn, word: str) -> About | None:
    person = _somebody(turn, word)
    return About(person=person.id, name=person.name) if person else None


def _somebody(turn: Turn, word: str) -> Person | None:
    try:
        return somebody(turn, word, areas_of(turn, *HEADS))
    except Refused:
        return None


def _halves(words: str) -> Iterator[tuple[str, str]]:
    """Each cut between two words, both ways round."""
    parts = words.split()
    for place in range(1, len(parts)):
        one, other = " ".join(parts[:place]), " ".join(parts[place:])
        yield one, other
        yield other, one


def _midnight(turn: Turn, on: date) -> datetime:
    try:
        return datetime.combine(on, time(), turn.setup.zone).astimezone(UTC)
    except OverflowError:
        return datetime.max.replace(tzinfo=UTC)


def _shown(turn: Turn, on: date) -> str:
    """'11月22日', with its year where that is another one."""
    at = datetime.combine(on, time(), turn.setup.zone)
    now = turn.unit.now.astimezone(turn.setup.zone)
    if on.year != now.year:
        return show_day(on)
    return phrases.day(turn.language, at, turn.setup)

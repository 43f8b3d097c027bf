"""What every use case gets: the transaction, the place it runs in, and who acts."""

from __future__ import annotations

from dataclasses import dataclass

from domain.people import Person
from handlers.dialog.setup import Setup
from handlers.texts.sentences import known
from storage.unit import Unit


@dataclass(frozen=True, slots=True)
class Actor:
    """Who does something; without a person it is the clock."""

    person: Person | None
    channel: str

    @property
    def id(self) -> int | None:
        return self.person.id if self.person else None


CLOCK = Actor(None, "clock")


@dataclass(frozen=True, slots=True)
class Scene:
    """One act of somebody, or of the clock, within a Unit."""

    unit: Unit
    setup: Setup
    actor: Actor = CLOCK

    def language_of(self, person: Person | None) -> str:
        """The language in which this person is spoken to."""
        return known((person.language if person else "") or self.setup.language)

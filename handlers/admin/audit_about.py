"""What /audit is narrowed to: one case by its number, or one of the staff by name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from domain.people import Role
from domain.values.number import case_number
from handlers.admin.audit_wording import people_in
from handlers.dialog.turn import Turn
from handlers.people.scope import areas_of, somebody


@dataclass(frozen=True, slots=True)
class About:
    """A case's `number` or a person's id; '' and 0 for all there is. `name` is how it is called."""

    number: str = ""
    person: int = 0
    name: str = ""

    def __bool__(self) -> bool:
        return bool(self.number or self.person)

    def holds(self, row: Any) -> bool:
        """Whether a line of the log is about it, or was done by them."""
        if self.number:
            return bool(row.detail.get("number") == self.number)
        return not self.person or self.person in people_in([row])

    @property
    def data(self) -> str:
        """As a button carries it."""
        return self.number or str(self.person or "")


EVERYTHING = About()


def about(turn: Turn, said: str) -> About:
    """What was typed after the command, or came with a button. Raises Refused for nobody's name."""
    word = said.strip()
    if not word:
        return EVERYTHING
    number = case_number(word)
    if number:
        return About(number=number, name=number)
    person = somebody(turn, word, areas_of(turn, Role.ADMIN))
    return About(person=person.id, name=person.name)

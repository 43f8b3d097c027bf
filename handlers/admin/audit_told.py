"""One row of the audit log as its sentences see it: names and times instead of what is kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from domain.people import Grant, Role
from handlers.casework import phrases
from handlers.dialog.turn import Turn
from handlers.people.naming import named


@dataclass(frozen=True, slots=True)
class Told:
    """One row of the log, and the names of the people in it."""

    turn: Turn
    row: Any
    names: dict[int, str]

    def label(self, key: str, **args: object) -> str:
        return self.turn.label(key, **args)

    def get(self, field: str) -> Any:
        return self.row.detail.get(field)

    def when(self, at: datetime) -> str:
        turn = self.turn
        return phrases.when(
            turn.language,
            at,
            turn.unit.now,
            turn.setup,
        )

    def moment(self, field: str) -> str:
        """A time that is kept as seconds since 1970 UTC, '' where none is."""
        kept = self.get(field)
        return self.when(datetime.fromtimestamp(kept, UTC)) if kept else ""

    def day(self, field: str) -> str:
        """The same without its hour."""
        kept = self.get(field)
        if not kept:
            return ""
        at = datetime.fromtimestamp(kept, UTC)
        return phrases.day(self.turn.language, at, self.turn.setup)

    @property
    def person(self) -> str:
        """The name of whom it was done to; '?' where they left."""
        return self.names.get(self.get("person") or 0, "") or "?"

    @property
    def area(self) -> str:
        turn, code = self.turn, self.get("area") or ""
        return phrases.area(turn.unit, code, turn.language)

    @property
    def role(self) -> str:
        post = self.get("post") or ""
        given = Grant(Role(self.get("role")), self.get("area") or "", post)
        return named(self.turn, given)

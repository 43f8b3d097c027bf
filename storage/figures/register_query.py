"""Which cases somebody wants in a register."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement

from storage.columns import instant, millis
from storage.figures.scope import Scope
from storage.tables.cases import PASSED_ON, cases


@dataclass(frozen=True, slots=True)
class Query:
    """The cases of a scope that were filed from `since` until just before `until`."""

    scope: Scope
    since: datetime
    until: datetime

    def plain(self) -> dict[str, Any]:
        """As JSON knows it."""
        scope = {
            "areas": sorted(self.scope.areas),
            "offices": sorted(self.scope.offices),
        }
        named = {
            name: value
            for name in ("office", "kind", "category")
            if (value := getattr(self.scope, name))
        }
        return {
            "scope": scope | named,
            "since": millis(self.since),
            "until": millis(self.until),
        }

    def matches(self) -> ColumnElement[bool]:
        filed = cases.c.filed_at
        found = self.scope.within(cases) & PASSED_ON
        return found & (filed >= self.since) & (filed < self.until)


FORMER = {"units": "offices", "unit": "office"}
"""What 0.2 called them: its orders may still wait to be drawn."""


def query_of(plain: dict[str, Any]) -> Query:
    """Raises KeyError and TypeError for what `plain` did not make."""
    kept = {FORMER.get(name, name): value for name, value in plain["scope"].items()}
    scope = Scope(frozenset(kept.pop("areas")), frozenset(kept.pop("offices")), **kept)
    return Query(scope, instant(plain["since"]), instant(plain["until"]))

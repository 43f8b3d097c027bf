"""How long a case may take: rows by kind, category, urgency and level, first match wins, then the
urgency's default.

The defaults are those of facts/rules.md: Beijing DB11/T 2021-2022 for dispatch, its draft for
answers, and the city limits for typical hazards. Spans are timedeltas; on the working clock 24
hours are one working day.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from domain.kinds import Kind, Urgency


@dataclass(frozen=True, slots=True)
class Limit:
    """How long a case may wait for being accepted, for a first answer (None: none is asked for) and
    for its answer.

    With `working` only the working time of its area's calendar counts.
    """

    accept: timedelta
    resolve: timedelta
    first: timedelta | None = None
    working: bool = False


Policy = Mapping[Urgency, Limit]

DEFAULT_POLICY: dict[Urgency, Limit] = {
    Urgency.URGENT: Limit(timedelta(hours=1), timedelta(hours=2)),
    Urgency.UTILITY: Limit(timedelta(hours=2), timedelta(hours=24)),
    Urgency.GENERAL: Limit(timedelta(hours=24), timedelta(days=7)),
    Urgency.COMPLEX: Limit(timedelta(hours=24), timedelta(days=15)),
}


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the policy: an empty condition fits everything. `level` is the level of the
    case's area.
    """

    limit: Limit
    kind: str = ""
    category: str = ""
    urgency: str = ""
    level: str = ""

    def fits(self, kind: Kind, category: str, urgency: Urgency, level: str) -> bool:
        pairs = (
            (self.kind, kind),
            (self.category, category),
            (self.urgency, urgency),
            (self.level, level),
        )
        return all(not wanted or wanted == there for wanted, there in pairs)


def limit_for(
    rows: Sequence[Row],
    policy: Policy,
    kind: Kind,
    category: str,
    urgency: Urgency,
    level: str,
) -> Limit:
    """The first row that fits. What is urgent keeps its own limit unless a row names the
    urgency.
    """
    for row in rows:
        if (row.urgency or urgency is not Urgency.URGENT) and row.fits(
            kind, category, urgency, level
        ):
            return row.limit
    return policy[urgency]


def plain_of(row: Row) -> dict[str, Any]:
    """A row as plain values; spans in hours."""
    limit, hour = row.limit, timedelta(hours=1)
    return {
        "kind": row.kind,
        "category": row.category,
        "urgency": row.urgency,
        "level": row.level,
        "accept": limit.accept / hour,
        "resolve": limit.resolve / hour,
        "first": limit.first / hour if limit.first else None,
        "working": limit.working,
    }


def row_of(kept: Mapping[str, Any]) -> Row:
    """The row that `plain_of` made plain."""
    first = timedelta(hours=kept["first"]) if kept["first"] else None
    limit = Limit(
        timedelta(hours=kept["accept"]),
        timedelta(hours=kept["resolve"]),
        first,
        kept["working"],
    )
    return Row(limit, kept["kind"], kept["category"], kept["urgency"], kept["level"])

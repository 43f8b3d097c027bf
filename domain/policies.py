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
HOUR = timedelta(hours=1)

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

    def fits(
        self,
        kind: Kind,
        category: str,
        urgency: Urgency,
        level: str,
    ) -> bool:
        pairs = (
            (self.kind, kind),
            (self.category, category),
            (self.urgency, urgency),
            (self.level, level),
        )
        return all(not wanted or wanted == there for wanted, there in pairs)


# City limits for typical hazards, as working time (facts/rules.md): exposed rubbish 4 h, standing
# water 4 h, a dirty road 2-5 h, greenery 5 days. One category holds the roads and their water, so
# it has the longest of these. Blocked ways and illegal building (15 days) are one, too: it keeps
# the general hours. How long accepting may take is ours, and so are the rows of what is dangerous
# by nature, round the clock: a blocked fire lane and a wire out of the window have the hours of the
# utilities, a road that is more than dirty those of standing water.
DANGEROUS = Limit(2 * HOUR, 24 * HOUR)
DEFAULT_ROWS: tuple[Row, ...] = (
    Row(Limit(HOUR, 4 * HOUR), "hazard", "road", "utility"),
    Row(DANGEROUS, "hazard", "fire", "general"),
    Row(DANGEROUS, "hazard", "charging", "general"),
    Row(Limit(HOUR, 4 * HOUR, working=True), "hazard", "rubbish"),
    Row(Limit(HOUR, 5 * HOUR, working=True), "hazard", "road"),
    Row(Limit(24 * HOUR, 5 * 24 * HOUR, working=True), "hazard", "tree"),
)


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

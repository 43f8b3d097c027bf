"""The register (记录表): a row per case, as far as it may leave the house. Who filed a case is not
even read.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

from sqlalchemy import BigInteger, Select, func, select, type_coerce

from domain.privacy import SHOWN, Aspect, Privacy, Viewer
from storage.columns import millis
from storage.figures.register_query import Query
from storage.session import Session
from storage.tables.cases import cases
from storage.tables.people import people

AT_ONCE = 500  # rows between which others have their turn
AS_IT_IS = (
    "number",
    "kind",
    "category",
    "area",
    "urgency",
    "state",
    "reopened",
    "raised",
    "joined",
    "parts",
)
SAID = ("place_words", "words", "answer", "rating")
TIMES = (
    "filed_at",
    "accept_due",
    "accepted_at",
    "resolve_due",
    "resolved_at",
    "closed_at",
)
FIELDS = (*AS_IT_IS, *SAID, *TIMES, "carer", "team", "whole", "merged", "late")
"""What a row may have, by name; times are milliseconds since 1970 UTC."""


def allowed(privacy: Privacy) -> frozenset[Aspect]:
    """What of a case a register may show; every field of every row asks here."""
    return SHOWN[privacy][Viewer.EXPORT]


def _select(query: Query, most: int) -> Select[Any]:
    """Times as plain numbers: twenty thousand rows of datetimes would take half a second."""
    c, whole, merged = cases.c, cases.alias("whole"), cases.alias("merged")
    return (
        select(
            *(c[name] for name in (*AS_IT_IS, *SAID)),
            *(type_coerce(c[name], BigInteger).label(name) for name in TIMES),
            c.lat,
            c.lon,
            c.office,
            c.post,
            c.privacy,
            people.c.name.label("carer"),
            whole.c.number.label("whole"),
            merged.c.number.label("merged"),
        )
        .outerjoin(people, people.c.id == c.assignee_id)
        .outerjoin(whole, whole.c.id == c.parent_id)
        .outerjoin(merged, merged.c.id == c.merged_into)
        .where(query.matches())
        .order_by(c.filed_at, c.id)
        .limit(most)
    )


def fit_to_leave(row: Any, now: int) -> dict[str, Any] | None:
    """The row without what its privacy forbids; None where not even its existence may be told.
    When a confidential case was filed is {"day": milliseconds}: by the minute a shop would know
    which rider it was.
    """
    privacy = Privacy(row["privacy"])
    parts = allowed(privacy)
    if Aspect.EXISTS not in parts:
        return None
    values = {
        name: row[name] for name in (*AS_IT_IS, *TIMES, "carer", "whole", "merged")
    }
    values |= {
        "team": row["office"] or row["post"],
        "late": "yes" if late(row, now) else "no",
    }
    if privacy is Privacy.CONFIDENTIAL:
        values["filed_at"] = {"day": row["filed_at"]}
    if Aspect.WORDS in parts:
        values |= {name: row[name] for name in SAID}
        values["place_words"] = row["place_words"] or _pin(row)
    return values


def late(row: Any, now: int) -> bool:
    """Whether it was accepted or answered after its deadline, or still is neither with the
    deadline behind it.
    """
    state, at = row["state"], now
    if state in ("rejected", "withdrawn", "merged"):
        return False
    accepted, resolved = (
        row["accepted_at"] or row["resolved_at"] or at,
        row["resolved_at"] or at,
    )
    running = state != "held" or row["resolved_at"] is not None
    return bool(
        accepted > row["accept_due"] or (running and resolved > row["resolve_due"])
    )


def _pin(row: Any) -> str:
    """Degrees to the metre, where nobody gave the place a name."""
    return "" if row["lat"] is None else f"{row['lat']:.5f}, {row['lon']:.5f}"


class Register:
    def __init__(self, session: Session) -> None:
        self._session = session

    async def count(self, query: Query) -> int:
        """How many cases the query finds."""
        rows = select(func.count()).select_from(cases).where(query.matches())
        return int((await self._session.query(rows)).scalar_one())

    async def many(self, query: Query, most: int) -> bool:
        """Whether it may find more than so many."""
        filed = cases.c.filed_at
        inside = (filed >= query.since) & (filed < query.until)
        some = select(cases.c.id).where(inside).limit(most + 1).subquery()
        rows = select(func.count()).select_from(some)
        return int((await self._session.query(rows)).scalar_one()) > most

    async def rows(
        self, query: Query, fields: list[str], most: int
    ) -> AsyncIterator[list[Any]]:
        """The values of these fields, a list per case, the first filed first; at most so many."""
        now = millis(self._session.now)
        found = await self._session.connection.stream(_select(query, most))
        async for part in found.partitions(AT_ONCE):
            for row in part:
                values = fit_to_leave(row._mapping, now)
                if values is not None:
                    yield [values.get(field) for field in fields]

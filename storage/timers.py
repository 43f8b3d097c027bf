"""Time as data: at most one row per (kind, subject), with the moment at which it wants to be
looked at.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from datetime import datetime

from sqlalchemy import delete, select

from storage.session import Session
from storage.tables.house import timers


class Timers:
    """Kinds: case, promise, follow_up, recount (subject: case id), draft, finish (form id), digest,
    weekly (person id), turn (the case up to which cards were looked through), groups (0).
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._set: dict[tuple[str, int], datetime | None] = {}

    def set(
        self,
        kind: str,
        subject: int,
        due_at: datetime | None,
    ) -> None:
        """Puts this timer in the place of an earlier one; None takes it away."""
        self._set[kind, subject] = due_at

    async def due(self, kind: str, most: int) -> list[tuple[int, datetime]]:
        """(subject, due at) of the timers that are due, the oldest first."""
        rows = select(timers).where(
            timers.c.kind == kind, timers.c.due_at <= self._session.now
        )
        found = await self._session.query(rows.order_by(timers.c.due_at).limit(most))
        return [(row.subject, row.due_at) for row in found]

    async def subjects(self, kind: str) -> AbstractSet[int]:
        return set(
            (
                await self._session.query(
                    select(timers.c.subject).where(timers.c.kind == kind)
                )
            ).scalars()
        )

    async def flush(self) -> None:
        todo, self._set = self._set, {}
        rows = [
            {
                "kind": k,
                "subject": s,
                "due_at": at,
            }
            for (k, s), at in todo.items()
            if at is not None
        ]
        await self._session.write(self._session.upsert(timers), rows)
        for kind in {kind for (kind, _), at in todo.items() if at is None}:
            gone = [
                subject for (k, subject), at in todo.items() if k == kind and at is None
            ]
            await self._session.run(
                delete(timers).where(timers.c.kind == kind, timers.c.subject.in_(gone))
            )

"""Time as data: at most one row per (kind, subject), with the moment at which it wants to be
looked at.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from datetime import datetime, timedelta

from sqlalchemy import bindparam, delete, select

from storage.session import Session
from storage.statements import same
from storage.tables.house import timers

DROP = delete(timers).where(
    timers.c.kind == bindparam("of"), timers.c.subject == bindparam("by")
)
DUE = (
    select(timers)
    .where(same(timers.c.kind), timers.c.due_at <= bindparam("now"))
    .order_by(timers.c.due_at)
    .limit(bindparam("most"))
)
SUBJECTS = select(timers.c.subject).where(same(timers.c.kind))
SOON = SUBJECTS.where(timers.c.due_at <= bindparam("until"))
TRIES = select(timers.c.tries).where(same(timers.c.kind, timers.c.subject))

Key = tuple[str, int]
NOTHING = timedelta(0)


class Timers:
    """Kinds: case, promise, follow_up, recount, points, wish, shop (subject: case id), draft,
    finish (form id), digest, weekly, leave, member_silent, points_notice, points_lapse (person id),
    member (membership), errand, figures (form id), turn (the case up to which cards were looked
    through), groups (0), award, award_ends (transfer id), gift (order id), coupon (coupon id),
    offer (id of a merchant's), listing (listing id, 0 for the menu).
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._set: dict[Key, datetime | None] = {}
        self._sooner: dict[Key, datetime] = {}
        self._written: dict[Key, datetime | None] = {}
        self._failed: dict[Key, int] = {}

    def set(
        self,
        kind: str,
        subject: int,
        due_at: datetime | None,
        least: timedelta = NOTHING,
        tries: int = 0,
    ) -> None:
        """Puts this timer in the place of an earlier one; None takes it away. One that is known to
        stand and would move by less than `least` is left where it is. `tries` is how often in a row
        what it is for has failed.
        """
        standing = self._standing((kind, subject))
        if due_at and standing and abs(due_at - standing) < least:
            return
        self._sooner.pop((kind, subject), None)
        self._set[kind, subject] = due_at
        if tries:
            self._failed[kind, subject] = tries

    def sooner(self, kind: str, subject: int, due_at: datetime) -> None:
        """Sets this timer where none stands that is due before: what is overdue still comes."""
        key = (kind, subject)
        standing = self._standing(key)
        if standing and standing <= due_at:
            return
        if standing or key in self._set or key in self._written:
            return self.set(kind, subject, due_at)
        self._sooner[key] = min(due_at, self._sooner.get(key, due_at))

    def _standing(self, key: Key) -> datetime | None:
        """When this timer is due, as far as it is known by heart."""
        for here in (self._set, self._written):
            if key in here:
                return here[key]
        return self._session.memory.timers.get(key)

    async def due(self, kind: str, most: int) -> list[tuple[int, datetime]]:
        """(subject, due at) of the timers that are due, the oldest first."""
        asked = {"kind": kind, "now": self._session.now, "most": most}
        found = await self._session.query(DUE, asked)
        return [(row.subject, row.due_at) for row in found]

    async def subjects(
        self, kind: str, within: timedelta | None = None
    ) -> AbstractSet[int]:
        """Who has a timer of this kind; with `within` only where it is due so soon. One that comes
        round again and is further away was set before the clock was put back.
        """
        if within is None:
            found = await self._session.query(SUBJECTS, {"kind": kind})
        else:
            until = self._session.now + within
            found = await self._session.query(SOON, {"kind": kind, "until": until})
        return set(found.scalars())

    async def tries(self, kind: str, subject: int) -> int:
        """How often in a row what it is for has failed."""
        asked = {"kind": kind, "subject": subject}
        return (await self._session.query(TRIES, asked)).scalar() or 0

    async def flush(self) -> None:
        if not (self._sooner or self._set):
            return
        sooner, self._sooner = self._sooner, {}
        rows = [self._row(key, at) for key, at in sooner.items()]
        self._session.write(self._session.upsert_least(timers, "due_at"), rows)
        todo, self._set = self._set, {}
        self._written |= todo
        rows = [self._row(key, at) for key, at in todo.items() if at is not None]
        self._session.write(self._session.upsert(timers), rows)
        gone = [{"of": k, "by": s} for (k, s), at in todo.items() if at is None]
        self._session.write(DROP, gone)

    def _row(self, key: Key, at: datetime) -> dict[str, object]:
        kind, subject = key
        tries = self._failed.pop(key, 0)
        return {
            "kind": kind,
            "subject": subject,
            "due_at": at,
            "tries": tries,
        }

    def committed(self) -> None:
        """The transaction is in the database: what it set is known by heart."""
        for key, due_at in self._written.items():
            if due_at is None:
                self._session.memory.timers.drop([key])
            else:
                self._session.memory.timers.keep(key, due_at)

    def undone(self) -> None:
        """The transaction left nothing."""
        self._session.memory.timers.drop(self._written)

"""How many cases people file and carry: what memory says, and what this Unit adds to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import bindparam, func, select

from domain.case import Case
from domain.kinds import Kind
from storage.session import Session
from storage.statements import among
from storage.tables.cases import cases

FILED_SINCE = (
    select(cases.c.filer_id, func.count())
    .where(
        among(cases.c.filer_id),
        cases.c.filed_at >= bindparam("since"),
        cases.c.parent_id.is_(None),
    )
    .group_by(cases.c.filer_id)
)


class CaseCounts:
    """Part of the cases' store. `carried` and `waiting` are by how many more than in memory."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._filed: dict[int, int] = {}
        self._carried: Counter[int] = Counter()
        self._waiting: Counter[int] = Counter()

    def added(self, case: Case) -> None:
        if case.filer_id in self._filed:
            self._filed[case.filer_id] += _is_filing(case)
        self._stands(case, 1)

    def changed(self, before: Case, after: Case) -> None:
        self._stands(before, -1)
        self._stands(after, 1)

    def _stands(self, case: Case, by: int) -> None:
        if case.assignee_id is not None and _weighs(case):
            self._carried[case.assignee_id] += by
        if case.open and case.filer_id is not None and _is_filing(case):
            self._waiting[case.filer_id] += by

    def carried(self, person_id: int) -> int:
        """Open cases in this person's charge, but for wishes that wait on the list."""
        return self._session.memory.carried[person_id] + self._carried[person_id]

    def waiting(self, person_id: int) -> int:
        """Open cases that this person filed."""
        return self._session.memory.waiting[person_id] + self._waiting[person_id]

    def hand_over(self, person_id: int, to: int) -> None:
        """What waits for one waits for the other."""
        many = self.waiting(person_id)
        self._waiting[person_id] -= many
        self._waiting[to] += many

    def forget(self, person_id: int) -> None:
        """What they filed waits for nobody."""
        self._waiting[person_id] -= self.waiting(person_id)

    async def filed_since(
        self, person_id: int, since: datetime, unwritten: Iterable[Case]
    ) -> int:
        """How many cases this person has filed since then; asked once for everybody in the Unit.

        `unwritten` are those which the database cannot know yet.
        """
        if person_id not in self._filed:
            asked = {person_id, *self._session.known.people} - self._filed.keys()
            self._filed |= dict.fromkeys(asked, 0)
            self._filed |= await self._stored(asked, since)
            for case in unwritten:
                if case.filer_id in asked:
                    self._filed[case.filer_id] += _is_filing(case)
        return self._filed[person_id]

    async def _stored(self, people: set[int], since: datetime) -> dict[int, int]:
        asked = {"filer_id": list(people), "since": since}
        found = await self._session.run(FILED_SINCE, asked)
        return {row[0]: int(row[1]) for row in found}

    def committed(self) -> None:
        memory = self._session.memory
        _add(memory.carried, self._carried)
        _add(memory.waiting, self._waiting)


def _add(known: Counter[int], more: Counter[int]) -> None:
    """Nobody is remembered for nothing."""
    known.update(more)
    for person_id in more:
        if not known[person_id]:
            del known[person_id]


def _weighs(case: Case) -> bool:
    """Whether there is something to do about it; WEIGHS says the same of rows."""
    return case.open and not (case.kind is Kind.WISH and case.extended_to)


def _is_filing(case: Case) -> bool:
    """Parts of other cases were not filed by anybody."""
    return case.parent_id is None

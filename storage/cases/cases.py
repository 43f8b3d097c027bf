"""Cases: numbers, rows, and what this Unit makes of them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime

from sqlalchemy import bindparam, select, update

from domain.case import Case
from domain.kinds import Kind
from storage.cases.counts import CaseCounts
from storage.cases.lists import AT_ONCE, is_open
from storage.cases.numbers import CaseNumbers
from storage.cases.rows import case_of, row_of, without_defaults
from storage.cases.sweeps import CaseSweeps
from storage.session import Session
from storage.statements import same
from storage.tables.cases import cases

ONE = select(cases).where(same(cases.c.id))
NUMBERED = select(cases.c.id).where(same(cases.c.number))
OPEN_OF = (
    select(cases)
    .where(same(cases.c.filer_id), cases.c.parent_id.is_(None), is_open())
    .order_by(cases.c.id.desc())
    .limit(bindparam("most"))
)


class Cases(CaseSweeps):
    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._counts = CaseCounts(session)
        self._touched = session.known.touched
        self._new: set[int] = set()
        self._changed: set[int] = set()
        self._numbers = CaseNumbers(session)

    async def next_number(self, kind: Kind, year: int) -> tuple[int, str]:
        """A fresh id and the number that people will see. Numbers have no gaps: they go back
        with the Unit.
        """
        number = await self._numbers.next(kind, year)
        return self._session.next_id("cases"), number

    def add(self, case: Case) -> None:
        self._by_id[case.id] = case
        self._new.add(case.id)
        self._touched.add(case.id)
        self._counts.added(case)

    def change(self, case: Case) -> None:
        """The case as it is from now on. It must have been read in this Unit."""
        self._counts.changed(self._by_id[case.id], case)
        self._by_id[case.id] = case
        self._touched.add(case.id)
        if case.id not in self._new:
            self._changed.add(case.id)

    async def get(self, case_id: int) -> Case | None:
        if case_id not in self._by_id:
            row = (await self._session.run(ONE, {"id": case_id})).first()
            if row is None:
                return None
            self._by_id[case_id] = case_of(row)
        return self._by_id[case_id]

    async def by_number(self, wanted: str) -> Case | None:
        row = (await self._session.query(NUMBERED, {"number": wanted})).first()
        return await self.get(row.id) if row else None

    async def numbered(self, wanted: Collection[str]) -> dict[str, Case]:
        """Those of the numbers that there are, with their cases."""
        rows = await self._session.query(
            select(cases).where(cases.c.number.in_(wanted))
        )
        found = [self._by_id.setdefault(row.id, case_of(row)) for row in rows]
        return {case.number: case for case in found}

    def carries(self, person_id: int) -> int:
        """How many open cases this person carries, but for wishes that wait on the list: counted in
        memory, with what this Unit has done so far.
        """
        return self._counts.carried(person_id)

    async def filed_since(self, person_id: int, since: datetime) -> int:
        """How many cases this person has filed since then; asked once for everybody in the Unit."""
        unwritten = [self._by_id[made] for made in self._new]
        return await self._counts.filed_since(person_id, since, unwritten)

    async def open_of(self, person_id: int, most: int) -> list[Case]:
        """A filer's newest open cases: what a bare word may be about. Most have none, and then
        nothing is asked.
        """
        if self._counts.waiting(person_id) <= 0:
            return []
        asked = {"filer_id": person_id, "most": max(most, AT_ONCE)}
        for case in await self._session.found(OPEN_OF, asked, case_of, held_back=False):
            self._by_id.setdefault(case.id, case)
        mine = [
            case
            for case in self._by_id.values()
            if case.filer_id == person_id and case.open and case.parent_id is None
        ]
        return sorted(mine, key=lambda case: -case.id)[:most]

    async def forget_filer(self, person_id: int) -> None:
        """Takes a filer who left out of all cases, also of those that this Unit has read."""
        await self._refile(person_id, None)
        self._counts.forget(person_id)

    async def hand_over_filer(self, person_id: int, to: int) -> None:
        """What one filed the other has filed."""
        await self._refile(person_id, to)
        self._counts.hand_over(person_id, to)

    async def _refile(self, person_id: int, to: int | None) -> None:
        theirs = update(cases).where(cases.c.filer_id == person_id)
        await self._session.query(theirs.values(filer_id=to))
        self._session.memory.nearby.forget()  # they name filers
        for case in list(self._by_id.values()):
            if case.filer_id == person_id:
                self._by_id[case.id] = replace(case, filer_id=to)

    async def flush(self) -> None:
        if self._new or self._changed:
            self._write()
        self._numbers.flush()

    def _write(self) -> None:
        new, self._new = self._new, set()
        changed, self._changed = self._changed, set()
        made = without_defaults([row_of(self._by_id[one]) for one in new])
        self._session.write(self._session.insert(cases), made)
        rows = [row_of(self._by_id[one]) for one in changed]
        self._session.write(self._session.upsert(cases), rows)

    def committed(self) -> None:
        """The transaction is in the database: its counts and places are everybody's."""
        self._counts.committed()
        for case_id in self._touched:
            self._session.memory.nearby.put(self._by_id[case_id])
        self._numbers.committed()

    def undone(self) -> None:
        """The transaction left nothing: nor may a case as it saw it stay in memory."""
        self._session.memory.nearby.forget()
        self._numbers.undone()

"""Cases: numbers, rows and the lists that people ask for."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import fields, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import Select, func, select, text

from domain.case import Case, Kind, State, Urgency, number
from domain.messages import Place
from storage import tables as t

if TYPE_CHECKING:
    from storage.unit import Unit

PLAIN = tuple(field.name for field in fields(Case) if field.name not in ("place", "kind", "urgency", "state"))


class Cases:
    def __init__(self, unit: Unit) -> None:
        self._unit = unit
        self._by_id: dict[int, Case] = {}
        self._new: set[int] = set()
        self._changed: set[int] = set()
        self._counters: dict[str, int] = {}
        self._filed: dict[int, int] = {}

    async def next_number(self, kind: Kind, year: int) -> tuple[int, str]:
        """A fresh id and the number that people will see. Numbers have no gaps: they go back with the Unit."""
        name = f"{kind}-{year}"
        if name not in self._counters:
            row = select(t.counters.c.value).where(t.counters.c.name == name)
            self._counters[name] = await self._unit.connection.scalar(row) or 0
        self._counters[name] += 1
        return self._unit.database.next_id("cases"), number(kind, year, self._counters[name])

    def add(self, case: Case) -> None:
        self._by_id[case.id] = case
        self._new.add(case.id)
        self._count_filed(case, self._filed)

    def change(self, case: Case) -> None:
        self._by_id[case.id] = case
        if case.id not in self._new:
            self._changed.add(case.id)

    async def get(self, case_id: int) -> Case | None:
        if case_id not in self._by_id:
            row = (await self._unit.connection.execute(select(t.cases).where(t.cases.c.id == case_id))).first()
            if row is None:
                return None
            self._by_id[case_id] = case_of(row)
        return self._by_id[case_id]

    async def by_number(self, wanted: str) -> Case | None:
        found = await self._unit.query(select(t.cases.c.id).where(t.cases.c.number == wanted))
        row = found.first()
        return await self.get(row.id) if row else None

    async def _list(self, rows: Select[Any]) -> list[Case]:
        return [case_of(row) for row in await self._unit.query(rows)]

    async def open_in(self, areas: Iterable[str], most: int, late_at: datetime | None = None) -> list[Case]:
        """Open cases of these areas, the soonest due first; with `late_at` only those due before it."""
        rows = select(t.cases).where(_open(), t.cases.c.area.in_(tuple(areas)))
        if late_at is not None:
            rows = rows.where(t.cases.c.due_at <= late_at)
        return await self._list(rows.order_by(t.cases.c.due_at, t.cases.c.id).limit(most))

    async def carried_by(self, person_id: int, most: int) -> list[Case]:
        """Open cases in this person's charge, the soonest due first."""
        rows = select(t.cases).where(_open(), t.cases.c.assignee_id == person_id)
        return await self._list(rows.order_by(t.cases.c.due_at, t.cases.c.id).limit(most))

    async def in_nobodys_charge(self, most: int) -> list[Case]:
        """Open cases that were filed when nobody was there to take charge, the oldest first."""
        rows = select(t.cases).where(_open(), t.cases.c.assignee_id.is_(None))
        return await self._list(rows.order_by(t.cases.c.id).limit(most))

    async def filed_by(self, person_id: int, most: int) -> list[Case]:
        """What this person filed, the newest first."""
        rows = select(t.cases).where(t.cases.c.filer_id == person_id).order_by(t.cases.c.id.desc()).limit(most)
        return await self._list(rows)

    async def filed_since(self, person_id: int, since: datetime) -> int:
        """How many cases this person has filed since then; asked once for everybody in the Unit."""
        if person_id not in self._filed:
            asked = {person_id, *self._unit.people.loaded()} - self._filed.keys()
            rows = select(t.cases.c.filer_id, func.count()).where(
                t.cases.c.filer_id.in_(asked), t.cases.c.filed_at >= since
            )  # fmt: skip
            found = await self._unit.connection.execute(rows.group_by(t.cases.c.filer_id))
            self._filed |= dict.fromkeys(asked, 0) | {row[0]: int(row[1]) for row in found}
            for made in self._new:
                self._count_filed(self._by_id[made], asked)
        return self._filed[person_id]

    def _count_filed(self, case: Case, among: Container[int | None]) -> None:
        if case.filer_id is not None and case.filer_id in self._filed and case.filer_id in among:
            self._filed[case.filer_id] += 1

    async def count_open(self, areas: Iterable[str]) -> int:
        rows = select(func.count()).select_from(t.cases).where(_open(), t.cases.c.area.in_(tuple(areas)))
        return int((await self._unit.query(rows)).scalar_one())

    async def last_of(self, person_id: int) -> Case | None:
        """The newest open case of a filer: what a bare word most likely is about."""
        rows = select(t.cases).where(t.cases.c.filer_id == person_id, _open())
        found = await self._list(rows.order_by(t.cases.c.id.desc()).limit(1))
        return found[0] if found else None

    def forget_filer(self, person_id: int) -> None:
        """Takes a filer who left out of what this Unit has already read."""
        for case in list(self._by_id.values()):
            if case.filer_id == person_id:
                self._by_id[case.id] = replace(case, filer_id=None)

    async def flush(self) -> None:
        new, self._new = self._new, set()
        changed, self._changed = self._changed, set()
        counters, self._counters = self._counters, {}
        await self._unit.write(t.cases.insert(), [row_of(self._by_id[i]) for i in new])
        await self._unit.write(self._unit.database.upsert(t.cases), [row_of(self._by_id[i]) for i in changed])
        rows = [{"name": name, "value": value} for name, value in counters.items()]
        await self._unit.write(self._unit.database.upsert(t.counters), rows)


def _open() -> Any:
    # Written out, so that the planner of both engines sees that the partial indexes fit.
    return text(t.IS_OPEN)


def row_of(case: Case) -> dict[str, Any]:
    row = {name: getattr(case, name) for name in PLAIN}
    row |= {"kind": case.kind.value, "urgency": case.urgency.value, "state": case.state.value}
    place = case.place
    return row | {"lat": place.lat if place else None, "lon": place.lon if place else None}


def case_of(row: Any) -> Case:
    values = row._mapping
    place = Place(row.lat, row.lon) if row.lat is not None else None
    plain = {name: values[name] for name in PLAIN}
    return Case(kind=Kind(row.kind), urgency=Urgency(row.urgency), state=State(row.state), place=place, **plain)

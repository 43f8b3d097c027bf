"""Cases: numbers, rows and the lists that people ask for."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import fields, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import Select, func, select, text

from domain.case import Case
from domain.kinds import Kind, Supervision, Urgency, number
from domain.messages import Place
from domain.privacy import Privacy
from domain.states import State
from storage import tables as t
from storage.columns import instant, millis

if TYPE_CHECKING:
    from storage.unit import Unit

ENUMS = {
    "kind": Kind,
    "urgency": Urgency,
    "state": State,
    "privacy": Privacy,
    "supervision": Supervision,
}
DEFAULTS: dict[str, Any] = {
    "privacy": "open",
    "supervision": "",
    "post": "",
    "office": "",
    "rule": "",
    "verify": False,
    "parts": 0,
    "joined": 0,
    **dict.fromkeys(
        (
            "parent_id",
            "merged_into",
            "linked",
            "alike",
            "counts_from",
            "holds",
            "first_due",
            "first_at",
            "extension_to",
            "extended_to",
            "accept_took",
            "resolve_took",
            "accepted_at",
            "resolved_at",
            "closed_at",
            "rating",
        )
    ),
}
"""What the tables say where nothing is said; most new cases have these."""

PLAIN = tuple(
    field.name
    for field in fields(Case)
    if field.name not in ("place", "holds", "linked", "alike", *ENUMS)
)


class Cases:
    def __init__(self, unit: Unit) -> None:
        self._unit = unit
        self._by_id: dict[int, Case] = {}
        self._new: set[int] = set()
        self._changed: set[int] = set()
        self._counters: dict[str, int] = {}
        self._filed: dict[int, int] = {}
        self._carried: dict[int, int] = {}
        self._waiting: dict[int, int] = {}
        self._touched: set[int] = set()

    @property
    def known(self) -> Mapping[int, Case]:
        """What this Unit has read or made."""
        return self._by_id

    @property
    def touched(self) -> Mapping[int, Case]:
        """What this Unit has made or changed."""
        return {case_id: self._by_id[case_id] for case_id in self._touched}

    def read(self, case: Case) -> None:
        """Takes in a case that somebody else has read: it may be changed from now on."""
        self._by_id.setdefault(case.id, case)

    async def next_number(self, kind: Kind, year: int) -> tuple[int, str]:
        """A fresh id and the number that people will see. Numbers have no gaps: they go back
        with the Unit.
        """
        name = f"{kind}-{year}"
        if name not in self._counters:
            row = select(t.counters.c.value).where(t.counters.c.name == name)
            self._counters[name] = await self._unit.connection.scalar(row) or 0
        self._counters[name] += 1
        return self._unit.database.next_id("cases"), number(
            kind, year, self._counters[name]
        )

    def add(self, case: Case) -> None:
        self._by_id[case.id] = case
        self._new.add(case.id)
        self._touched.add(case.id)
        self._count_filed(case, self._filed)
        self._count_carried(case, 1)

    def change(self, case: Case) -> None:
        """The case as it is from now on. It must have been read in this Unit."""
        self._count_carried(self._by_id[case.id], -1)
        self._count_carried(case, 1)
        self._by_id[case.id] = case
        self._touched.add(case.id)
        if case.id not in self._new:
            self._changed.add(case.id)

    async def get(self, case_id: int) -> Case | None:
        if case_id not in self._by_id:
            row = (
                await self._unit.connection.execute(
                    select(t.cases).where(t.cases.c.id == case_id)
                )
            ).first()
            if row is None:
                return None
            self._by_id[case_id] = case_of(row)
        return self._by_id[case_id]

    async def by_number(self, wanted: str) -> Case | None:
        found = await self._unit.query(
            select(t.cases.c.id).where(t.cases.c.number == wanted)
        )
        row = found.first()
        return await self.get(row.id) if row else None

    async def _list(self, rows: Select[Any]) -> list[Case]:
        found = [case_of(row) for row in await self._unit.query(rows)]
        self._by_id |= {case.id: case for case in found}
        return found

    def _count_carried(self, case: Case, by: int) -> None:
        if case.open and case.assignee_id is not None:
            self._carried[case.assignee_id] = (
                self._carried.get(case.assignee_id, 0) + by
            )
        if case.open and case.filer_id is not None and case.parent_id is None:
            self._waiting[case.filer_id] = self._waiting.get(case.filer_id, 0) + by

    def carries(self, person_id: int) -> int:
        """How many open cases this person carries: counted in memory, with what this Unit has
        done so far.
        """
        return self._unit.database.carried[person_id] + self._carried.get(person_id, 0)

    def committed(self) -> None:
        """The Unit's transaction is in the database: its counts and places are everybody's."""
        self._unit.database.carried.update(self._carried)
        self._unit.database.waiting.update(self._waiting)
        for case_id in self._touched:
            self._unit.database.nearby.put(self._by_id[case_id])

    async def open_in(
        self,
        areas: Iterable[str],
        most: int,
        late_at: datetime | None = None,
        *,
        post: str = "",
        office: bool = False,
        confidential: bool | None = None,
    ) -> list[Case]:
        """Open cases of these areas (or `office`s), the soonest due first; with `late_at` only
        those due before it.

        With `post` only those meant for it; `confidential` picks those that are, or that are not.
        """
        home = t.cases.c.office if office else t.cases.c.area
        rows = select(t.cases).where(_open(), home.in_(tuple(areas)))
        if post:
            rows = rows.where(t.cases.c.post == post)
        if confidential is not None:
            rows = rows.where(
                (t.cases.c.privacy == Privacy.CONFIDENTIAL.value) == confidential
            )
        if late_at is not None:
            rows = rows.where(t.cases.c.due_at <= late_at)
        return await self._list(
            rows.order_by(t.cases.c.due_at, t.cases.c.id).limit(most)
        )

    async def carried_by(self, person_id: int, most: int) -> list[Case]:
        """Open cases in this person's charge, the soonest due first."""
        rows = select(t.cases).where(_open(), t.cases.c.assignee_id == person_id)
        return await self._list(
            rows.order_by(t.cases.c.due_at, t.cases.c.id).limit(most)
        )

    async def in_nobodys_charge(self, most: int) -> list[Case]:
        """Open cases that were filed when nobody was there to take charge, the oldest first."""
        rows = select(t.cases).where(_open(), t.cases.c.assignee_id.is_(None))
        return await self._list(rows.order_by(t.cases.c.id).limit(most))

    async def filed_by(self, person_id: int, most: int) -> list[Case]:
        """What this person filed, the newest first."""
        rows = select(t.cases).where(
            t.cases.c.filer_id == person_id, t.cases.c.parent_id.is_(None)
        )
        return await self._list(rows.order_by(t.cases.c.id.desc()).limit(most))

    async def filed_since(self, person_id: int, since: datetime) -> int:
        """How many cases this person has filed since then; asked once for everybody in the Unit."""
        if person_id not in self._filed:
            asked = {person_id, *self._unit.people.loaded()} - self._filed.keys()
            rows = select(t.cases.c.filer_id, func.count()).where(
                t.cases.c.filer_id.in_(asked),
                t.cases.c.filed_at >= since,
                t.cases.c.parent_id.is_(None),
            )
            found = await self._unit.connection.execute(
                rows.group_by(t.cases.c.filer_id)
            )
            self._filed |= dict.fromkeys(asked, 0) | {
                row[0]: int(row[1]) for row in found
            }
            for made in self._new:
                self._count_filed(self._by_id[made], asked)
        return self._filed[person_id]

    def _count_filed(self, case: Case, among: Container[int | None]) -> None:
        mine = case.filer_id is not None and case.parent_id is None
        if mine and case.filer_id in self._filed and case.filer_id in among:
            self._filed[case.filer_id] += 1

    async def count_open(self, areas: Iterable[str]) -> int:
        rows = (
            select(func.count())
            .select_from(t.cases)
            .where(_open(), t.cases.c.area.in_(tuple(areas)))
        )
        return int((await self._unit.query(rows)).scalar_one())

    async def quiet_since(self, before: datetime, most: int) -> list[Case]:
        """Open cases, not on hold, with which nothing has happened since then, the longest quiet
        first.
        """
        rows = select(t.cases).where(
            _open(), t.cases.c.touched_at < before, t.cases.c.state != State.HELD.value
        )
        return await self._list(rows.order_by(t.cases.c.touched_at).limit(most))

    async def all_open(self, after: int, most: int) -> list[Case]:
        """Open cases with a higher id than `after`, by id: to go through all of them piece by
        piece.
        """
        rows = select(t.cases).where(_open(), t.cases.c.id > after)
        return await self._list(rows.order_by(t.cases.c.id).limit(most))

    async def parts_of(self, case_id: int) -> list[Case]:
        """The parts that a case was split into, the first first."""
        return await self._list(
            select(t.cases).where(t.cases.c.parent_id == case_id).order_by(t.cases.c.id)
        )

    async def merged_into(self, case_id: int) -> list[Case]:
        """The cases that were merged into this one, the first first."""
        return await self._list(
            select(t.cases)
            .where(t.cases.c.merged_into == case_id)
            .order_by(t.cases.c.id)
        )

    async def open_of(self, person_id: int, most: int) -> list[Case]:
        """A filer's newest open cases: what a bare word may be about. Most have none, and then
        nothing is asked.
        """
        if (
            self._unit.database.waiting[person_id] + self._waiting.get(person_id, 0)
            <= 0
        ):
            return []
        rows = select(t.cases).where(
            t.cases.c.filer_id == person_id, t.cases.c.parent_id.is_(None), _open()
        )
        found = await self._unit.connection.execute(
            rows.order_by(t.cases.c.id.desc()).limit(most)
        )
        for case in map(case_of, found):
            self.read(case)
        mine = [
            one
            for one in self._by_id.values()
            if one.filer_id == person_id and one.open and one.parent_id is None
        ]
        return sorted(mine, key=lambda case: -case.id)[:most]

    def forget_filer(self, person_id: int) -> None:
        """Takes a filer who left out of what this Unit has already read."""
        for case in list(self._by_id.values()):
            if case.filer_id == person_id:
                self._by_id[case.id] = replace(case, filer_id=None)

    async def flush(self) -> None:
        new, self._new = self._new, set()
        changed, self._changed = self._changed, set()
        counters, self._counters = self._counters, {}
        await self._unit.write(
            t.cases.insert(), without_defaults([row_of(self._by_id[i]) for i in new])
        )
        await self._unit.write(
            self._unit.database.upsert(t.cases),
            [row_of(self._by_id[i]) for i in changed],
        )
        rows = [{"name": name, "value": value} for name, value in counters.items()]
        await self._unit.write(self._unit.database.upsert(t.counters), rows)


def _open() -> Any:
    # Written out, so that the planner of both engines sees that the partial indexes fit.
    return text(t.IS_OPEN)


def without_defaults(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows without the columns in which none of them says more than the database does by
    itself.
    """
    plain = [
        name
        for name, value in DEFAULTS.items()
        if all(row[name] == value for row in rows)
    ]
    for row in rows:
        for name in plain:
            del row[name]
    return rows


def row_of(case: Case) -> dict[str, Any]:
    row = {name: getattr(case, name) for name in PLAIN}
    row |= {name: getattr(case, name).value for name in ENUMS}
    row |= {"linked": list(case.linked) or None, "alike": list(case.alike) or None}
    row["holds"] = [
        (millis(begin), end and millis(end)) for begin, end in case.holds
    ] or None
    place = case.place
    return row | {
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
    }


def case_of(row: Any) -> Case:
    values = row._mapping
    place = Place(row.lat, row.lon) if row.lat is not None else None
    plain = {name: values[name] for name in PLAIN}
    enums: dict[str, Any] = {name: kind(values[name]) for name, kind in ENUMS.items()}
    holds = tuple(
        (instant(begin), end and instant(end)) for begin, end in row.holds or ()
    )
    known: dict[str, Any] = {
        "linked": tuple(row.linked or ()),
        "alike": tuple(row.alike or ()),
    }
    return Case(place=place, holds=holds, **known, **enums, **plain)

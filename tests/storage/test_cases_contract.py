"""Cases: their numbers, and their rows from one Unit to the next."""

from __future__ import annotations

from dataclasses import MISSING, fields, replace
from datetime import timedelta
from typing import Any

import pytest

from domain.case import Case
from domain.kinds import Kind, Supervision, Urgency
from domain.privacy import Privacy
from domain.states import State
from storage.database import Database
from tests.house import MORNING, Clock
from tests.storage.making import filed, new_case

HOUR = timedelta(hours=1)


AT = [MORNING + HOUR * n + timedelta(milliseconds=n) for n in range(20)]
EVERY_FIELD: dict[str, Any] = dict(
    kind=Kind.WISH,
    urgency=Urgency.COMPLEX,
    state=State.CLOSED,
    words="“坑”\n\t😀 <b>",
    place_words="",
    filer_id=2**40,
    assignee_id=3,
    filed_at=AT[0],
    phase_at=AT[1],
    due_at=None,
    accept_due=AT[3],
    resolve_due=AT[4],
    accepted_at=AT[5],
    resolved_at=AT[6],
    closed_at=AT[7],
    alarms=4,
    raised=2,
    reopened=1,
    rating=5,
    answer="好了",
    privacy=Privacy.CONFIDENTIAL,
    supervision=Supervision.RED,
    post="片警",
    office="CG",
    rule="lamps",
    verify=True,
    parent_id=2**41,
    parts=3,
    merged_into=9,
    linked=(5, 2**42),
    alike=(7,),
    joined=4,
    counts_from=AT[8],
    holds=((AT[9], AT[10]), (AT[11], None)),
    first_due=AT[12],
    first_at=AT[13],
    extension_to=AT[14],
    extended_to=AT[15],
    touched_at=AT[16],
    accept_took=0.25,
    resolve_took=1e7,
    sealed=True,
)
"""Nothing as it is by itself."""


async def numbers(database: Database, *kinds: Kind, year: int = 2026) -> list[str]:
    async with database.unit() as unit:
        return [(await unit.cases.next_number(kind, year))[1] for kind in kinds]


async def test_numbers_are_counted_per_kind_and_year(database: Database) -> None:
    assert await numbers(database, Kind.HAZARD, Kind.HELP, Kind.HAZARD) == [
        "YH26-0001",
        "QZ26-0001",
        "YH26-0002",
    ]
    assert await numbers(database, Kind.WISH, Kind.HAZARD) == ["XY26-0001", "YH26-0003"]
    assert await numbers(database, Kind.HAZARD, year=2027) == ["YH27-0001"]


async def test_a_unit_that_failed_leaves_no_gap_in_the_numbers(
    database: Database,
) -> None:
    await filed(database)
    with pytest.raises(ZeroDivisionError):
        async with database.unit() as unit:
            await new_case(unit)
            await unit.flush()
            await new_case(unit)
            raise ZeroDivisionError
    assert (await filed(database)).number == "YH26-0002"


async def test_ids_go_on_after_a_failed_unit_and_after_a_restart(
    database: Database, url: str, clock: Clock
) -> None:
    first = await filed(database)
    with pytest.raises(ZeroDivisionError):
        async with database.unit() as unit:
            await new_case(unit)
            raise ZeroDivisionError
    assert (await filed(database)).id > first.id
    again = Database(url, clock)
    await again.start()
    case = await filed(again)
    await again.close()
    assert (case.number, case.id > first.id) == ("YH26-0003", True)


async def test_every_field_of_a_case_comes_back_as_it_was(database: Database) -> None:
    made = await filed(database, **EVERY_FIELD)
    assert not [
        one.name
        for one in fields(Case)
        if one.default is not MISSING and getattr(made, one.name) == one.default
    ]
    async with database.unit() as unit:
        assert await unit.cases.get(made.id) == made
        assert await unit.cases.by_number(made.number) == made
        assert await unit.cases.get(made.id + 1) is None
        assert await unit.cases.by_number("YH26-9999") is None


async def test_a_case_without_a_place_has_none_when_it_comes_back(
    database: Database,
) -> None:
    made = await filed(database, place=None)
    async with database.unit() as unit:
        assert await unit.cases.get(made.id) == made


async def test_a_changed_case_is_stored_as_it_was_last(database: Database) -> None:
    made = await filed(database)
    async with database.unit() as unit:
        for state in (State.IN_PROGRESS, State.RESOLVED):
            found = await unit.cases.get(made.id)
            assert found is not None
            unit.cases.change(replace(found, state=state))
    async with database.unit() as unit:
        found = await unit.cases.get(made.id)
        assert found == replace(made, state=State.RESOLVED)
        assert found is await unit.cases.get(made.id)


async def test_a_case_that_is_added_and_changed_in_one_unit_is_one_row(
    database: Database,
) -> None:
    async with database.unit() as unit:
        made = await new_case(unit)
        unit.cases.change(replace(made, words="anders"))
        assert await unit.cases.by_number(made.number) == replace(made, words="anders")
        unit.cases.change(replace(made, words="noch anders"))
    async with database.unit() as unit:
        assert await unit.cases.by_number(made.number) == replace(
            made, words="noch anders"
        )


async def test_a_unit_that_failed_leaves_nothing_of_its_case(
    database: Database,
) -> None:
    with pytest.raises(ZeroDivisionError):
        async with database.unit() as unit:
            made = await new_case(unit)
            unit.history.audit(None, "x")
            await unit.flush()
            raise ZeroDivisionError
    async with database.unit() as unit:
        assert await unit.cases.get(made.id) is None
        assert await unit.staff.audit_lines(10) == []


async def test_a_case_that_was_not_read_in_this_unit_cannot_be_changed(
    database: Database,
) -> None:
    made = await filed(database)
    with pytest.raises(KeyError):
        async with database.unit() as unit:
            unit.cases.change(replace(made, state=State.CLOSED))

"""Cases: numbers without gaps, rows that come back as they were, the lists that people ask for."""

import random
from dataclasses import MISSING, fields, replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from domain.case import Case
from domain.kinds import Kind, Supervision, Urgency
from domain.privacy import Privacy
from domain.states import OPEN, State
from storage.database import Database
from storage.tables.cases import cases as cases_table
from storage.unit import Unit
from tests.house import MORNING, Clock
from tests.storage.making import filed, new_case

HOUR = timedelta(hours=1)


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
    at = [MORNING + HOUR * n + timedelta(milliseconds=n) for n in range(20)]
    made = await filed(
        database,
        kind=Kind.WISH,
        urgency=Urgency.COMPLEX,
        state=State.CLOSED,
        words="“坑”\n\t😀 <b>",
        place_words="",
        filer_id=2**40,
        assignee_id=3,
        filed_at=at[0],
        phase_at=at[1],
        due_at=None,
        accept_due=at[3],
        resolve_due=at[4],
        accepted_at=at[5],
        resolved_at=at[6],
        closed_at=at[7],
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
        counts_from=at[8],
        holds=((at[9], at[10]), (at[11], None)),
        first_due=at[12],
        first_at=at[13],
        extension_to=at[14],
        extended_to=at[15],
        touched_at=at[16],
        accept_took=0.25,
        resolve_took=1e7,
    )
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


async def some_cases(database: Database) -> list[Case]:
    """300 cases with everything that the lists look at by chance."""
    chance = random.Random(7)
    made = []
    for hour in range(3):
        database.clock.now = MORNING + HOUR * hour  # type: ignore[attr-defined]
        async with database.unit() as unit:
            for _ in range(100):
                due = MORNING + HOUR * chance.randint(0, 40)
                made.append(
                    await new_case(
                        unit,
                        chance.choice(list(Kind)),
                        state=chance.choice(list(State)),
                        area=chance.choice("AB"),
                        due_at=due,
                        assignee_id=chance.choice([None, 1, 2]),
                        filer_id=chance.choice([None, 7, 8]),
                    )
                )
    return made


async def test_the_lists_say_what_a_look_at_every_case_says(database: Database) -> None:
    cases = await some_cases(database)
    late = MORNING + 9 * HOUR

    def by_due(found: list[Case]) -> list[int]:
        return [
            case.id
            for case in sorted(
                found, key=lambda case: (case.due_at or MORNING, case.id)
            )
        ]

    still = [case for case in cases if case.state in OPEN]
    async with database.unit() as unit:
        lists = unit.cases
        assert [c.id for c in await lists.open_in(["A"], 999)] == by_due(
            [c for c in still if c.area == "A"]
        )
        assert [c.id for c in await lists.open_in({"A", "B"}, 20)] == by_due(still)[:20]
        behind = [c for c in still if c.due_at and c.due_at <= late]
        assert [c.id for c in await lists.open_in(["A", "B"], 999, late)] == by_due(
            behind
        )
        assert await lists.open_in([], 9) == []
        assert [c.id for c in await lists.carried_by(1, 999)] == by_due(
            [c for c in still if c.assignee_id == 1]
        )
        mine = [c for c in cases if c.filer_id == 7]
        assert [c.id for c in await lists.filed_by(7, 5)] == [
            c.id for c in mine[::-1][:5]
        ]
        assert await lists.filed_since(7, MORNING + HOUR) == sum(
            c.filed_at >= MORNING + HOUR for c in mine
        )
        assert await lists.count_open({"B"}) == sum(c.area == "B" for c in still)
        assert [c.id for c in await lists.open_of(7, 3)] == [
            c.id for c in mine if c.open
        ][::-1][:3]
        assert await lists.open_of(99, 3) == []


async def test_lists_see_what_the_same_unit_has_done_so_far(database: Database) -> None:
    made = await filed(database, assignee_id=1, filer_id=7)
    async with database.unit() as unit:
        again = await new_case(unit, assignee_id=1, filer_id=7)
        assert await unit.cases.filed_since(7, MORNING) == 2
        assert [case.id for case in await unit.cases.carried_by(1, 9)] == [
            made.id,
            again.id,
        ]
        assert await unit.cases.filed_since(7, MORNING) == 2
        unit.cases.change(replace(made, state=State.RESOLVED))
        assert [case.id for case in await unit.cases.open_in(["G1"], 9)] == [again.id]


# --- how many cases somebody carries ---

CARRIERS = (None, 1, 2, 3)
STATES = list(State)


async def counted(database: Database) -> dict[int, int]:
    """Open cases per person by a look at every row."""
    async with database.reader() as reader:
        found = [
            (row.state, row.assignee_id)
            for row in await reader.execute(select(cases_table))
        ]
    return {
        one: sum(who == one and state in OPEN for state, who in found)
        for one in (1, 2, 3)
    }


async def carried(database: Database) -> dict[int, int]:
    async with database.unit() as unit:
        return {one: unit.cases.carries(one) for one in (1, 2, 3)}


async def some_work(unit: Unit, chance: random.Random) -> None:
    """Files, hands on and moves cases by chance, and flushes and looks in between."""
    for _ in range(chance.randint(1, 6)):
        if chance.random() < 0.4:
            await new_case(
                unit, state=chance.choice(STATES), assignee_id=chance.choice(CARRIERS)
            )
            continue
        found = await unit.cases.get(chance.randint(1, 30))
        if found is not None:
            changed = replace(
                found, state=chance.choice(STATES), assignee_id=chance.choice(CARRIERS)
            )
            unit.cases.change(changed)
        if chance.random() < 0.3:
            await unit.cases.carried_by(1, 99)


@pytest.mark.parametrize("seed", range(4))
async def test_what_somebody_carries_is_what_a_look_at_every_row_says(
    database: Database, url: str, clock: Clock, seed: int
) -> None:
    chance = random.Random(seed)
    for _ in range(12):
        try:
            async with database.unit() as unit:
                await some_work(unit, chance)
                if chance.random() < 0.3:
                    raise ZeroDivisionError
        except ZeroDivisionError:
            pass
        assert await carried(database) == await counted(database)
    again = Database(url, clock)
    await again.start()
    assert await carried(again) == await counted(again) == await carried(database)
    await again.close()


async def test_a_unit_counts_what_it_has_done_so_far_and_nobody_else_does(
    database: Database,
) -> None:
    made = await filed(database, assignee_id=1)
    async with database.unit() as unit:
        await unit.cases.get(made.id)
        unit.cases.change(replace(made, assignee_id=2))
        await new_case(unit, assignee_id=2)
        await new_case(unit, assignee_id=2, state=State.CLOSED)
        assert [unit.cases.carries(one) for one in (1, 2, 3)] == [0, 2, 0]
        assert database.memory.carried == {1: 1}
    assert await carried(database) == {1: 0, 2: 2, 3: 0}


@pytest.mark.parametrize("state", [state for state in State if state in OPEN])
async def test_a_case_is_carried_in_every_open_state(
    database: Database, state: State
) -> None:
    await filed(database, assignee_id=1, state=state)
    assert await carried(database) == await counted(database) == {1: 1, 2: 0, 3: 0}


async def test_a_unit_that_failed_changes_nobodys_count(database: Database) -> None:
    made = await filed(database, assignee_id=1)
    with pytest.raises(ZeroDivisionError):
        async with database.unit() as unit:
            await unit.cases.get(made.id)
            unit.cases.change(replace(made, state=State.CLOSED))
            await new_case(unit, assignee_id=2)
            await unit.flush()
            raise ZeroDivisionError
    assert await carried(database) == {1: 1, 2: 0, 3: 0}


async def test_a_case_that_was_not_read_in_this_unit_cannot_be_changed(
    database: Database,
) -> None:
    made = await filed(database)
    with pytest.raises(KeyError):
        async with database.unit() as unit:
            unit.cases.change(replace(made, state=State.CLOSED))

"""How many cases somebody carries: counted in memory, and right."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from domain.kinds import Kind
from domain.states import OPEN, State
from storage.database import Database
from storage.tables.cases import cases as cases_table
from storage.unit import Unit
from tests.house import Clock
from tests.storage.making import filed, new_case

CARRIERS = (None, 1, 2, 3)


STATES = list(State)


async def counted(database: Database) -> dict[int, int]:
    """Open cases per person by a look at every row; a wish that waits on the list is none."""
    async with database.reader() as reader:
        found = [
            (row.state, row.assignee_id)
            for row in await reader.execute(select(cases_table))
            if row.kind != Kind.WISH or row.extended_to is None
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
                unit,
                chance.choice((Kind.HAZARD, Kind.WISH)),
                state=chance.choice(STATES),
                assignee_id=chance.choice(CARRIERS),
            )
            continue
        found = await unit.cases.get(chance.randint(1, 30))
        if found is not None:
            changed = replace(
                found,
                state=chance.choice(STATES),
                assignee_id=chance.choice(CARRIERS),
                extended_to=chance.choice((None, unit.now + timedelta(days=9))),
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

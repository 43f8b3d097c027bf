"""A look for like cases reads only what it finds. Read off the statements that really run."""

from __future__ import annotations

import random
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import insert, text

from domain.case import Case
from domain.messages import Place
from domain.states import State
from storage.cases.rows import row_of
from storage.database import Database
from storage.tables.cases import cases
from storage.unit import Unit
from tests.house import MORNING, Clock
from tests.storage.making import filed
from tests.storage.places import LONG_AGO, cases_in, cases_near
from tests.storage.test_query_plans import plan


@pytest.fixture(scope="module")
def full_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("similar") / "gridbee.db"


@pytest.fixture
async def full(full_file: Path) -> AsyncIterator[Database]:
    """20,000 cases all over a district, half of them open."""
    database = Database(f"sqlite:///{full_file}", Clock())
    fresh = not full_file.exists()
    await database.start()
    if fresh:
        row, chance = row_of(await filed(database)), random.Random(5)
        async with database.unit() as unit:
            await unit.query(
                insert(cases), [spread(row, n, chance) for n in range(2, 20_000)]
            )
            await unit.query(text("ANALYZE"))
    yield database
    await database.close()


def spread(row: dict[str, Any], n: int, chance: random.Random) -> dict[str, Any]:
    placed = n % 10 > 0
    return row | {
        "id": n,
        "number": f"YH26-{n:05d}",
        "state": (State.ASSIGNED, State.CLOSED)[n % 2].value,
        "area": f"G{n % 33}",
        "category": ("road", "light", "fire", "traffic")[n % 7 % 4],
        "filed_at": MORNING - timedelta(minutes=n),
        "lat": chance.uniform(30.4, 30.5) if placed else None,
        "lon": chance.uniform(120, 120.2) if placed else None,
    }


async def test_a_look_around_a_place_reads_only_the_cases_that_it_finds(
    full: Database,
) -> None:
    found = await plan(
        full,
        lambda unit: cases_near(unit, "road", Place(30.45, 120.1), LONG_AGO, 250),
    )
    assert "SCAN" not in found


async def test_a_look_where_nothing_is_asks_the_database_nothing(
    full: Database,
) -> None:
    assert (
        await plan(
            full,
            lambda unit: cases_near(unit, "road", Place(12.0, 12.0), LONG_AGO, 250),
        )
        == ""
    )


async def test_no_look_up_reads_the_whole_table(full: Database) -> None:
    async def work(unit: Unit) -> list[Case]:
        await unit.similar.matters_in("road", "G1", LONG_AGO, placeless=True)
        await unit.media.hashes_of([1, 2])
        await unit.similar.open_of(["G1", "G2"], LONG_AGO)
        return await cases_in(unit, "road", "G1", LONG_AGO)

    found = await plan(full, work)
    assert "media_by_case" in found
    assert "SCAN" not in found
    assert "cases_by_area" not in found  # that would read closed cases too

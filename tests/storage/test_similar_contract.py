"""Open cases that a new one may repeat: what is found, and what never is."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import text

from domain.distance import METRES_A_DEGREE, distance
from domain.messages import Place
from domain.privacy import Privacy
from domain.states import State
from storage.database import Database
from storage.unit import Unit
from tests.house import Clock
from tests.storage.making import filed, new_case
from tests.storage.places import LONG_AGO, PLACE, cases_in, cases_near, north


async def near(unit: Unit, **changes: Any) -> list[int]:
    asked = {
        "category": "road",
        "place": PLACE,
        "since": LONG_AGO,
        "radius": 250,
        **changes,
    }
    return [case.id for case in await cases_near(unit, **asked)]


async def test_cases_within_the_radius_are_found_the_newest_first(
    database: Database, clock: Clock
) -> None:
    made = []
    for metres in (0, 249, 251, 100):
        clock.now += timedelta(minutes=1)
        made.append((await filed(database, place=north(metres))).id)
    async with database.unit() as unit:
        assert await near(unit) == [made[3], made[1], made[0]]
        assert await near(unit, radius=99) == [made[0]]
        assert await near(unit, most=1) == [made[3]]
        assert await near(unit, category="light") == []


async def test_a_whole_case_comes_back(database: Database) -> None:
    made = await filed(database)
    async with database.unit() as unit:
        assert await cases_near(unit, "road", PLACE, LONG_AGO, 50) == [made]
        assert await unit.cases.get(made.id) == made


async def test_the_corners_of_the_box_are_not_near(database: Database) -> None:
    corner = Place(north(240).lat, PLACE.lon + 240 / METRES_A_DEGREE / 0.8616)
    assert distance(PLACE, corner) == pytest.approx(339, abs=2)
    for _ in range(3):
        await filed(database, place=corner)
    middle = await filed(database)
    await filed(database, place=corner)
    async with database.unit() as unit:
        assert await near(unit, most=1) == [middle.id]


@pytest.mark.parametrize(
    "changes",
    (
        {"state": State.CLOSED},
        {"state": State.MERGED, "merged_into": 1},
        {"state": State.RESOLVED},
        {"parent_id": 1},
        {"privacy": Privacy.CONFIDENTIAL},
        {"filed_at": LONG_AGO - timedelta(seconds=1)},
        {"place": None},
    ),
    ids=str,
)
async def test_what_is_over_private_part_of_another_or_old_is_not_found(
    database: Database, changes: dict[str, Any]
) -> None:
    await filed(database, **changes)
    async with database.unit() as unit:
        assert await near(unit) == []
        if "place" not in changes:
            assert await cases_in(unit, "road", "G1", LONG_AGO) == []
            assert await unit.similar.open_of(["G1"], LONG_AGO) == []
    async with database.unit() as unit:  # the same if the Unit holds it itself
        await new_case(unit, **changes)
        assert await near(unit) == []


async def test_an_anonymous_case_and_one_on_hold_are_found(database: Database) -> None:
    anonymous = await filed(database, privacy=Privacy.ANONYMOUS)
    held = await filed(database, state=State.HELD)
    async with database.unit() as unit:
        assert set(await near(unit)) == {anonymous.id, held.id}


async def test_cases_of_just_this_area_are_found_with_and_without_coordinates(
    database: Database,
) -> None:
    placed, placeless = await filed(database), await filed(database, place=None)
    await filed(database, area="G2")
    await filed(database, category="light")
    async with database.unit() as unit:
        assert await cases_in(unit, "road", "G1", LONG_AGO) == [
            placeless,
            placed,
        ]
        assert await cases_in(unit, "road", "G1", LONG_AGO, most=1) == [placeless]
        assert list(
            await unit.similar.matters_in("road", "G1", LONG_AGO, placeless=True)
        ) == [placeless.id]


async def test_open_cases_of_some_areas_are_found_up_to_a_number(
    database: Database,
) -> None:
    made = [await filed(database, area=area) for area in ("G1", "G2", "G3")]
    async with database.unit() as unit:
        assert await unit.similar.open_of(["G1", "G2"], LONG_AGO) == [made[1], made[0]]
        assert await unit.similar.open_of({"G1", "G3"}, LONG_AGO, most=1) == [made[2]]
        assert await unit.similar.open_of([], LONG_AGO) == []


async def test_what_the_unit_holds_back_counts_without_a_flush(
    database: Database,
) -> None:
    solved, moved = await filed(database), await filed(database)
    async with database.unit() as unit:
        for case in (solved, moved):
            await unit.cases.get(case.id)
        fresh = await new_case(unit, place=north(10))
        unit.cases.change(replace(solved, state=State.RESOLVED))
        unit.cases.change(replace(moved, place=north(300)))
        assert await near(unit) == [fresh.id]
        assert {case.id for case in await cases_in(unit, "road", "G1", LONG_AGO)} == {
            fresh.id,
            moved.id,
        }
        assert {case.id for case in await unit.similar.open_of(["G1"], LONG_AGO)} == {
            fresh.id,
            moved.id,
        }
        count = await unit._session.connection.scalar(
            text("SELECT count(*) FROM cases")
        )
        assert count == 2


async def test_what_was_found_may_be_changed_in_the_same_unit(
    database: Database,
) -> None:
    await filed(database)
    async with database.unit() as unit:
        found = await cases_near(unit, "road", PLACE, LONG_AGO, 50)
        unit.cases.change(replace(found[0], joined=1))
    async with database.unit() as unit:
        assert [
            case.joined for case in await cases_near(unit, "road", PLACE, LONG_AGO, 50)
        ] == [1]


async def test_near_finds_what_a_look_at_every_case_finds(database: Database) -> None:
    chance, made = random.Random(3), []
    async with database.unit() as unit:
        for _ in range(400):
            lat, lon = chance.gauss(30.5, 0.003), chance.gauss(120.25, 0.003)
            made.append(
                await new_case(
                    unit,
                    category=chance.choice(("road", "light")),
                    place=Place(lat, lon),
                )
            )
    async with database.unit() as unit:
        for _ in range(40):
            asked = chance.choice(made)
            assert asked.place
            found = await cases_near(
                unit, asked.category, asked.place, LONG_AGO, 250, most=400
            )
            assert {case.id for case in found} == {
                case.id
                for case in made
                if case.category == asked.category
                and case.place
                and distance(asked.place, case.place) <= 250
            }

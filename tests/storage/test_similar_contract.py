"""Open cases that a new one may repeat: what is found, what never is, and that it is found by an
index.
"""

from __future__ import annotations

import random
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import insert, text, update

from domain.case import Case
from domain.distance import METRES_A_DEGREE, distance
from domain.kinds import Kind
from domain.likeness import Matter
from domain.messages import Address, Event, Media, MediaKind, Place
from domain.privacy import Privacy
from domain.states import State
from handlers.casework import duplicates as likeness
from handlers.dialog.setup import Setup
from storage.cases.rows import row_of
from storage.database import Database
from storage.tables.cases import cases
from storage.tables.media import media as media_table
from storage.unit import Unit
from tests.house import MORNING, Clock
from tests.storage.making import filed, load_areas, new_case
from tests.storage.test_query_plans import plan

PLACE = Place(30.5, 120.25)
WEEK = timedelta(weeks=1)
LONG_AGO = MORNING - 12 * WEEK
SETUP = Setup()


def north(metres: float) -> Place:
    return Place(PLACE.lat + metres / METRES_A_DEGREE, PLACE.lon)


async def cases_near(unit: Unit, *asked: Any, **more: Any) -> list[Case]:
    found = await unit.similar.matters_near(*asked, **more)
    return await unit.similar.cases_of(found)


async def cases_in(unit: Unit, *asked: Any, **more: Any) -> list[Case]:
    found = await unit.similar.matters_in(*asked, **more)
    return await unit.similar.cases_of(found)


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
        count = await unit.connection.scalar(text("SELECT count(*) FROM cases"))
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


async def photo(unit: Unit, case_id: int | None, dhash: int | None) -> int:
    here = Address("test", "rider")
    media = unit.media.add(
        Event("x", here, here), Media(MediaKind.PHOTO, "ref"), None, case_id
    )
    await unit.flush()
    await unit.connection.execute(
        update(media_table).where(media_table.c.id == media).values(dhash=dhash)
    )
    return media


async def test_hashes_of_pictures_come_back_with_all_their_sixty_four_bits(
    database: Database,
) -> None:
    async with database.unit() as unit:
        made = [
            await photo(unit, *one)
            for one in ((1, -(2**63)), (1, 2**63 - 1), (2, None), (3, 0))
        ]
        assert await unit.media.hashes_of([1, 2, 3, 4]) == {
            1: (-(2**63), 2**63 - 1),
            3: (0,),
        }
        assert await unit.media.hashes_of([]) == {}
        database.memory.media.keep_hash(made[0], -(2**63))
        assert likeness.hashes_for(unit, made[:2]) == (-(2**63),)


def asked(**changes: Any) -> Matter:
    return replace(
        Matter(Kind.HAZARD, "road", PLACE, "G1", "路口地砖坏了", MORNING), **changes
    )


async def test_the_likeliest_come_first_and_never_the_case_itself(
    database: Database,
) -> None:
    await load_areas(database)
    far, close = (
        await filed(database, place=north(200)),
        await filed(database, place=north(5)),
    )
    await filed(database, place=north(5), words="路面结冰")
    async with database.unit() as unit:
        found = await likeness.find(unit, asked())
        assert [case for case, _ in found] == [close, far]
        assert found[0][1] > found[1][1]
        assert [
            case for case, _ in await likeness.find(unit, asked(), without=close.id)
        ] == [far]
        assert [case for case, _ in await likeness.find(unit, asked(), most=1)] == [
            close
        ]


async def test_without_coordinates_the_grid_is_asked_but_never_a_whole_street(
    database: Database,
) -> None:
    await load_areas(database)
    grid, street = (
        await filed(database, place=None),
        await filed(database, place=None, area="S1"),
    )
    async with database.unit() as unit:
        assert [case for case, _ in await likeness.find(unit, asked())] == [grid]
        assert [case for case, _ in await likeness.find(unit, asked(place=None))] == [
            grid
        ]
        assert await likeness.find(unit, asked(place=None, area="S1")) == []
        assert await likeness.find(unit, asked(place=None, area="")) == []
        assert street.open


async def test_the_same_picture_finds_a_case_that_is_told_otherwise(
    database: Database,
) -> None:
    await load_areas(database)
    made = await filed(database, place=north(240), words="过来看看")
    async with database.unit() as unit:
        await photo(unit, made.id, 0x0F1E2D3C4B5A6978)
    async with database.unit() as unit:
        assert await likeness.find(unit, asked()) == []
        found = await likeness.find(unit, asked(hashes=(0x0F1E2D3C4B5A6979,)))
        assert [case for case, _ in found] == [made]


async def test_help_for_one_person_is_not_even_looked_for(database: Database) -> None:
    await filed(database, kind=Kind.HELP, category="vehicle")
    async with database.unit() as unit:
        assert (
            await likeness.find(unit, asked(kind=Kind.HELP, category="vehicle")) == []
        )


async def test_common_problems_of_some_areas(database: Database) -> None:
    made = [await filed(database, place=north(n * 80)) for n in range(3)]
    await filed(database, place=north(80), privacy=Privacy.CONFIDENTIAL)
    async with database.unit() as unit:
        groups = await likeness.clusters_in(unit, ["G1"])
        assert [{case.id for case in group} for group in groups] == [
            {case.id for case in made}
        ]
        assert await likeness.clusters_in(unit, ["G2"]) == []


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
            await unit.connection.execute(
                insert(cases), [spread(row, n, chance) for n in range(2, 20_000)]
            )
            await unit.connection.execute(text("ANALYZE"))
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

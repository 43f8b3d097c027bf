"""Which open cases a new one may repeat, likeliest first; pictures and common problems."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sqlalchemy import update

from domain.kinds import Kind
from domain.likeness import Matter
from domain.messages import Address, Event, Media, MediaKind
from domain.privacy import Privacy
from handlers.casework import duplicates as likeness
from storage.database import Database
from storage.tables.media import media as media_table
from storage.unit import Unit
from tests.house import MORNING
from tests.storage.making import filed, load_areas
from tests.storage.places import LONG_AGO, PLACE, north


async def photo(unit: Unit, case_id: int | None, dhash: int | None) -> int:
    here = Address("test", "rider")
    media = unit.media.add(
        Event("x", here, here), Media(MediaKind.PHOTO, "ref"), None, case_id
    )
    await unit.flush()
    await unit.query(
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
        here = await unit.similar.open_of(["G1"], LONG_AGO)
        groups = likeness.common(here)
        assert [{case.id for case in group} for group in groups] == [
            {case.id for case in made}
        ]
        assert likeness.common(await unit.similar.open_of(["G2"], LONG_AGO)) == []

"""Places and what riders called them, on both engines."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from domain.area import Area
from domain.messages import Place
from domain.places.entries import TAUGHT, Entry
from domain.places.taught import Use
from domain.states import State
from storage.database import Database
from storage.naming import KEPT
from storage.tables.places import place_uses
from tests.house import MORNING, Clock
from tests.storage.making import AREAS, filed, load_areas, new_case

INSIDE, BESIDE = Place(0.5, 0.5), Place(0.5001, 0.5)
FAR, OUTSIDE = Place(0.9, 0.9), Place(5.0, 5.0)
SHOP = Entry("万福超市", "", INSIDE, ("万福",), "shop")
STATION = Entry("东门地铁站", "G2", None, (), "railway")
NOWHERE = Entry("远方大厦", "", OUTSIDE)


async def loads(database: Database, *entries: Entry) -> None:
    await load_areas(database)
    async with database.unit() as unit:
        await unit.places.replace(entries)


async def found(database: Database, text: str) -> list[tuple[str, str]]:
    """(name, area) of what a text names, the likeliest first."""
    async with database.unit() as unit:
        return [(one.entry.name, one.entry.area) for one in unit.places.find(text)]


async def says(database: Database, who: int, words: str, place: Place = INSIDE) -> None:
    async with database.unit() as unit:
        unit.places.add_use(Use(words, place, who, unit.now))


async def restarted(database: Database) -> Database:
    again = Database(database.url, database.clock)
    await again.start()
    return again


async def test_places_are_kept_as_they_were_given(database: Database) -> None:
    await loads(database, SHOP, STATION, NOWHERE)
    async with database.unit() as unit:
        assert await unit.places.all() == [SHOP, STATION, NOWHERE]


async def test_a_place_is_found_in_its_area_and_one_outside_is_not(
    database: Database,
) -> None:
    await loads(database, SHOP, STATION, NOWHERE)
    assert await found(database, "万福超市门口井盖坏了") == [("万福超市", "G1")]
    assert await found(database, "东门地铁站") == [("东门地铁站", "G2")]
    assert await found(database, "远方大厦") == []


async def test_areas_are_found_by_their_names_but_not_the_root(
    database: Database,
) -> None:
    await load_areas(database)
    assert await found(database, "一网格") == [("一网格", "G1")]
    assert await found(database, "在区里") == []


async def test_new_places_stand_in_place_of_the_old_ones(database: Database) -> None:
    await loads(database, SHOP)
    await loads(database, STATION)
    assert await found(database, "万福超市") == []
    assert await found(database, "东门地铁站") == [("东门地铁站", "G2")]


async def test_new_areas_are_found_and_places_move_into_them(
    database: Database,
) -> None:
    await loads(database, SHOP)
    shape = AREAS[2].polygon
    async with database.unit() as unit:
        await unit.areas.replace(
            [Area("C", "区", "district"), Area("G9", "新桥网格", "grid", "C", shape)]
        )
    assert await found(database, "万福超市") == [("万福超市", "G9")]
    assert await found(database, "新桥网格") == [("新桥网格", "G9")]


async def test_places_of_a_unit_that_failed_are_not_found(database: Database) -> None:
    await loads(database, SHOP)
    with pytest.raises(ZeroDivisionError):
        async with database.unit() as unit:
            await unit.places.replace([STATION])
            raise ZeroDivisionError
    assert await found(database, "万福超市") == [("万福超市", "G1")]
    assert await found(database, "东门地铁站") == []


async def test_a_restart_finds_the_same(database: Database) -> None:
    await loads(database, SHOP, STATION)
    again = await restarted(database)
    assert await found(again, "万福超市") == [("万福超市", "G1")]
    assert len(again.memory.place_names) == len(database.memory.place_names) > 2
    await again.close()


async def test_six_thousand_places_are_loaded(database: Database) -> None:
    many = [Entry(f"长桥路{n}号", "G1") for n in range(1, 6001)]
    await loads(database, *many)
    assert await found(database, "长桥路5999号") == [("长桥路5999号", "G1")]


# --- what riders teach ---


async def test_three_persons_who_agree_teach_a_name(database: Database) -> None:
    await load_areas(database)
    await says(database, 1, "老槐树下")
    await says(database, 2, "老槐树下", BESIDE)
    assert await found(database, "老槐树下有坑") == []
    await says(database, 3, "在老槐树下")
    assert [name for name, _ in await found(database, "老槐树下有坑")] == ["老槐树下"]
    again = await restarted(database)
    assert await found(again, "老槐树下有坑") == [("老槐树下", "G1")]
    await again.close()


async def test_one_person_alone_teaches_nothing_and_keeps_one_row(
    database: Database, clock: Clock
) -> None:
    await load_areas(database)
    for _ in range(4):
        clock.now += timedelta(minutes=1)
        await says(database, 1, "老槐树下")
    async with database.unit() as unit:
        uses = await unit.places.uses_of("老槐树下")
    assert [(use.person_id, use.at) for use in uses] == [(1, clock.now)]
    assert await found(database, "老槐树下") == []


async def test_a_name_is_unlearnt_when_people_do_not_agree_any_more(
    database: Database, clock: Clock
) -> None:
    await load_areas(database)
    for who in (1, 2, 3):
        await says(database, who, "老槐树下")
    for who in (4, 5, 6):
        clock.now += timedelta(minutes=1)
        await says(database, who, "老槐树下", FAR)
    assert await found(database, "老槐树下") == []


async def test_uses_of_one_unit_are_learnt_together_and_only_if_it_succeeds(
    database: Database,
) -> None:
    await load_areas(database)
    with pytest.raises(ZeroDivisionError):
        async with database.unit() as unit:
            for who in (1, 2, 3):
                unit.places.add_use(Use("老槐树下", INSIDE, who, unit.now))
            await unit.flush()
            raise ZeroDivisionError
    assert await found(database, "老槐树下") == []
    async with database.unit() as unit:
        for who in (1, 2, 3):
            unit.places.add_use(Use("老槐树下", INSIDE, who, unit.now))
    assert await found(database, "老槐树下") == [("老槐树下", "G1")]


async def test_a_loaded_place_is_not_moved_by_what_riders_say(
    database: Database,
) -> None:
    await loads(database, SHOP)
    for who in (1, 2, 3):
        await says(database, who, "万福超市", FAR)
    async with database.unit() as unit:
        (one,) = unit.places.find("万福超市")
    assert (one.entry.kind, one.entry.place) == ("shop", INSIDE)


async def test_a_taught_place_lies_in_the_middle_of_its_uses(
    database: Database,
) -> None:
    await load_areas(database)
    for who, place in ((1, INSIDE), (2, BESIDE), (3, BESIDE)):
        await says(database, who, "老槐树下", place)
    async with database.unit() as unit:
        (one,) = unit.places.find("老槐树下")
    assert (one.entry.kind, one.entry.place) == (TAUGHT, BESIDE)


@pytest.mark.parametrize("words", ["旁边", "3号", "5栋2单元", "门口", "", "😀"])
async def test_words_that_name_no_place_are_not_kept(
    database: Database, words: str
) -> None:
    await load_areas(database)
    await says(database, 1, words)
    async with database.reader() as reader:
        assert await reader.scalar(select(func.count()).select_from(place_uses)) == 0


async def test_who_is_forgotten_leaves_no_words(database: Database) -> None:
    await load_areas(database)
    for who in (1, 2):
        await says(database, who, "老槐树下")
    async with database.unit() as unit:
        await unit.places.forget(1)
        uses = await unit.places.uses_of("老槐树下")
    assert [use.person_id for use in uses] == [2]


async def test_what_nobody_said_for_a_year_is_dropped(
    database: Database, clock: Clock
) -> None:
    await load_areas(database)
    for who in (1, 2, 3):
        await says(database, who, "老槐树下")
    clock.now = MORNING + KEPT + timedelta(days=1)
    again = await restarted(database)
    assert await found(again, "老槐树下") == []
    await says(again, 4, "长桥南头")
    async with again.unit() as unit:
        assert await unit.places.uses_of("老槐树下") == []
        assert len(await unit.places.uses_of("长桥南头")) == 1
    await again.close()


async def test_many_points_lie_where_each_of_them_does(database: Database) -> None:
    await load_areas(database)
    points = [INSIDE, OUTSIDE, FAR, Place(0.0, 0.0), Place(1.0, 1.0), OUTSIDE]
    directory = database.directory
    assert directory.locate_all(points) == [directory.locate(one) for one in points]
    assert directory.locate_all([]) == []


async def test_the_areas_of_what_somebody_filed_come_newest_first(
    database: Database, clock: Clock
) -> None:
    await filed(database, filer_id=1, area="G1")
    clock.now += timedelta(hours=1)
    since = clock.now
    await filed(database, filer_id=1, area="G2")
    await filed(database, filer_id=2, area="C")
    whole = await filed(database, filer_id=1, area="G2", state=State.CLOSED)
    await filed(database, filer_id=1, area="S1", parent_id=whole.id)
    async with database.unit() as unit:
        await new_case(unit, filer_id=1, area="G1")
        assert await unit.cases.areas_of(1, since, 9) == ["G1", "G2", "G2"]
        assert await unit.cases.areas_of(1, since, 1) == ["G1"]
        assert await unit.cases.areas_of(1, MORNING, 9) == ["G1", "G2", "G2", "G1"]
        assert await unit.cases.areas_of(3, MORNING, 9) == []

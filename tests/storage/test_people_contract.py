"""People, the accounts by which they reach us, and their leaving."""

from dataclasses import replace
from datetime import timedelta

from domain.messages import Address
from domain.people import Grant, Person, Role
from handlers.people.forgetting import forget
from storage.database import Database
from tests.house import Clock
from tests.storage.making import COORDINATOR, HERE, THERE, filed, load_areas, person


async def known(database: Database, chat: Address = HERE) -> Person | None:
    async with database.unit() as unit:
        return (await unit.people.at_many([chat])).get(chat)


async def test_whoever_writes_twice_is_one_person(database: Database) -> None:
    first = await person(database)
    assert (await person(database)).id == first.id
    assert (await known(database)) == first


async def test_everything_about_a_person_comes_back_as_it_was(
    database: Database,
) -> None:
    made = await person(database)
    quiet = ((22 * 60, 8 * 60), (12 * 60, 13 * 60))
    changed = replace(
        made, name="老王 <b>", language="en", quiet=quiet, muted=True, last_area="G1"
    )
    async with database.unit() as unit:
        unit.people.change(changed)
    assert await known(database) == changed
    async with database.unit() as unit:
        unit.people.change(replace(changed, quiet=()))
    assert (await known(database)) == replace(changed, quiet=())


async def test_a_person_who_is_met_and_changed_in_one_unit_is_stored_as_changed(
    database: Database,
) -> None:
    async with database.unit() as unit:
        made = unit.people.meet(HERE, "小王")
        await unit.flush()
        unit.people.change(replace(made, last_area="G2"))
    found = await known(database)
    assert found is not None
    assert found.last_area == "G2"


async def test_seen_at_is_written_at_most_once_a_minute(
    database: Database, clock: Clock
) -> None:
    first = await person(database)
    clock.now += timedelta(seconds=59)
    assert (await person(database)).seen_at == first.seen_at
    clock.now += timedelta(seconds=2)
    assert (await person(database)).seen_at == clock.now
    found = await known(database)
    assert found is not None
    assert found.seen_at == clock.now


async def test_an_address_that_blocked_us_is_left_out_until_they_write_again(
    database: Database,
) -> None:
    made = await person(database)
    async with database.unit() as unit:
        assert await unit.people.addresses(made.id) == (HERE,)
        await unit.people.unreachable(HERE)
        assert await unit.people.addresses(made.id) == ()
    async with database.unit() as unit:
        assert await unit.people.addresses(made.id) == ()
    await person(database)
    async with database.unit() as unit:
        assert await unit.people.addresses(made.id) == (HERE,)


async def test_all_doors_of_a_person_are_known_whichever_they_came_by(
    database: Database,
) -> None:
    made = await person(database)
    async with database.unit() as unit:
        await unit.people.load([HERE])
        unit.people.add_address(made, THERE)
        assert await unit.people.addresses(made.id) == (HERE, THERE)
    async with database.unit() as unit:
        await unit.people.load([THERE])
        assert set(await unit.people.addresses(made.id)) == {HERE, THERE}
        await unit.people.unreachable(THERE)
        assert await unit.people.addresses(made.id) == (HERE,)


async def test_who_spoke_on_the_page_is_told_at_another_door_too(
    database: Database, clock: Clock
) -> None:
    made, page = await person(database), Address("web", "page")
    async with database.unit() as unit:
        unit.people.add_address(made, page)
    assert await doors(database, made) == {HERE}
    clock.now += timedelta(minutes=1)
    await person(database, page)
    assert await doors(database, made) == {HERE, page}
    clock.now += timedelta(minutes=1)
    await person(database, HERE)
    assert await doors(database, made) == {HERE}


async def doors(database: Database, made: Person) -> set[Address]:
    async with database.unit() as unit:
        return set(await unit.people.doors(made.id, all_of_them=False))


async def test_a_colleague_who_blocked_us_leaves_the_directory_and_comes_back(
    database: Database,
) -> None:
    await load_areas(database)
    made = await person(database, HERE, "李敏", COORDINATOR)
    assert database.directory.addresses == {made.id: (HERE,)}
    async with database.unit() as unit:
        await unit.people.unreachable(HERE)
    assert database.directory.addresses == {}
    async with database.unit() as unit:
        assert await unit.people.addresses(made.id) == ()
    await person(database)
    assert database.directory.addresses == {made.id: (HERE,)}


async def test_somebody_with_no_account_in_hand_is_found_by_id(
    database: Database,
) -> None:
    made = await person(database)
    async with database.unit() as unit:
        assert await unit.people.get(made.id) == made
        assert await unit.people.get(None) is None
        assert await unit.people.get(99) is None
        assert await unit.people.named([made.id, 99]) == {made.id: "小王"}
        assert await unit.people.named([]) == {}


async def test_the_directory_hears_of_a_new_name_of_a_colleague(
    database: Database,
) -> None:
    await load_areas(database)
    made = await person(database, HERE, "李敏", COORDINATOR)
    async with database.unit() as unit:
        unit.people.change(replace(made, name="李小敏", grants=(COORDINATOR,)))
    assert database.directory.staff[made.id].name == "李小敏"


async def test_who_leaves_is_removed_and_their_cases_stay_without_them(
    database: Database,
) -> None:
    await load_areas(database)
    made = await person(database, HERE, "小王", Grant(Role.COORDINATOR, "G1"))
    other = await person(database, THERE, "小刘")
    case = await filed(database, filer_id=made.id)
    theirs = await filed(database, filer_id=other.id)
    async with database.unit() as unit:
        unit.timers.set("digest", made.id, unit.now)
    async with database.unit() as unit:
        await forget(unit, made.id)
    assert database.directory.staff == {}
    async with database.unit() as unit:
        assert await unit.people.at_many([HERE]) == {}
        assert await unit.people.addresses(made.id) == ()
        assert await unit.people.named([made.id]) == {made.id: ""}
        assert await unit.timers.subjects("digest") == set()
        found = await unit.cases.get(case.id)
        kept = await unit.cases.get(theirs.id)
    assert found is not None and found.filer_id is None
    assert kept is not None and kept.filer_id == other.id
    assert (await person(database)).id != made.id


async def test_a_case_that_was_read_before_its_filer_left_is_not_written_back_with_them(
    database: Database,
) -> None:
    made = await person(database)
    case = await filed(database, filer_id=made.id)
    async with database.unit() as unit:
        found = await unit.cases.get(case.id)
        assert found is not None
        await forget(unit, made.id)
        again = await unit.cases.get(case.id)
        assert again is not None
        unit.cases.change(replace(again, alarms=1))
    async with database.unit() as unit:
        after = await unit.cases.get(case.id)
    assert after is not None and after.filer_id is None


async def test_ids_of_people_are_never_given_twice_even_after_a_unit_that_failed(
    database: Database,
) -> None:
    first = await person(database)
    try:
        async with database.unit() as unit:
            unit.people.meet(THERE, "x")
            raise ZeroDivisionError
    except ZeroDivisionError:
        pass
    assert (await known(database, THERE)) is None
    assert (await person(database, THERE)).id > first.id

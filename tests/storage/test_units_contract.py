"""One Unit is one transaction: all or nothing, one after the other, and one process only."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, func, select, text
from sqlalchemy.exc import IntegrityError

from bot.folder import hold_folder
from domain.messages import Address, Reply
from storage.database import Database
from storage.engines import async_url
from storage.file_lock import AlreadyRunning
from storage.migrate import LOCK_OF_0_2, upgrade
from storage.sent_messages import SentMessage
from storage.tables.cases import cases
from storage.tables.metadata import metadata
from tests.house import Clock
from tests.storage.another_process import (
    another_process,
    holds_database,
    holds_folder,
)
from tests.storage.making import HERE, draft, event, filed, load_areas, new_case, told


async def rows(database: Database) -> dict[str, int]:
    async with database.reader() as reader:
        return {
            name: int(await reader.scalar(select(func.count()).select_from(table)) or 0)
            for name, table in metadata.tables.items()
        }


async def test_a_unit_that_raises_leaves_nothing_in_any_table(
    database: Database, clock: Clock
) -> None:
    await load_areas(database)
    before = await rows(database)
    with pytest.raises(ZeroDivisionError):
        async with database.unit() as unit:
            await unit.prepare([event("1")])
            unit.arrivals.first_time(event("1"))
            unit.people.meet(HERE, "小王")
            case = await new_case(unit)
            await told(unit, case)
            await unit.forms.put(draft(unit))
            unit.outbox.add(HERE, Reply("x"))
            unit.sent_messages.add(SentMessage(HERE, "1", case.id, None))
            unit.timers.set("case", case.id, clock.now)
            unit.history.audit(None, "x")
            await unit.flush()
            unit.outbox.add(HERE, Reply("y"))
            raise ZeroDivisionError
    assert await rows(database) == before


async def test_a_unit_that_raises_after_changing_staff_raises_its_own_error(
    database: Database,
) -> None:
    with pytest.raises(ZeroDivisionError):
        async with database.unit() as unit:
            unit.directory_changes()
            raise ZeroDivisionError
    assert (await filed(database)).number == "YH26-0001"


async def test_a_unit_that_is_cancelled_leaves_nothing_and_blocks_nobody(
    database: Database,
) -> None:
    entered = asyncio.Event()

    async def slow() -> None:
        async with database.unit() as unit:
            await new_case(unit)
            await unit.flush()
            entered.set()
            await asyncio.sleep(60)

    task = asyncio.create_task(slow())
    await entered.wait()
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    assert (await asyncio.wait_for(filed(database), 5)).number == "YH26-0001"


async def test_four_hundred_units_that_read_and_write_keep_four_hundred(
    database: Database,
) -> None:
    made = await filed(database, alarms=0)

    async def one() -> None:
        async with database.unit() as unit:
            found = await unit.cases.get(made.id)
            assert found is not None
            await asyncio.sleep(0)
            unit.cases.change(replace(found, alarms=found.alarms + 1))

    await asyncio.gather(*(one() for _ in range(400)))
    async with database.unit() as unit:
        found = await unit.cases.get(made.id)
    assert found is not None and found.alarms == 400


async def test_numbers_stay_without_gaps_when_many_file_and_every_third_fails(
    database: Database,
) -> None:
    async def one(n: int) -> None:
        async with database.unit() as unit:
            await new_case(unit)
            if n % 3 == 0:
                await unit.flush()
                raise ZeroDivisionError

    await asyncio.gather(*(one(n) for n in range(60)), return_exceptions=True)
    async with database.reader() as reader:
        found = sorted((await reader.execute(select(cases.c.number))).scalars())
    assert found == [f"YH26-{n:04d}" for n in range(1, 41)]


async def test_a_reader_beside_a_unit_sees_only_what_is_committed(
    database: Database,
) -> None:
    async with database.unit() as unit:
        await new_case(unit)
        await unit.flush()
        assert (await asyncio.wait_for(rows(database), 5))["cases"] == 0
    assert (await rows(database))["cases"] == 1


async def test_an_error_of_the_database_does_not_tell_what_people_wrote(
    database: Database,
) -> None:
    made = await filed(database)
    with pytest.raises(IntegrityError) as caught:
        async with database.unit() as unit:
            unit.cases.add(replace(made, words="井盖松了Xq7Zk"))
    assert "Xq7Zk" not in str(caught.value)


async def test_a_flush_with_nothing_to_write_and_a_second_one_change_nothing(
    database: Database,
) -> None:
    async with database.unit() as unit:
        await unit.flush()
        await new_case(unit)
        await unit.flush()
        await unit.flush()
    assert (await rows(database))["cases"] == 1


async def test_a_thousand_letters_events_and_timers_fit_into_one_unit(
    database: Database, clock: Clock
) -> None:
    events = [event(str(n), Address("test", f"r{n}")) for n in range(1000)]
    async with database.unit() as unit:
        await unit.prepare(events, again=True)
        for n, one in enumerate(events):
            unit.arrivals.first_time(one)
            unit.people.meet(one.sender, "x")
            unit.outbox.add(one.sender, Reply("x"), replaces="k")
            unit.timers.set("case", n, clock.now + timedelta(hours=1))
            await unit.forms.put(draft(unit, one.sender))
    async with database.unit() as unit:
        await unit.prepare(events, again=True)
        assert not any(unit.arrivals.first_time(one) for one in events)
    found = await rows(database)
    assert {
        found[name]
        for name in ("seen", "people", "accounts", "outbox", "timers", "forms")
    } == {1000}


# --- tables and migrations ---


async def test_the_tables_are_what_the_migrations_make(database: Database) -> None:
    def differences(connection: Connection) -> list[object]:
        return list(compare_metadata(MigrationContext.configure(connection), metadata))

    async with database.engine.connect() as connection:
        assert await connection.run_sync(differences) == []


async def test_starting_again_on_the_same_tables_changes_nothing(
    database: Database,
) -> None:
    await filed(database)
    async with database.engine.begin() as connection:
        await connection.run_sync(upgrade)
    await database.start()
    assert (await rows(database))["cases"] == 1


def test_an_address_of_another_engine_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match="mysql"):
        async_url("mysql://x/y")


# --- one process only ---


async def test_a_second_process_on_the_same_postgres_is_refused_until_the_first_ends(
    postgres_url: str, tmp_path: Path
) -> None:
    first = Database(postgres_url)
    await first.start()
    await first.hold()
    second = Database(postgres_url)
    with pytest.raises(AlreadyRunning):
        await second.hold()
    await second.close()
    assert (
        await another_process(holds_database, postgres_url, tmp_path)
        == "another Gridbee is running on this database"
    )
    assert (await filed(first)).number == "YH26-0001"
    await first.close()
    assert await another_process(holds_database, postgres_url, tmp_path) == "held"


async def test_a_second_process_on_the_same_folder_is_refused_until_the_first_ends(
    tmp_path: Path,
) -> None:
    lock = hold_folder(tmp_path / "data")
    with pytest.raises(AlreadyRunning):
        hold_folder(tmp_path / "data")
    assert "another Gridbee is running" in await another_process(
        holds_folder, str(tmp_path / "data"), tmp_path
    )
    lock.close()
    assert (
        await another_process(holds_folder, str(tmp_path / "data"), tmp_path) == "held"
    )


@pytest.mark.parametrize("there", [False, True])
async def test_a_second_process_on_the_same_file_by_another_name_is_refused(
    tmp_path: Path, there: bool
) -> None:
    file, folder = tmp_path / "a" / "x.db", tmp_path / "b"
    second, moved = tmp_path / "second.db", tmp_path / "moved.db"
    if there:
        assert (
            await another_process(holds_database, f"sqlite:///{file}", tmp_path)
            == "held"
        )
    first = Database(f"sqlite:///{file}")
    await first.hold()
    folder.symlink_to(file.parent)
    second.hardlink_to(file)
    for name, known in ((folder / "x.db", file), (second, second)):
        told = await another_process(holds_database, f"sqlite:///{name}", tmp_path)
        assert told == f"another Gridbee is running on {known}"
    second.unlink()
    file.rename(moved)
    other = Database(f"sqlite:///{moved}")
    with pytest.raises(AlreadyRunning):
        await other.hold()
    await other.close()
    await first.close()
    assert (
        await another_process(holds_database, f"sqlite:///{moved}", tmp_path) == "held"
    )


async def test_a_house_of_0_2_is_not_moved_to_newer_tables_while_it_runs(
    postgres_url: str,
) -> None:
    new = Database(postgres_url)
    async with new.engine.connect() as old:
        await old.execute(text(f"SELECT pg_advisory_lock({LOCK_OF_0_2})"))
        with pytest.raises(AlreadyRunning):
            await new.hold()
        await old.rollback()
        await old.invalidate()
    await new.close()

"""The lease: taken by one, renewed, lost, given back; and what is written is fenced by it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from sqlalchemy import delete, select, update
from sqlalchemy.engine import make_url

from domain.messages import Address, Reply
from storage import lease as leases
from storage.database import Database
from storage.file_lock import AlreadyRunning
from storage.lease import LENGTH, MARGIN, LeaseLost
from storage.tables.house import lease
from storage.tables.messages import outbox
from tests.house import already_migrated
from tests.postgres_server import Server, empty
from tests.storage.cut_off import wire_to
from tests.telegram.town import eventually


class BootTime:
    """Seconds since the machine was started; stands still until somebody moves it."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def boot() -> BootTime:
    return BootTime()


@pytest.fixture
def wall() -> BootTime:
    """The wall clock, which stands still too."""
    return BootTime()


@pytest.fixture
async def held(database: Database, boot: BootTime) -> Database:
    database.lease._clock = boot
    await database.hold()
    return database


@pytest.fixture
async def other(held: Database, url: str) -> AsyncIterator[Database]:
    """A second house on the same database, whose file lock does not see the first one's."""
    made = Database(url)
    with already_migrated():
        await made.start()
    yield made
    await made.close()


async def says(database: Database, words: str = "x") -> None:
    async with database.unit() as unit:
        unit.outbox.add(Address("test", "r1"), Reply(words))


async def letters(database: Database) -> int:
    async with database.reader() as reader:
        return len(list(await reader.execute(select(outbox.c.id))))


async def runs_out(database: Database) -> None:
    """As if nobody had renewed it for longer than it lasts."""
    async with database.engine.begin() as connection:
        await connection.execute(update(lease).values(until=database.clock()))


async def test_its_number_grows_with_each_taking(held: Database, url: str) -> None:
    assert held.lease.number == 1
    await held.close()
    again = Database(url)
    await again.hold()
    assert again.lease.number == 2
    await again.close()


async def test_a_second_house_is_refused_at_once_and_changes_nothing(
    held: Database, url: str
) -> None:
    second = Database(url)
    with pytest.raises(AlreadyRunning):
        await second.hold()
    await second.close()
    await says(held)
    assert await letters(held) == 1


async def test_given_back_it_can_be_taken_at_once(
    held: Database, other: Database
) -> None:
    await held.close()
    await other.hold()
    await says(other)
    assert await letters(other) == 1


async def test_a_unit_of_a_house_whose_lease_was_taken_leaves_nothing(
    held: Database, other: Database
) -> None:
    await says(held)
    await runs_out(held)
    await other.lease.take()
    with pytest.raises(LeaseLost):
        await says(held)
    assert await letters(other) == 1
    assert held.lease.lost.is_set()


async def test_a_house_that_lost_it_begins_no_unit_more(
    held: Database, other: Database
) -> None:
    await runs_out(held)
    await other.lease.take()
    await held.lease.renew()
    with pytest.raises(LeaseLost):
        async with held.unit():
            raise AssertionError("begun")


async def test_a_statement_of_such_a_unit_leaves_nothing_either(
    held: Database, other: Database
) -> None:
    """It was sent before the commit, in a hop of its own."""
    await says(held)
    await runs_out(held)
    await other.lease.take()
    with pytest.raises(LeaseLost):
        async with held.unit() as unit:
            await unit.query(delete(outbox))
    assert await letters(other) == 1
    assert held.lease.lost.is_set()


async def test_what_was_undone_for_it_is_not_known_by_heart(
    held: Database, other: Database
) -> None:
    await runs_out(held)
    await other.lease.take()
    with pytest.raises(LeaseLost):
        async with held.unit() as unit:
            unit.people.meet(Address("test", "new"), "新人", "zh-CN")
    assert Address("test", "new") not in dict(held.memory.accounts.items())


async def test_a_unit_that_only_looks_does_not_ask_for_it(
    held: Database, other: Database
) -> None:
    await runs_out(held)
    await other.lease.take()
    async with held.unit() as unit:
        await unit.query(select(outbox))
    assert not held.lease.lost.is_set()


async def test_whoever_never_held_it_may_write_beside_the_house(
    held: Database, other: Database
) -> None:
    """As `gridbee invite` does."""
    async with other.unit() as unit:
        unit.people.meet(Address("test", "beside"), "旁人", "zh-CN")
    assert other.lease.number == 0


async def takes(database: Database) -> bool:
    """Whether it could be taken."""
    try:
        await database.hold()
    except AlreadyRunning:
        return False
    return True


# --- time: on PostgreSQL only, since SQLite's lock ends with its process ---


@pytest.fixture
async def on_postgres(postgres_copy: str, boot: BootTime) -> AsyncIterator[Database]:
    made = Database(postgres_copy)
    await empty(made)
    made.lease._clock = boot
    with already_migrated():
        await made.start()
    await made.hold()
    yield made
    await made.close()


@pytest.fixture
async def other_on_postgres(postgres_copy: str) -> AsyncIterator[Database]:
    made = Database(postgres_copy)
    yield made
    await made.close()


async def test_it_is_over_for_its_holder_before_it_ends(
    on_postgres: Database, boot: BootTime
) -> None:
    boot.now += LENGTH - MARGIN - 0.1
    await says(on_postgres)
    boot.now += 0.2
    with pytest.raises(LeaseLost):
        await says(on_postgres)
    assert not on_postgres.lease.lost.is_set()


async def test_a_unit_that_outlasts_it_is_undone(
    on_postgres: Database, boot: BootTime
) -> None:
    with pytest.raises(LeaseLost):
        async with on_postgres.unit() as unit:
            unit.outbox.add(Address("test", "r1"), Reply("x"))
            boot.now += LENGTH
    assert await letters(on_postgres) == 0


async def test_renewed_it_lasts_as_long_again(
    on_postgres: Database, boot: BootTime
) -> None:
    boot.now += LENGTH - MARGIN - 0.1
    await on_postgres.lease.renew()
    boot.now += LENGTH - MARGIN - 0.1
    await says(on_postgres)


async def test_a_house_that_was_paused_does_not_believe_it_before_it_is_renewed(
    on_postgres: Database, wall: BootTime
) -> None:
    on_postgres.lease._wall = wall
    await on_postgres.lease.renew()
    wall.now += 3600
    with pytest.raises(LeaseLost):
        async with on_postgres.unit():
            raise AssertionError("begun")
    await on_postgres.lease.renew()
    await says(on_postgres)


async def test_a_clock_that_is_put_back_neither_ends_nor_lengthens_it(
    on_postgres: Database, boot: BootTime, wall: BootTime
) -> None:
    on_postgres.lease._wall = wall
    await on_postgres.lease.renew()
    wall.now -= 3600
    await says(on_postgres)
    boot.now += LENGTH - MARGIN
    assert on_postgres.lease.over


async def test_a_house_that_could_not_renew_it_goes_on_where_nobody_took_it(
    on_postgres: Database, boot: BootTime
) -> None:
    boot.now += 3600
    assert on_postgres.lease.over
    await on_postgres.lease.renew()
    assert not on_postgres.lease.over
    await says(on_postgres)


async def test_a_house_whose_connections_were_all_cut_renews_it_by_new_ones(
    on_postgres: Database, other_on_postgres: Database, boot: BootTime
) -> None:
    """As a restart of the server does."""
    cut = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE "
    cut += "datname = current_database() AND pid <> pg_backend_pid()"
    async with other_on_postgres.engine.begin() as connection:
        await connection.exec_driver_sql(cut)
    boot.now += LENGTH
    await on_postgres.lease.renew()
    await says(on_postgres)
    with pytest.raises(AlreadyRunning):
        await other_on_postgres.hold()


async def test_renewals_that_fail_while_the_wire_is_cut_succeed_when_it_is_mended(
    postgres: Server,
    postgres_copy: str,
    boot: BootTime,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Nobody took it meanwhile: the number is the same, and what is known by heart is true."""
    monkeypatch.setattr(leases, "RENEWED_EVERY", 0.02)
    monkeypatch.setattr(leases, "ANSWERED_WITHIN", 0.1)
    name = make_url(postgres_copy).database
    async with wire_to(postgres.folder) as wire:
        url = f"postgresql://postgres:@127.0.0.1:{wire.port}/{name}?ssl=disable"
        made = Database(url)
        await empty(made)
        made.lease._clock = boot
        with already_migrated():
            await made.start()
        await made.hold()
        wire.cut()
        boot.now += LENGTH
        with pytest.raises(LeaseLost):
            await says(made)
        await asyncio.sleep(0.3)  # some renewals
        assert made.lease.over and not made.lease.lost.is_set()
        wire.mend()
        await eventually(lambda: held_again(made))
        await says(made)
        assert (made.lease.number, await letters(made)) == (1, 1)
        await made.close()


async def held_again(database: Database) -> bool:
    return not database.lease.over


async def test_a_dead_houses_lease_is_taken_though_the_databases_clock_was_put_back(
    on_postgres: Database, other_on_postgres: Database
) -> None:
    """Whoever waits sees that nobody renews it; while somebody does, nobody takes it."""
    own = BootTime()
    other_on_postgres.lease._clock = own
    ends = on_postgres.clock() + timedelta(hours=1)
    for renewed in range(3):
        async with on_postgres.engine.begin() as connection:
            later = ends + timedelta(seconds=renewed)
            await connection.execute(update(lease).values(until=later))
        assert not await takes(other_on_postgres)
        own.now += LENGTH - 0.1
        assert not await takes(other_on_postgres)
        own.now += 0.2
    assert await takes(other_on_postgres)
    with pytest.raises(LeaseLost):
        await says(on_postgres)


async def test_it_can_be_renewed_but_not_taken_while_a_unit_commits(
    on_postgres: Database, other_on_postgres: Database
) -> None:
    async with on_postgres.engine.begin() as connection:
        await on_postgres.lease.confirm(connection)
        await on_postgres.lease.renew()
        await runs_out(on_postgres)
        with pytest.raises(AlreadyRunning):
            await other_on_postgres.hold()
    await other_on_postgres.hold()
    assert other_on_postgres.lease.number == 2


async def test_what_a_stopped_house_has_left_open_keeps_nobody_waiting(
    on_postgres: Database, other_on_postgres: Database
) -> None:
    left = await on_postgres.engine.connect()
    await on_postgres.lease.confirm(left)
    await runs_out(on_postgres)
    await eventually(lambda: takes(other_on_postgres))
    assert other_on_postgres.lease.number == 2
    await left.invalidate()
    await left.close()

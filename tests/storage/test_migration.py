"""A district that has worked on the first tables goes on with the second ones: nothing is lost
on the way.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, text

from domain.case import Case
from domain.kinds import Kind, Urgency
from domain.messages import Address, Place
from domain.people import Grant, Role
from domain.privacy import Privacy
from domain.states import State
from storage.columns import millis
from storage.database import Database
from storage.revisions import revisions
from storage.tables.cases import cases
from storage.tables.metadata import metadata
from storage.tokens import token_hash
from storage.upgrading import config
from tests.house import MORNING, Clock
from tests.storage.migrated import Migrated

DAY = timedelta(days=1)
OLD_OPEN = ("filed", "assigned", "in_progress", "returned", "reopened")
OLD_ENDED = ("resolved", "closed", "rejected", "withdrawn")
NEW_OPEN = ("held", "verifying", "deliberating")
CASES = {n: state for n, state in enumerate((*OLD_OPEN, *OLD_ENDED), 1)}
GRANTS = ((1, "coordinator", "G1"), (1, "lead", "S1"), (2, "admin", "C"))


def old_case(n: int, state: str) -> dict[str, Any]:
    at = millis(MORNING - n * DAY)
    return {
        "id": n,
        "number": f"YH26-{n:04d}",
        "kind": "hazard",
        "category": "road",
        "urgency": "general",
        "state": state,
        "words": "地砖坏了 😀",
        "area": "G1",
        "lat": 30.5,
        "lon": 120.25,
        "place_words": "门口",
        "filer_id": 7,
        "assignee_id": 1 if n % 2 else None,
        "channel": "test",
        "filed_at": at,
        "phase_at": at + n,
        "due_at": at + 1000,
        "accept_due": at + 2000,
        "resolve_due": at + 3000,
        "accepted_at": None,
        "resolved_at": None,
        "closed_at": None,
        "alarms": 2,
        "raised": 1,
        "reopened": 0,
        "rating": None,
        "answer": "",
    }


def put(connection: Connection, table: str, *rows: dict[str, Any]) -> None:
    names = list(rows[0])
    values = ", ".join(f":{name}" for name in names)
    connection.execute(
        text(f"INSERT INTO {table} ({', '.join(names)}) VALUES ({values})"), list(rows)
    )


def first_tables(connection: Connection) -> None:
    """The tables of the first release with what a small district has in them."""
    command.upgrade(config(connection), "0001")
    people = {
        "language": "zh-CN",
        "quiet": None,
        "muted": False,
        "last_area": "G1",
        "seen_at": None,
    }
    put(
        connection,
        "people",
        *({"id": n, "name": f"人{n}", "made_at": 1, **people} for n in (1, 2, 7)),
    )
    put(
        connection,
        "accounts",
        {"channel": "test", "chat": "a", "person_id": 1, "unreachable_at": None},
    )
    put(
        connection,
        "grants",
        *({"person_id": p, "role": role, "area": area} for p, role, area in GRANTS),
    )
    put(
        connection,
        "areas",
        *(
            {
                "code": code,
                "name": code,
                "level": level,
                "parent": parent,
                "kind": "Polygon",
                "polygon": None,
            }
            for code, level, parent in (
                ("C", "district", ""),
                ("S1", "street", "C"),
                ("G1", "grid", "S1"),
            )
        ),
    )
    _cases(connection)
    _what_hangs_on_them(connection)


def _cases(connection: Connection) -> None:
    put(connection, "cases", *(old_case(n, state) for n, state in CASES.items()))
    put(connection, "counters", {"name": "hazard-2026", "value": len(CASES)})
    put(
        connection,
        "history",
        {
            "id": 1,
            "case_id": 1,
            "at": 5,
            "actor_id": 7,
            "channel": "test",
            "act": "file",
            "state": "filed",
            "words": "地砖坏了",
            "changed": "{}",
        },
    )


def _what_hangs_on_them(connection: Connection) -> None:
    put(
        connection,
        "invitations",
        {
            "hash": token_hash("secret"),
            "role": "lead",
            "area": "S1",
            "made_by": 2,
            "expires_at": millis(MORNING + DAY),
            "used_by": None,
            "used_at": None,
        },
    )
    put(
        connection,
        "media",
        {
            "id": 1,
            "case_id": 1,
            "history_id": 1,
            "form_id": None,
            "channel": "test",
            "chat": "a",
            "album": "",
            "kind": "photo",
            "ref": "r",
            "name": "",
            "mime": "image/jpeg",
            "size": 9,
            "sha": "",
            "status": "wanted",
            "tries": 0,
            "due_at": 1,
            "made_at": 1,
        },
    )


async def of_before(url: str) -> None:
    made = Database(url)
    async with made.engine.begin() as connection:
        await connection.run_sync(first_tables)
    await made.close()


@pytest.fixture
async def moved(url: str, clock: Clock, migrated: Migrated) -> AsyncIterator[Database]:
    """The database of before, after the first start of the new program."""
    await migrated.put("before", url, of_before)
    made = Database(url, clock)
    await made.start()
    yield made
    await made.close()


async def test_the_tables_are_the_same_as_those_of_a_fresh_database(
    moved: Database,
) -> None:
    def differences(connection: Connection) -> list[object]:
        return list(compare_metadata(MigrationContext.configure(connection), metadata))

    async with moved.engine.connect() as connection:
        assert await connection.run_sync(differences) == []


async def test_every_case_is_there_as_it_was_with_nothing_new_about_it(
    moved: Database,
) -> None:
    for n, state in CASES.items():
        filed = MORNING - n * DAY
        phase = filed + timedelta(milliseconds=n)
        async with moved.unit() as unit:
            found = await unit.cases.get(n)
        assert found == Case(
            n,
            f"YH26-{n:04d}",
            Kind.HAZARD,
            "road",
            Urgency.GENERAL,
            State(state),
            "地砖坏了 😀",
            "G1",
            Place(30.5, 120.25),
            "门口",
            7,
            1 if n % 2 else None,
            "test",
            filed,
            phase,
            filed + timedelta(seconds=1),
            filed + timedelta(seconds=2),
            filed + timedelta(seconds=3),
            alarms=2,
            raised=1,
            privacy=Privacy.OPEN,
            touched_at=phase,
        )


async def test_open_cases_are_still_in_the_lists_and_counted(moved: Database) -> None:
    async with moved.unit() as unit:
        assert {case.id for case in await unit.cases.open_in(["G1"], 99)} == {
            1,
            2,
            3,
            4,
            5,
        }
        assert {case.id for case in await unit.cases.carried_by(1, 99)} == {1, 3, 5}
        assert {case.id for case in await unit.cases.in_nobodys_charge(99)} == {2, 4}
        assert [case.id for case in await unit.cases.quiet_since(MORNING, 99)] == [
            5,
            4,
            3,
            2,
            1,
        ]
        assert [unit.cases.carries(one) for one in (1, 2)] == [3, 0]
        assert (await unit.cases.next_number(Kind.HAZARD, 2026))[
            1
        ] == f"YH26-{len(CASES) + 1:04d}"


async def test_roles_are_kept_and_may_now_be_held_once_for_each_post(
    moved: Database,
) -> None:
    plain = {Grant(Role.COORDINATOR, "G1"), Grant(Role.LEAD, "S1")}
    assert set(moved.directory.staff[1].grants) == plain
    assert set(moved.directory.staff[2].grants) == {Grant(Role.ADMIN, "C")}
    posts = [
        Grant(Role.COORDINATOR, "G1", post) for post in ("police", "mediator", "police")
    ]
    for post in posts:
        async with moved.unit() as unit:
            await unit.staff.grant(1, post)
    assert set(moved.directory.staff[1].grants) == plain | set(posts)


async def test_people_words_pictures_and_invitations_are_kept(moved: Database) -> None:
    async with moved.unit() as unit:
        await unit.people.load([Address("test", "a")])
        person = unit.people.meet(Address("test", "a"), "", "")
        assert (person.id, person.name, person.away_until, person.digest) == (
            1,
            "人1",
            None,
            None,
        )
        assert [line.words for line in await unit.history.of(1)] == ["地砖坏了"]
        assert [kept.status for kept in await unit.media.of_case(1)] == ["wanted"]
        assert await unit.staff.redeem("secret", 7) == Grant(Role.LEAD, "S1")


async def test_it_is_known_when_somebody_filed_last(moved: Database) -> None:
    async with moved.unit() as unit:
        filer, other = await unit.people.get(7), await unit.people.get(1)
    assert filer is not None and filer.last_filed_at == MORNING - DAY
    assert other is not None and other.last_filed_at is None


async def definitions(database: Database) -> dict[str, str]:
    """What the database itself says of the indexes of cases, by name."""
    sql = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = 'cases'"
    sql += " AND sql IS NOT NULL"
    if database.postgres:
        sql = "SELECT indexname, indexdef FROM pg_indexes WHERE tablename = 'cases'"
    async with database.reader() as reader:
        return {
            name: definition for name, definition in await reader.execute(text(sql))
        }


@pytest.mark.parametrize("name", ["cases_open", "cases_carried", "cases_quiet"])
async def test_the_indexes_of_open_cases_hold_the_new_open_states_too(
    moved: Database, name: str
) -> None:
    definition = (await definitions(moved))[name]
    where = definition[definition.upper().index(" WHERE ") :]
    assert {state for state in State if f"'{state}'" in where} == {*OLD_OPEN, *NEW_OPEN}


async def test_the_other_indexes_are_all_there(moved: Database) -> None:
    wanted = {index.name for index in cases.indexes}
    assert wanted <= set(await definitions(moved))


@pytest.mark.parametrize("state", NEW_OPEN)
async def test_an_old_case_can_come_into_a_new_state_and_stays_in_the_lists(
    moved: Database, state: str
) -> None:
    async with moved.unit() as unit:
        await unit.query(text(f"UPDATE cases SET state = '{state}' WHERE id = 7"))
    async with moved.unit() as unit:
        assert 7 in {case.id for case in await unit.cases.open_in(["G1"], 99)}
        assert 7 in {case.id for case in await unit.cases.carried_by(1, 99)}


async def test_a_second_start_changes_nothing(
    moved: Database, url: str, clock: Clock
) -> None:
    again = Database(url, clock)
    await again.start()
    async with again.unit() as unit:
        assert len(await unit.cases.open_in(["G1"], 99)) == 5
    await again.close()


async def test_a_migration_that_is_cut_off_leaves_the_tables_of_before(
    url: str, clock: Clock
) -> None:
    """Who is killed in the middle of it starts once more with all that was there."""

    def cut_off(connection: Connection) -> None:
        command.upgrade(config(connection), "head")
        raise KeyboardInterrupt

    def names(connection: Connection) -> set[str]:
        return set(inspect(connection).get_table_names())

    made = Database(url, clock)
    async with made.engine.begin() as connection:
        await connection.run_sync(first_tables)
        before = await connection.run_sync(names)
    with pytest.raises(KeyboardInterrupt):
        async with made.engine.begin() as connection:
            await connection.run_sync(cut_off)
    async with made.engine.connect() as connection:
        assert await connection.run_sync(names) == before
    await made.start()
    async with made.unit() as unit:
        assert await unit.places.all() == []
        assert await unit.cases.get(1) is not None
    await made.close()


def test_the_names_of_the_migrations_tell_their_revisions() -> None:
    scripts = ScriptDirectory.from_config(config())
    known = {script.revision for script in scripts.walk_revisions()}
    assert revisions() == (known, scripts.get_current_head())

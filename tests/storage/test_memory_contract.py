"""What a process knows by heart is what was committed: a Unit that fails leaves no trace in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta

import pytest

from domain.area import Area
from domain.messages import Event, Media, MediaKind, Place
from domain.states import State
from handlers.people.forgetting import forget
from storage import database as databases
from storage.asynchronous import AsyncConnection
from storage.database import Database
from storage.memory.directory import Directory
from storage.unit import Unit
from tests.house import MORNING
from tests.storage.making import HERE, filed, load_areas, new_case, person

PLACE, LONG_AGO = Place(30.5, 120.25), MORNING - timedelta(weeks=12)
EVENT = Event("x", HERE, HERE)
HASH = 0x0F1E2D3C4B5A6978


class Fails(Exception):
    """What a Unit fails with here."""


def photo(unit: Unit, dhash: int | None = HASH) -> int:
    return unit.media.add(EVENT, Media(MediaKind.PHOTO, "r", dhash=dhash), None)


async def test_a_media_row_and_its_hash_are_known_once_they_are_committed(
    database: Database,
) -> None:
    async with database.unit() as unit:
        made = photo(unit)
        await unit.flush()
        assert unit.media.hashes([made]) == (HASH,)
        assert database.memory.media.rows == {}
    assert database.memory.media.rows[made].media.ref == "r"
    assert database.memory.media.hashes == {made: HASH}


async def test_a_unit_that_fails_leaves_no_media_row_and_no_hash(
    database: Database,
) -> None:
    async with database.unit() as unit:
        kept = photo(unit, None)
    with pytest.raises(Fails):
        async with database.unit() as unit:
            photo(unit)
            await unit.flush()
            await unit.media.settle(kept, dhash=HASH)
            raise Fails
    assert database.memory.media.rows.keys() <= {kept}
    assert database.memory.media.hashes == {}


async def test_what_became_of_a_fetch_is_not_shown_from_memory(
    database: Database,
) -> None:
    async with database.unit() as unit:
        made = photo(unit)
        await unit.media.settle(made, status="stored", sha="s")
    assert database.memory.media.rows == {}


async def test_a_picture_that_is_given_to_a_case_is_the_case_s_in_memory_too(
    database: Database,
) -> None:
    async with database.unit() as unit:
        made = photo(unit)
    async with database.unit() as unit:
        unit.media.give_to([made], 5, 8)
        assert database.memory.media.rows[made].case_id is None
    kept = database.memory.media.rows[made]
    assert (kept.case_id, kept.history_id) == (5, 8)
    async with database.unit() as unit:
        assert await unit.media.get_many([made]) == [kept]


async def test_nobody_is_remembered_for_no_open_case(database: Database) -> None:
    filer = await person(database)
    made = await filed(database, assignee_id=1, filer_id=filer.id)
    await filed(database, filer_id=filer.id)
    async with database.unit() as unit:
        await unit.cases.get(made.id)
        unit.cases.change(replace(made, state=State.CLOSED))
    assert database.memory.carried == Counter()
    assert 1 not in database.memory.carried
    async with database.unit() as unit:
        await forget(unit, filer.id)
    assert filer.id not in database.memory.waiting


async def test_a_unit_that_fails_leaves_no_case_nearby_and_no_count(
    database: Database,
) -> None:
    made = await filed(database, assignee_id=1, filer_id=7)
    with pytest.raises(Fails):
        async with database.unit() as unit:
            await new_case(unit, assignee_id=1, filer_id=7)
            await unit.cases.get(made.id)
            unit.cases.change(replace(made, state=State.CLOSED))
            await unit.flush()
            raise Fails
    assert database.memory.carried == {1: 1}
    assert database.memory.waiting == {7: 1}
    found = database.memory.nearby.near("road", PLACE, 250, LONG_AGO, 9)
    assert found == [made.id]


async def test_a_leaving_that_fails_takes_no_filer_out_of_what_is_remembered(
    database: Database,
) -> None:
    filer = await person(database)
    made = await filed(database, filer_id=filer.id)
    with pytest.raises(Fails):
        async with database.unit() as unit:
            await forget(unit, filer.id)
            await unit.similar.matters_near("road", PLACE, LONG_AGO, 250)
            raise Fails
    async with database.unit() as unit:
        near = await unit.similar.matters_near("road", PLACE, LONG_AGO, 250)
        (found,) = await unit.similar.cases_of(near)
    assert (found.id, found.filer_id) == (made.id, filer.id)


async def test_a_directory_that_was_read_in_a_unit_that_fails_is_read_again(
    database: Database,
) -> None:
    await load_areas(database)
    with pytest.raises(Fails):
        async with database.unit() as unit:
            await unit.areas.replace([Area("X", "新区", "district")])
            await unit.directory_now()
            assert set(unit.directory.areas) == {"X"}
            raise Fails
    assert set(database.directory.areas) == {"C", "S1", "G1", "G2"}


@contextmanager
def cut_off(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Nobody can read the directory anew at the end of a Unit."""

    async def gone(connection: AsyncConnection, reaches: object) -> Directory:
        raise OSError

    with monkeypatch.context() as patched:
        patched.setattr(databases, "load_directory", gone)
        yield


async def renamed(unit: Unit, name: str) -> None:
    await unit.areas.replace([Area("X", name, "district")])
    await unit.directory_now()


async def test_a_directory_that_cannot_be_read_again_is_the_one_of_before(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    await load_areas(database)
    with cut_off(monkeypatch), pytest.raises(Fails):
        async with database.unit() as unit:
            await renamed(unit, "新区")
            raise Fails
    assert set(database.directory.areas) == {"C", "S1", "G1", "G2"}
    async with database.unit() as unit:
        assert set(unit.directory.areas) == {"C", "S1", "G1", "G2"}


async def test_what_could_not_be_read_after_a_commit_is_read_before_the_next_unit(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    await load_areas(database)
    with cut_off(monkeypatch):
        async with database.unit() as unit:
            await unit.areas.replace([Area("X", "新区", "district")])
            unit.directory_changes()
    with cut_off(monkeypatch), pytest.raises(OSError):
        async with database.unit():
            pass
    async with database.unit() as unit:
        assert set(unit.directory.areas) == {"X"}


async def test_where_somebody_stood_or_spoke_in_a_unit_that_fails_is_not_remembered(
    database: Database,
) -> None:
    with pytest.raises(Fails):
        async with database.unit() as unit:
            made = unit.people.meet(HERE, "小王")
            unit.stations.stands(HERE, PLACE)
            assert unit.stations.stood(HERE) == PLACE
            assert unit.people.heard_since(HERE, LONG_AGO)
            assert await unit.people.doors(made.id, all_of_them=False) == (HERE,)
            raise Fails
    async with database.unit() as unit:
        assert unit.stations.stood(HERE) is None
        assert not unit.people.heard_since(HERE, LONG_AGO)
        unit.people.meet(HERE, "小王")
        unit.stations.stands(HERE, PLACE)
    async with database.unit() as unit:
        assert unit.stations.stood(HERE) == PLACE
        assert unit.people.heard_since(HERE, LONG_AGO)

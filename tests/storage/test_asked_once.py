"""What was asked is not asked again before something is written, on both databases."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any
from unittest.mock import patch

from sqlalchemy import Executable

from domain.messages import Place
from domain.places.taught import Use
from storage.database import Database
from storage.places import LATEST
from storage.session import Session
from tests.storage.making import load_areas, new_case

FILER = 7


@contextmanager
def questions() -> Iterator[list[Executable]]:
    asked: list[Executable] = []
    run: Any = Session.run

    async def noted(self: Session, statement: Executable, params: Any = None) -> Any:
        if statement.is_select:
            asked.append(statement)
        return await run(self, statement, params)

    with patch.object(Session, "run", noted):
        yield asked


async def two_filed(database: Database) -> None:
    async with database.unit() as unit:
        for _ in range(2):
            await new_case(unit, filer_id=FILER)


async def test_whoever_asks_for_more_or_less_of_ones_own_asks_once(
    database: Database,
) -> None:
    await two_filed(database)
    async with database.unit() as unit:
        with questions() as asked:
            newest = await unit.cases.filed_by(FILER, 1)
            some = await unit.cases.filed_by(FILER, 5)
            still_open = [await unit.cases.open_of(FILER, most) for most in (1, 2, 5)]
    assert [len(newest), len(some), *map(len, still_open)] == [1, 2, 1, 2, 2]
    assert newest == some[:1]
    assert len(asked) == 2


async def test_nobodys_answer_is_anothers(database: Database) -> None:
    await two_filed(database)
    async with database.unit() as unit:
        assert len(await unit.cases.filed_by(FILER, 5)) == 2
        assert await unit.cases.filed_by(FILER + 1, 5) == []


async def test_what_was_written_since_is_seen(database: Database) -> None:
    await two_filed(database)
    async with database.unit() as unit:
        (newest, _) = await unit.cases.filed_by(FILER, 5)
        unit.cases.change(replace(newest, words="地砖坏了"))
        assert (await unit.cases.filed_by(FILER, 5))[0].words == "地砖坏了"
        made = await new_case(unit, filer_id=FILER)
        assert [one.id for one in await unit.cases.filed_by(FILER, 1)] == [made.id]
        assert (await unit.cases.open_of(FILER, 1))[0].id == made.id
        assert await unit.followers.followed_by(FILER) == []
        await unit.followers.add(made.id, [FILER])
        assert await unit.followers.followed_by(FILER) == [made.id]


async def test_what_a_case_is_taken_from_is_no_longer_found(database: Database) -> None:
    await two_filed(database)
    async with database.unit() as unit:
        assert len(await unit.cases.filed_by(FILER, 5)) == 2
        await unit.cases.forget_filer(FILER)
        assert await unit.cases.filed_by(FILER, 5) == []
        assert await unit.cases.open_of(FILER, 5) == []


async def test_what_a_name_means_is_asked_once_however_many_used_it(
    database: Database,
) -> None:
    await load_areas(database)
    with questions() as asked:
        async with database.unit() as unit:
            for who in range(4):
                unit.places.add_use(Use("老槐树下", Place(0.5, 0.5), who, unit.now))
                await unit.cases.filed_by(who, 1)
            assert not unit.places.find("老槐树下")
    assert [one is LATEST for one in asked] == [False] * 4 + [True]
    async with database.unit() as unit:
        (found,) = unit.places.find("老槐树下")
    assert found.entry.area == "G1"

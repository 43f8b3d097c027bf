"""The whole house on a real PostgreSQL: one case from the rider's words to the thanks."""

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from domain.acts import Act
from domain.states import State
from storage.tables.messages import seen as seen_table
from tests.house import TestHouse


async def test_a_hazard_is_filed_taken_solved_and_confirmed_on_postgres(
    postgres_url: str, tmp_path: Path
) -> None:
    async with TestHouse(tmp_path, url=postgres_url) as house:
        number = await house.files_hazard()
        await house.coordinator.presses("接单")
        await house.fetches()
        await house.passes(minutes=20)
        await house.coordinator.presses("办好了")
        await house.coordinator.says("换了新井盖")
        await house.rider.presses("已解决")
        async with house.database.unit() as unit:
            case = await unit.cases.by_number(number)
            assert case is not None
            story = [line.act for line in await unit.history.of(case.id)]
            media = await unit.media.of_case(case.id)
            assert await unit.arrivals.quarantined() == []
        assert (case.state, case.answer, case.due_at) == (
            State.CLOSED,
            "换了新井盖",
            None,
        )
        assert story == [Act.FILE, Act.ASSIGN, Act.ACCEPT, Act.RESOLVE, Act.CONFIRM]
        assert [kept.status for kept in media] == ["stored"]


@pytest.mark.parametrize(
    "poison",
    ["坑\x00坑", "坑\ud800坑", "\x00"],
    ids=["nul", "lone surrogate", "only nul"],
)
async def test_words_that_no_database_takes_stop_nobody_else(
    url: str, tmp_path: Path, poison: str
) -> None:
    async with TestHouse(tmp_path, url=url) as house:
        await house.rider.says(poison)
        await house.second_rider.says("电动车爆胎了")
        assert house.second_rider.sees
        assert house.rider.sees


async def test_an_event_that_the_database_refuses_is_put_aside_and_the_others_are_handled(
    url: str, tmp_path: Path
) -> None:
    async with TestHouse(tmp_path, url=url) as house:
        good = await house.rider.says("电动车爆胎了")
        bad = replace(
            good, external_id="x" * 9, name="a\x00b", text="你好\x00", raw={"n": "\x00"}
        )
        await house.take(
            bad,
            replace(
                good,
                external_id="later",
                sender=house.second_rider.address,
                chat=house.second_rider.address,
            ),
        )
        assert house.second_rider.sees
        async with house.database.reader() as reader:
            seen = set(
                (await reader.execute(select(seen_table.c.external_id))).scalars()
            )
        assert {"later", bad.external_id} <= seen

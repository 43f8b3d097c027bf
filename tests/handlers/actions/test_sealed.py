"""A report about a shop before the morning's batch: by no command and no press does anybody but its
filer learn that it is there. Made from the tables: a new door is tried by being a row.
"""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from domain.messages import Event
from domain.privacy import Privacy
from handlers.dialog.setup import Setup
from storage.figures.register_query import Query
from storage.figures.reports import Figures
from storage.figures.scope import Scope
from storage.figures.summing import summed
from tests.handlers.actions.everybody import NOBODY, STAFF, Everybody
from tests.handlers.actions.test_matrix import PRESSED, SENT, VALUES
from tests.house import MORNING, TestHouse

DRAWN = re.compile(r"(?<=:)\w{8,}|\w{5}-\w{5}|[\w-]{16,}|YH26-000[45]", re.ASCII)
SHOP = "YH26-0004"
WORDS = "黄焖鸡店后厨有老鼠"
SAID = ("", SHOP, "老鼠", "G01", "食品安全")
WHO = (*STAFF, *NOBODY)


@pytest.fixture
async def everybody(tmp_path: Path) -> AsyncIterator[Everybody]:
    setup = Setup(
        links={"test": "test:{code}"}, most_messages_a_minute=10_000, shops_at=510
    )
    async with TestHouse(tmp_path, setup=setup) as house:
        made = Everybody(house)
        await made.come()
        yield made


async def files(everybody: Everybody) -> int:
    """Returns the case's id."""
    await everybody.house.files_hazard(everybody.actors["filer"], WORDS)
    async with everybody.house.database.unit() as unit:
        case = await unit.cases.by_number(SHOP)
    assert case is not None
    assert case.sealed and case.privacy is Privacy.CONFIDENTIAL
    return case.id


def commands(everybody: Everybody, name: str) -> Iterator[Event]:
    for command in SENT:
        for said in SAID:
            yield everybody.event(name, text=f"/{command} {said}".strip())


async def answers(everybody: Everybody, name: str) -> list[tuple[str, list[str]]]:
    """What each command says, but for codes and numbers that are given anew."""
    found = []
    for event in commands(everybody, name):
        outcome = await everybody.tries(name, event)
        said = [f"{chat}: {DRAWN.sub('CODE', text)}" for chat, _, text in outcome.said]
        found.append((event.text, said))
    return found


async def test_every_command_answers_as_if_it_were_not_there(
    everybody: Everybody,
) -> None:
    before = {name: await answers(everybody, name) for name in WHO}
    await files(everybody)
    for name in WHO:
        for then, now in zip(before[name], await answers(everybody, name), strict=True):
            assert now == then, name
    told = await everybody.tries(
        "filer", everybody.event("filer", text=f"/case {SHOP}")
    )
    assert WORDS in told.to(everybody.actors["filer"])


async def test_no_press_finds_it_or_does_anything_to_it(everybody: Everybody) -> None:
    case_id = await files(everybody)
    for name in WHO:
        for press in PRESSED:
            value = VALUES.get(press, "")
            there, absent = [
                await everybody.tries(
                    name, everybody.press(name, f"c:{one}:{press}{value}")
                )
                for one in (case_id, 999)
            ]
            assert there.said == absent.said, f"{press} by {name}"


async def test_nobody_hears_of_it_before_the_morning_and_then_one_has_it(
    everybody: Everybody,
) -> None:
    house, filer = everybody.house, everybody.actors["filer"]
    await files(everybody)
    await filer.says(f"/case {SHOP}")
    await filer.presses("补充")
    await filer.says("过期牛奶也倒回去用")
    assert SHOP in filer.last.text
    await house.passes(hours=22, minutes=29)
    assert not hear(house)
    await house.passes(minutes=2)
    assert len(hear(house)) == 1


def hear(house: TestHouse) -> list[str]:
    """In which chats, but for the filer's, its number stands."""
    return [
        chat
        for chat, shown in house.channel.chats.items()
        if chat != house.rider.chat and any(SHOP in one.text for one in shown)
    ]


async def test_no_figure_list_or_register_counts_it_before_the_morning(
    everybody: Everybody,
) -> None:
    house = everybody.house
    before = await figures(everybody)
    await files(everybody)
    assert await figures(everybody) == before
    await house.passes(hours=22, minutes=31)
    counted = zip(await figures(everybody), before, strict=True)
    assert all(now != then for now, then in counted)


async def figures(everybody: Everybody) -> list[object]:
    """All that is counted or written down of Monday's cases."""
    house = everybody.house
    day, zone, span = MORNING.date(), house.setup.zone, timedelta(days=1)
    async with house.database.unit() as unit:
        areas = frozenset(unit.directory.areas)
        scope = Scope(areas, areas)
        query = Query(scope, MORNING - span, MORNING + span)
        rows = unit.register.rows(query, ["number"], 99)
        return [
            await unit.cases.count_open(areas),
            await unit.register.count(query),
            [row async for part in rows for row in [part]],
            sum(
                (await unit.reports.figures(set(areas), query.since)).values(),
                Figures(),
            ).filed,
            sum(one[0] for one in (await unit.reports.standing(scope)).values()),
            summed(
                (await unit.reports.counted(zone, day, day, scope)).values()
            ).plain(),
            summed((await unit.daily.between(zone, day, day, scope)).values()).plain(),
            len(await unit.reports.spots(scope, span * 2, 99)),
        ]

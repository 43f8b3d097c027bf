"""What takes long to count is answered later, from beside the writer, with the same words."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from domain.case import Case
from domain.people import Grant, Role
from handlers.stats import figures, gathering, register, similar
from handlers.stats.beside import KINDS
from handlers.texts.sentences import label
from tests.house import Actor, TestHouse

SOON = label("zh-CN", "stats-soon")
ASKED = ("/stats", "/stats 今年 分类", "/stats 幸福街道 上月", "/stats 7天 网格")


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[TestHouse]:
    async with TestHouse(tmp_path) as made:
        for number, area in enumerate(("G01", "G02", "G01")):
            rider = Actor(made, f"r{number}", "小王")
            await made.files_hazard(rider, f"地砖坏了{number}", area)
        await made.second_coordinator.says("/resolve YH26-0001 修好了")
        yield made


@pytest.fixture
def everything_is_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(figures, "MOST_HERE", -1)
    monkeypatch.setattr(register, "MOST_HERE", -1)
    monkeypatch.setattr(similar, "MOST_HERE", -1)


async def counts(house: TestHouse) -> None:
    await house.ticks.tick("figures")
    await house.settle()


@pytest.mark.parametrize("said", ASKED)
async def test_the_figures_are_the_same_later(
    house: TestHouse, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    await house.admin.says(said)
    at_once, buttons = house.admin.last.text, house.admin.last.labels
    monkeypatch.setattr(figures, "MOST_HERE", -1)
    await house.admin.says(said)
    assert house.admin.last.text == SOON
    await counts(house)
    assert (house.admin.last.text, house.admin.last.labels) == (at_once, buttons)
    before = len(house.admin.sees)
    await counts(house)
    assert len(house.admin.sees) == before


@pytest.mark.usefixtures("everything_is_long")
async def test_a_press_changes_its_message_later(house: TestHouse) -> None:
    await house.admin.says("/stats")
    await counts(house)
    shown = house.admin.last
    await house.admin.presses("今年")
    assert house.admin.toast == SOON
    before = shown.text
    await counts(house)
    assert shown.text != before
    assert "2026 年" in shown.text


@pytest.mark.usefixtures("everything_is_long")
async def test_a_chart_comes_later(house: TestHouse) -> None:
    await house.admin.says("/stats 图")
    await counts(house)
    await house.fetches()
    assert any(one.reply.photos for one in house.admin.sees)


@pytest.mark.usefixtures("everything_is_long")
async def test_a_register_comes_later(house: TestHouse) -> None:
    await house.admin.says("/register 今年")
    assert house.admin.last.text == SOON
    await counts(house)
    await house.fetches()
    assert "3 行" in house.admin.last.text


async def test_common_problems_are_the_same_later(
    house: TestHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(3):
        await house.files_hazard(Actor(house, f"s{number}", "小王"), "井盖没了", "G01")
    await house.coordinator.says("/similar")
    at_once, buttons = house.coordinator.last.text, house.coordinator.last.labels
    assert "井盖" in at_once
    monkeypatch.setattr(similar, "MOST_HERE", -1)
    await house.coordinator.says("/similar")
    assert house.coordinator.last.text == SOON
    await counts(house)
    told = house.coordinator.last
    assert (told.text, told.labels) == (at_once, buttons)


async def test_what_takes_long_to_compare_is_compared_in_no_turn(
    house: TestHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither a Unit nor the loop waits for it."""
    compared: list[int] = []

    def watched(wanted: similar.Question, cases: list[Case]) -> list[list[Case]]:
        compared.append(threading.get_ident())
        return similar.reckon(wanted, cases)

    monkeypatch.setattr(similar, "MOST_HERE", -1)
    monkeypatch.setitem(KINDS, "similar", replace(KINDS["similar"], reckon=watched))
    await house.admin.says("/similar")
    await counts(house)
    assert compared
    assert threading.get_ident() not in compared


@pytest.mark.usefixtures("everything_is_long")
async def test_who_may_not_ask_any_more_hears_no_figures(house: TestHouse) -> None:
    await house.lead.says("/stats")
    async with house.database.unit() as unit:
        person = house.people["lead"]
        await unit.staff.revoke(person.id, Grant(Role.LEAD, "G01"))
    await counts(house)
    assert house.lead.last.text == SOON
    async with house.database.unit() as unit:
        assert await unit.timers.subjects("figures") == set()


@pytest.mark.usefixtures("everything_is_long")
async def test_an_order_outlives_a_restart_and_is_answered_once(
    house: TestHouse,
) -> None:
    await house.admin.says("/stats")
    await house.restarts()
    await counts(house)
    assert "收到" in house.admin.last.text
    async with house.database.unit() as unit:
        assert await unit.timers.subjects("figures") == set()
        assert not [
            one
            for one in await unit.forms.of(house.admin.address)
            if one.name == "mark:figures"
        ]


@pytest.mark.usefixtures("everything_is_long")
async def test_nobody_waits_while_it_is_counted(
    house: TestHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A Unit is open at no moment at which cases are counted."""
    await house.admin.says("/stats 今年")
    gather = gathering.gather

    async def watched(source: gathering.Source, wanted: gathering.Question) -> object:
        async with house.database.unit():  # would wait for ever for one that is open
            pass
        return await gather(source, wanted)

    monkeypatch.setitem(KINDS, "stats", replace(KINDS["stats"], gather=watched))
    await counts(house)
    assert "2026 年" in house.admin.last.text


async def test_the_rows_of_the_past_are_there_at_once_and_day_by_day(
    house: TestHouse,
) -> None:
    house.clock.now = house.clock.now.replace(hour=4)
    await house.passes(days=3)
    async with house.database.unit() as unit:
        assert await unit.daily.todo(house.setup.zone) != []
    await house.ticks.tick("daily")
    async with house.database.unit() as unit:
        assert await unit.daily.todo(house.setup.zone) == []

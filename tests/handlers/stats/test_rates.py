"""/stats as people read it: the right figures for who asks, in the words of either language,
however it is asked.
"""

from __future__ import annotations

import json
import re
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from domain.acts import Act
from domain.kinds import Kind
from domain.messages import Address, Event, EventKind
from domain.people import Grant, Person, Role
from domain.privacy import Privacy
from domain.states import State
from handlers.dialog.turn import Refused, Turn
from handlers.stats import queries
from handlers.stats.rates import percent
from storage.tables.media import media as media_table
from tests.house import Actor, TestHouse
from tests.storage.making import new_case
from tests.storage.reckoning import Export, Row, export, rates, reckon

TODAY = date(2026, 11, 23)
DAY = timedelta(days=1)
HOUR = timedelta(hours=1)
GRIDS = {"G01": 14, "G02": 12, "G08": 11, "G07": 3}  # area → cases
LABELS = {
    "closing": r"办结率 (\S+) ·",
    "response": r"按时接单 (\S+) ·",
    "on_time": r"按时答复 (\S+)\n",
}


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[TestHouse]:
    """A month of cases in four grids, some of which the unit CG has."""
    async with TestHouse(tmp_path) as made:
        async with made.database.unit() as unit:
            for area, many in GRIDS.items():
                for number in range(many):
                    case = await new_case(unit, area=area, **lived(number, unit.now))
                    unit.cases.change(
                        replace(case, office="CG" if number % 3 == 0 else "")
                    )
                    if case.state is State.CLOSED:
                        unit.history.add(case, Act.RESOLVE, 3, "test")
                        unit.history.add(case, Act.CONFIRM, 100 + number, "test")
        yield made


def lived(number: int, now: object) -> dict[str, Any]:
    """What became of the nth case of a grid: every third still waits, every seventh was no
    matter of ours.
    """
    filed = now - DAY * (number + 1)  # type: ignore[operator]
    kind, category = [(Kind.HAZARD, "road"), (Kind.WISH, "rest")][number % 2]
    ends = (
        State.REJECTED
        if number % 7 == 6
        else State.ASSIGNED
        if number % 3 == 2
        else State.CLOSED
    )
    taken = (
        {"accepted_at": filed + HOUR, "accept_took": 600.0 * (number + 1)}
        if ends is State.CLOSED
        else {}
    )
    done = (
        {"resolved_at": filed + 5 * HOUR, "resolve_took": 7200.0 + number}
        if ends is State.CLOSED
        else {}
    )
    return {
        "kind": kind,
        "category": category,
        "state": ends,
        "filed_at": filed,
        "accept_due": filed + 2 * HOUR,
        "resolve_due": filed + 8 * HOUR,
        "due_at": filed + 8 * HOUR,
        "closed_at": filed + 6 * HOUR if taken else None,
        **taken,
        **done,
    }


async def everything(house: TestHouse) -> Export:
    return await export(house.database)


async def says(actor: Actor, words: str) -> str:
    await actor.says(f"/stats {words}".strip())
    return actor.last.text


def fits(row: Row, areas: str, **wanted: str) -> bool:
    return row["area"] in areas.split() and all(
        row[name] == value for name, value in wanted.items()
    )


@pytest.mark.parametrize(
    ("words", "areas", "wanted"),
    [
        ("", "G01 G02 G07 G08", {}),
        ("30d", "G01 G02 G07 G08", {}),
        ("S1", "G01 G02 G03 G04 G05 G06 G07 G08", {}),
        ("G01", "G01", {}),
        ("CG", "G01 G02 G07 G08", {"office": "CG"}),
        ("隐患", "G01 G02 G07 G08", {"kind": "hazard"}),
        ("道路井盖 城管", "G01 G02 G07 G08", {"category": "road", "office": "CG"}),
        ("G02 心愿 7d", "G02", {"kind": "wish"}),
    ],
)
async def test_the_figures_shown_are_the_reckoned_ones(
    house: TestHouse, words: str, areas: str, wanted: dict[str, str]
) -> None:
    if words == "S1":
        directory = house.database.directory
        areas = " ".join(code for code in GRIDS if "S1" in directory.path(code))
    text = await says(house.admin, words)
    days = 7 if "7d" in words else 30
    rows = await everything(house)
    expected = reckon(
        rows,
        house.clock.now,
        TODAY - (days - 1) * DAY,
        TODAY,
        lambda row: fits(row, areas, **wanted),
    )
    shown = text.rpartition("近 ")[2]
    assert (
        f"收到 {expected['filed']} · 办好 {expected['resolved']} · 办结 {expected['closed']}"
        in shown
    )
    said = rates(expected)
    assert {name: re.findall(label, shown)[0] for name, label in LABELS.items()} == {
        name: percent(said[name]) for name in LABELS
    }
    assert (
        f"满意 {percent(said['satisfaction'])}（{expected['replies']} 个回答）" in shown
    )


async def test_the_lines_have_no_rate_for_fewer_than_ten_and_stand_below(
    house: TestHouse,
) -> None:
    text = await says(house.admin, "网格")
    rows = await everything(house)
    lines = re.findall(r"· (.+?)：(\d+) 件，没办好 (\d+)，(?:办结率 )?(\S+)", text)
    shown = [rate for _, _, _, rate in lines]
    assert shown == sorted(
        shown,
        key=lambda rate: (rate == "–", int(rate.rstrip("%")) if rate != "–" else 0),
    )
    assert sum(int(filed) for _, filed, _, _ in lines) == len(rows.cases)
    small = await says(house.admin, "G07")
    assert "办结率 –" in small and "不到 10 件，不算比率" in small


async def test_who_leads_a_grid_sees_that_grid_and_no_other(house: TestHouse) -> None:
    text = await says(house.lead, "")
    assert f"收到 {GRIDS['G01']} " in text and "幸福路口" in text
    assert "G08 不归你管" in await says(house.lead, "G08")
    assert "没有" in await says(house.lead, "C")
    cases = [
        row for row in (await everything(house)).cases if fits(row, "G01", office="CG")
    ]
    assert f"收到 {len(cases)} " in await says(house.lead, "CG")


async def test_who_leads_a_unit_sees_what_the_unit_has_everywhere(
    house: TestHouse,
) -> None:
    async with house.database.unit() as unit:
        lead = unit.people.meet(Address("test", "chengguan"), "城管科长", "zh-CN")
        await unit.staff.grant(lead.id, Grant(Role.LEAD, "CG"))
    text = await says(Actor(house, "chengguan", "城管科长"), "")
    assert (
        f"收到 {sum(row['office'] == 'CG' for row in (await everything(house)).cases)} "
        in text
    )


async def test_a_rider_and_a_coordinator_have_no_figures_even_by_a_button(
    house: TestHouse,
) -> None:
    for actor in (house.rider, house.coordinator):
        assert "/help" in await says(actor, "")
        for data in ("s:chart", "s:G01 category"):
            await actor.does(
                kind=EventKind.PRESS, data=data, press_ref="1", message_id="m1"
            )
        assert not any(
            "收到" in shown.text or shown.reply.photos for shown in actor.sees
        )


async def test_a_button_changes_the_message_and_keeps_what_was_asked(
    house: TestHouse,
) -> None:
    await says(house.admin, "S1 7天")
    before = len(house.admin.sees)
    await house.admin.presses("按分类")
    assert len(house.admin.sees) == before
    assert "各分类" in house.admin.last.text and "近 7 天" in house.admin.last.text
    await house.admin.presses("上月")
    assert (
        "2026 年 10 月" in house.admin.last.text
        and "各分类" not in house.admin.last.text
    )


async def test_a_chart_comes_as_a_second_letter_below_the_figures(
    house: TestHouse,
) -> None:
    await says(house.admin, "图 本月")
    figures, picture = house.admin.sees[-2:]
    assert "收到" in figures.text and not figures.reply.photos
    async with house.database.unit() as unit:
        (row,) = await unit.query(
            select(media_table.c.ref).where(media_table.c.id == picture.reply.photos[0])
        )
    spec = json.loads(row.ref)
    assert [one["name"] for one in spec["series"]] == ["收到", "已办结", "办结率"]
    assert len(spec["labels"]) == 12 and sum(spec["series"][0]["values"]) == sum(
        GRIDS.values()
    )
    await house.admin.presses("📈 图")
    assert house.admin.last.reply.photos


async def test_the_same_month_of_last_year_stands_beside_it_where_there_was_anything(
    house: TestHouse,
) -> None:
    assert "一年前" not in await says(house.admin, "本月")
    async with house.database.unit() as unit:
        for number in range(50):
            await new_case(
                unit,
                filed_at=unit.now - 365 * DAY + HOUR * number / 10,
                area="G01",
                state=State.CLOSED,
            )
    filed = int(re.findall(r"收到 (\d+)", await says(house.admin, "本月"))[0])
    change = f"{100 * (filed - 50) / 50:+.0f}%".replace("-", "−")
    assert f"一年前同期：收到 50（现在 {change}），办结率 100%" in house.admin.last.text


async def test_a_confidential_case_counts_and_none_of_its_words_are_shown(
    house: TestHouse,
) -> None:
    async with house.database.unit() as unit:
        await new_case(
            unit,
            area="G07",
            category="dispute",
            kind=Kind.HELP,
            privacy=Privacy.CONFIDENTIAL,
            words="欠薪三个月",
        )
    text = await says(house.admin, "G07 分类")
    assert "劳动纠纷：1 件" in text and "欠薪" not in text


def asked(house: TestHouse, words: str) -> queries.Asked:
    admin = Person(1, "陈主任", "zh-CN", (Grant(Role.ADMIN, "C"),))
    here = Address("test", "admin")
    unit = type(
        "Still", (), {"directory": house.database.directory, "now": house.clock.now}
    )()
    return queries.read(Turn(Event("1", here, here), unit, house.setup, admin), words)


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("", "2026-10-25", "2026-11-23"),
        ("7d", "2026-11-17", "2026-11-23"),
        ("近7天", "2026-11-17", "2026-11-23"),
        ("最近 7 天", "2026-11-17", "2026-11-23"),
        ("last 2 weeks", "2026-11-10", "2026-11-23"),
        ("2026-10", "2026-10-01", "2026-10-31"),
        ("2026年2月", "2026-02-01", "2026-02-28"),
        ("10月", "2026-10-01", "2026-10-31"),
        ("12月", "2025-12-01", "2025-12-31"),
        ("2025", "2025-01-01", "2025-12-31"),
        ("2025年", "2025-01-01", "2025-12-31"),
        ("今天", "2026-11-23", "2026-11-23"),
        ("yesterday", "2026-11-22", "2026-11-22"),
        ("本周", "2026-11-23", "2026-11-23"),
        ("上周", "2026-11-16", "2026-11-22"),
        ("this month", "2026-11-01", "2026-11-23"),
        ("上月", "2026-10-01", "2026-10-31"),
        ("LAST MONTH", "2026-10-01", "2026-10-31"),
        ("今年", "2026-01-01", "2026-11-23"),
        ("去年", "2025-01-01", "2025-12-31"),
    ],
)
async def test_periods_are_understood_as_people_say_them(
    house: TestHouse, words: str, first: str, last: str
) -> None:
    for said in (words, f"G07 {words} 分类", f"分类 {words} g07"):
        period = asked(house, said).period
        assert (str(period.first), str(period.last)) == (first, last)


async def test_words_are_understood_in_any_order_and_without_spaces(
    house: TestHouse,
) -> None:
    for words in (
        "S1 城管 隐患 上月 部门 图",
        "图，部门，上月，隐患，城管，s1",
        "S1 城管隐患上月部门图",
    ):
        found = asked(house, words)
        assert (found.tops, found.scope.office, found.scope.kind) == (
            ("S1",),
            "CG",
            "hazard",
        )
        assert (found.period.code, found.by, found.chart) == ("2026-10", "office", True)
        again = asked(house, found.again(chart=True).removeprefix("s:"))
        assert (again.scope, again.period, again.by) == (
            found.scope,
            found.period,
            found.by,
        )


async def test_a_word_that_nobody_knows_is_named_with_what_can_be_said(
    house: TestHouse,
) -> None:
    for words in ("banana", "2026-13", "G07 香蕉", "0d", "9999d", "天", "😀"):
        with pytest.raises(Refused) as refused:
            asked(house, words)
        assert refused.value.key == "refuse-stats"
    assert "香蕉" in await says(house.admin, "香蕉")


async def test_a_month_is_beside_the_whole_of_the_same_month_a_year_before(
    house: TestHouse,
) -> None:
    for words, first, last in (
        ("2025-02", "2024-02-01", "2024-02-29"),
        ("本月", "2025-11-01", "2025-11-23"),
    ):
        before = asked(house, words).period.a_year_before()
        assert (str(before.first), str(before.last)) == (first, last)

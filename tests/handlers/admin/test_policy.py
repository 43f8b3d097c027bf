"""/policy: a row as it is typed and as a button says it, whole or not at all."""

from __future__ import annotations

import re

import pytest

from domain.case import Case
from domain.messages import EventKind
from handlers.texts.sentences import label
from tests.house import TestHouse

WRONG = label("zh-CN", "policy-wrong")


async def rows(house: TestHouse, said: str) -> list[str]:
    """What stands in the policy after this was said and the button pressed."""
    await house.admin.says(f"/policy {said}")
    await house.admin.presses("就这样改")
    return [
        f"{row.urgency or row.category} {row.limit.accept} {row.limit.resolve}"
        f" {'w' if row.limit.working else 'a'}"
        for row in house.database.directory.policy_rows
    ]


@pytest.mark.parametrize(
    ("said", "row"),
    (
        ("一般 24 168 working", "general 1 day, 0:00:00 7 days, 0:00:00 w"),
        ("general 24 168 around", "general 1 day, 0:00:00 7 days, 0:00:00 a"),
        ("一般 24 168 上班", "general 1 day, 0:00:00 7 days, 0:00:00 w"),
        ("较急 2 24 日夜", "utility 2:00:00 1 day, 0:00:00 a"),
        ("pressing 2 24 always", "utility 2:00:00 1 day, 0:00:00 a"),
        ("general 24 168", "general 1 day, 0:00:00 7 days, 0:00:00 a"),
        ("road 0.5 2.5", "road 0:30:00 2:30:00 a"),
        ("road 10m 1h30m", "road 0:10:00 1:30:00 a"),
        ("道路井盖 2小时 3天 工作时间", "road 2:00:00 3 days, 0:00:00 w"),
        ("一般 1 day 3 days", "general 1 day, 0:00:00 3 days, 0:00:00 a"),
        ("urgent 1 1", "urgent 1:00:00 1:00:00 a"),
        ("general 1 8760", "general 1:00:00 365 days, 0:00:00 a"),
    ),
)
async def test_a_row_that_was_typed_is_the_row_that_is_set(
    house: TestHouse, said: str, row: str
) -> None:
    assert await rows(house, said) == [row]


@pytest.mark.parametrize(
    "said",
    (
        "一般",
        "一般 24",
        "一般 24 168 working 5",
        "一般 168 24",
        "一般 0 24",
        "一般 -1 24",
        "一般 x y",
        "一般 24 168 左右",
        "一般 1 8761",
        "没有 24 168",
        "working",
        "24 168",
    ),
)
async def test_what_is_not_understood_whole_is_refused_with_an_example(
    house: TestHouse, said: str
) -> None:
    await house.admin.says(f"/policy {said}")
    text = house.admin.last.text
    assert text == WRONG or "答复不能比接单短" in text
    assert re.search(r"/policy 一般 2", text)
    assert house.admin.last.labels


@pytest.mark.parametrize(
    ("data", "there"),
    (
        ("p:set:general::24:168:w", 1),
        ("p:set::road:0.5:2:a", 1),
        ("p:set:general::1h:2h:a", 1),
        ("p:set:general::2h:1h:a", 0),
        ("p:set:general", 0),
        ("p:set:", 0),
        ("p:set:x:y:z:1:2:3:4:5:6", 0),
    ),
)
async def test_buttons_of_before_still_count_and_forged_ones_do_not(
    house: TestHouse, data: str, there: int
) -> None:
    await house.admin.does(kind=EventKind.PRESS, data=data, press_ref="p")
    assert len(house.database.directory.policy_rows) == there
    assert there or house.admin.toast == label("zh-CN", "refuse-old-button")


async def test_what_was_merged_into_a_case_is_owed_as_before(house: TestHouse) -> None:
    older = await house.files_hazard()
    await house.passes(days=1)
    newer = await house.files_hazard(words="垃圾桶满了")
    await house.coordinator.says(f"/accept {older} {newer}")
    await house.coordinator.says(f"/merge {older} {newer}")
    owed = (await of_number(house, older)).resolve_due
    assert (await of_number(house, newer)).resolve_due == owed
    await house.admin.says("/policy 一般 24 480 around")
    assert "1" in house.admin.last.text
    await house.admin.presses("就这样改")
    await house.passes(minutes=5)
    kept = await of_number(house, newer)
    assert (kept.resolve_due, kept.due_at) == (owed, owed)


async def of_number(house: TestHouse, number: str) -> Case:
    async with house.database.unit() as unit:
        case = await unit.cases.by_number(number)
    assert case is not None
    return case

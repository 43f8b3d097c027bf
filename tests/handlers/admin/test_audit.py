"""/audit tells what was changed, in plain words, and to each admin only what is theirs."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from domain.messages import Address, EventKind
from domain.privacy import Privacy
from handlers.admin.audit_wording import CHANGES
from handlers.texts.sentences import label
from tests.house import Actor, TestHouse

GROUP = Address("test", "-100")
CODES = re.compile(r"[a-z]+_[a-z]+|None|True|False|[{}]")
LATIN = re.compile(r"[a-z]{2,}")


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[TestHouse]:
    """The usual house, in which the stranger administers G01."""
    async with TestHouse(tmp_path) as made:
        await made.joins(made.stranger, "admin", "G01")
        yield made


async def heard(who: Actor, said: str) -> str:
    who.hears()
    await who.says(said)
    return "\n".join(who.hears())


async def lines(who: Actor) -> list[str]:
    """What the log says, without time and title."""
    told = await heard(who, "/audit")
    return [line.split(" ", 3)[3] for line in told.splitlines()[1:]]


# --- whose ---


async def test_the_audit_log_shows_an_admin_only_what_is_about_their_areas(
    house: TestHouse,
) -> None:
    await house.admin.says("/grant 王芳 网格长 G08")
    await house.admin.says("/grant 李敏 网格长 G01")
    found = await heard(house.stranger, "/audit")
    assert "李敏" in found
    assert "王芳" not in found
    assert "王芳" in await heard(house.admin, "/audit")


async def test_a_line_of_a_case_is_placed_by_where_the_case_is(
    house: TestHouse,
) -> None:
    here = await house.files_hazard(area="G01")
    there = await house.files_hazard(house.second_rider, "路灯不亮", "G08")
    await house.admin.says(f"/urgency {here} 复杂")
    await house.admin.says(f"/urgency {there} 复杂")
    found = await heard(house.stranger, "/audit")
    assert here in found
    assert there not in found
    assert there in await heard(house.admin, "/audit")


async def test_a_line_without_a_place_is_shown_to_whose_staff_wrote_it(
    house: TestHouse,
) -> None:
    await house.far_coordinator.says("/away 3d")
    await house.coordinator.says("/away 4d")
    found = await heard(house.stranger, "/audit")
    assert "李敏：记下 李敏 休息，11月27日 回来" in found
    assert "王芳" not in found
    assert "王芳" in await heard(house.admin, "/audit")


async def test_what_nobody_here_did_and_what_has_no_place_is_for_the_root(
    house: TestHouse,
) -> None:
    async with house.database.unit() as unit:
        unit.history.audit(None, "load", areas=30, places=2)
    told = "网格蜂：换上新的区域表：30 个区域、2 个地点"
    assert told not in await heard(house.stranger, "/audit")
    assert told in await heard(house.admin, "/audit")


async def test_old_lines_of_a_grid_are_found_behind_many_of_others(
    house: TestHouse,
) -> None:
    await house.admin.says("/grant 李敏 网格长 G01")
    async with house.database.unit() as unit:
        for _ in range(250):
            unit.history.audit(
                house.people["admin"].id, "announce", area="G08", count=3
            )
    found = await heard(house.stranger, "/audit")
    assert "李敏" in found
    assert "发了通知" not in found


async def test_only_an_admin_leafs_through_it(house: TestHouse) -> None:
    await house.rider.does(
        kind=EventKind.PRESS, data="l:9:0", press_ref="p", message_id="0"
    )
    assert house.rider.toast == label("zh-CN", "refuse-old-button")


@pytest.mark.parametrize("data", ("l:", "l:9", "l:x:0", "l:9:-1", "l:9:0:0"))
async def test_what_was_made_up_turns_no_page(house: TestHouse, data: str) -> None:
    await house.admin.does(
        kind=EventKind.PRESS, data=data, press_ref="p", message_id="0"
    )
    assert house.admin.toast == label("zh-CN", "refuse-old-button")


# --- what ---


async def test_what_was_only_looked_at_is_no_change(house: TestHouse) -> None:
    number = await house.files_hazard()
    before = await heard(house.admin, "/audit")
    for said in (
        "/people",
        "/areas",
        "/health",
        f"/slip {number}",
        "/policy",
        "/grant",
    ):
        await house.admin.says(said)
    assert await heard(house.admin, "/audit") == before


async def test_a_corrected_case_says_from_what_to_what(house: TestHouse) -> None:
    number = await house.files_hazard()
    await house.admin.says(f"/urgency {number} 复杂")
    (told, *_) = await lines(house.admin)
    assert told == (
        f"陈主任：{number} 作了更正（紧急程度从 一般 改成 复杂，几个部门一起办，"
        "期限从 11月30日 10:00 改成 12月8日 10:00）"
    )


async def test_what_an_offices_admin_does_to_its_case_is_told_too(
    house: TestHouse,
) -> None:
    await house.joins(house.second_rider, "admin", "CG")
    await house.joins(house.far_coordinator, "coordinator", "CG")
    number = await house.files_hazard()
    await house.admin.says(f"/pass {number} CG")
    await house.second_rider.says(f"/urgency {number} 复杂")
    told = await heard(house.second_rider, "/audit")
    assert f"小刘：{number} 作了更正" in told


async def test_what_a_coordinator_does_to_a_case_is_told_to_the_heads_of_its_area(
    house: TestHouse,
) -> None:
    here = await house.files_hazard()
    await house.coordinator.presses("接单")
    there = await house.files_hazard(house.second_rider, "路灯不亮", "G08")
    await house.far_coordinator.presses("接单")
    told = f"李敏：{here} 接了单"
    for head in (house.admin, house.stranger, house.lead):
        assert told in await heard(head, "/audit")
    assert there not in await heard(house.stranger, "/audit")
    assert there in await heard(house.admin, f"/audit {there}")


async def test_what_a_filer_says_of_a_case_is_no_change_of_the_staff(
    house: TestHouse,
) -> None:
    number = await house.files_hazard()
    await house.rider.says("还有一块也松了")
    await house.rider.says("/withdraw")
    assert number not in await heard(house.admin, "/audit")


async def test_a_coordinator_has_no_audit_log(house: TestHouse) -> None:
    told = await heard(house.coordinator, "/audit")
    assert told == label("zh-CN", "refuse-no-command")


async def test_whoever_is_complained_of_does_not_find_the_complaint(
    house: TestHouse,
) -> None:
    admin = house.people["admin"].name
    number = await house.files_hazard(words=f"{admin}骂人，态度很差")
    async with house.database.unit() as unit:
        case = await unit.cases.by_number(number)
        assert case is not None
        unit.cases.change(replace(case, privacy=Privacy.CONFIDENTIAL))
        unit.history.audit(house.people["lead"].id, "case", number=number, did="accept")
    assert number not in await heard(house.admin, "/audit")
    told = await heard(house.admin, f"/audit {number}")
    assert told == label("zh-CN", "audit-none-about", what=number)
    assert number in await heard(house.lead, "/audit")


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("昨天", "5"),
        ("yesterday", "5"),
        ("11-22", "5"),
        ("周日", "5"),
        ("上周日", "5"),
        ("sunday", "5"),
        ("今天", "67"),
        ("李敏 今天", "7"),
        ("3天", "567"),
        ("上周", "5"),
        ("李敏 昨天", "5"),
        ("昨天 李敏", "5"),
        ("前天", ""),
        ("明天", ""),
        ("张强 昨天", ""),
        ("2025-11-22", ""),
    ],
)
async def test_a_day_shows_what_was_changed_on_it(
    house: TestHouse, said: str, found: str
) -> None:
    house.clock.now -= timedelta(days=1)
    await house.coordinator.says("/away 5d")
    house.clock.now += timedelta(days=1)
    await house.far_coordinator.says("/away 6d")
    await house.coordinator.says("/away 7d")
    told = await heard(house.admin, f"/audit {said}")
    ends = {"5": "11月27日", "6": "11月29日", "7": "11月30日"}
    assert "".join(one for one in ends if ends[one] in told) == found


@pytest.mark.parametrize("said", ("昨天昨天", "谁谁", "2026-13-45", "9" * 400))
async def test_what_is_no_case_no_day_and_nobody_is_said(
    house: TestHouse, said: str
) -> None:
    assert "/audit 昨天" in await heard(house.admin, f"/audit {said}")


async def test_a_deadline_says_what_it_was(house: TestHouse) -> None:
    await house.admin.says("/policy 一般 24 168")
    await house.admin.presses("就这样改")
    await house.admin.says("/policy 一般 12 48 working")
    await house.admin.presses("就这样改")
    told = (await lines(house.admin))[:2]
    assert told == [
        "陈主任：「一般」的期限从 24 小时接单、7 天答复（日夜都算）"
        " 改成 12 小时接单、2 天答复（只算上班时间）",
        "陈主任：「一般」的期限从 24 小时接单、7 天答复（日夜都算）"
        " 改成 24 小时接单、7 天答复（日夜都算）",
    ]


async def test_a_group_that_changes_hands_says_whose_it_was(house: TestHouse) -> None:
    await house.admin.says("/bind G01", chat=GROUP)
    await house.admin.says("/bind G02", chat=GROUP)
    told = (await lines(house.admin))[:2]
    assert told[1] == "陈主任：把一个群绑到 幸福街道 · 幸福路口网格"
    assert told[0].startswith("陈主任：把一个群从 幸福街道 · 幸福路口网格 改绑到 ")


async def test_a_dropped_answer_is_quoted(house: TestHouse) -> None:
    await house.coordinator.says("/templates add 已修好，谢谢提醒")
    await house.coordinator.says("/templates drop 1")
    told = (await lines(house.admin))[:2]
    assert told == [
        "李敏：删了答复模板“已修好，谢谢提醒”",
        "李敏：加了答复模板“已修好，谢谢提醒”",
    ]


LEAST: dict[str, dict[str, Any]] = {
    "grant": {"person": 1, "role": "lead", "area": "G01"},
    "revoke": {"person": 999, "role": "lead", "area": "G99"},
    "invite": {"role": "admin", "area": "G01"},
    "joined": {"role": "coordinator", "area": "G01"},
    "policy": {
        "kind": "",
        "category": "road",
        "urgency": "",
        "level": "",
        "accept": 24.0,
        "resolve": 168.0,
        "first": None,
        "working": False,
    },
    "case": {"number": "YH26-0001", "did": "merge"},
    "template": {"id": 3},
    "template-dropped": {"id": 3},
    "announce": {"area": "G01", "count": 1},
}
"""By act what a line always had; all others may have been kept with nothing."""


@pytest.mark.parametrize("language", ("zh-CN", "en"))
@pytest.mark.parametrize("act", sorted(CHANGES))
async def test_old_lines_that_say_less_are_read_too(
    house: TestHouse, act: str, language: str
) -> None:
    async with house.database.unit() as unit:
        unit.people.change(replace(house.people["admin"], language=language))
        unit.history.audit(None, act, **LEAST.get(act, {}))
    (told, *_) = await lines(house.admin)
    assert len(told) > 10
    assert not CODES.search(told), told
    assert language == "en" or not LATIN.search(told), told


async def test_a_page_stands_still_while_more_is_changed(house: TestHouse) -> None:
    for day in range(1, 15):
        await house.coordinator.says(f"/away {day}d")
    await house.admin.says("/audit")
    first = house.admin.last.text
    await house.coordinator.says("/away off")
    await house.admin.presses("更早的")
    second = house.admin.last.text
    assert not set(first.splitlines()[1:]) & set(second.splitlines()[1:])
    await house.admin.presses("更新的")
    assert house.admin.last.text == first
    assert "更新的" not in "".join(house.admin.last.labels)

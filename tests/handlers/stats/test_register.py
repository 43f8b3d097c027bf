"""The register and the slip: who gets them, what stands on them, and what never does."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Any
from xml.etree import ElementTree

import pytest
from sqlalchemy import update

from domain.messages import MediaKind
from domain.people import Grant, Role
from domain.privacy import Aspect, Privacy, Viewer, shows
from handlers.stats import register as papers
from handlers.stats import slip
from storage.figures.register import SAID, allowed, fit_to_leave, late
from storage.memory.media import Kept
from storage.tables.cases import cases as cases_table
from tests.house import Actor, TestHouse, jpeg

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
WORDS, FILER = "井盖松了Xq7", "小王"
Rows = list[dict[str, str]]


def cells(data: bytes, page: int = 1) -> list[dict[int, str]]:
    """The rows of a sheet: the text of each cell by its column's number."""
    sheet = ElementTree.fromstring(
        zipfile.ZipFile(io.BytesIO(data)).read(f"xl/worksheets/sheet{page}.xml")
    )
    found = []
    for row in sheet.iter(f"{MAIN}row"):
        texts = {}
        for cell in row.iter(f"{MAIN}c"):
            letters = re.sub(r"\d", "", cell.attrib["r"])
            column = sum((ord(c) - 64) * 26**n for n, c in enumerate(reversed(letters)))
            texts[column] = "".join(cell.itertext())
        found.append(texts)
    return found


def table(data: bytes) -> Rows:
    head, *rows = cells(data)
    return [{name: row.get(at, "") for at, name in head.items()} for row in rows]


async def paper(house: TestHouse, actor: Actor) -> Kept:
    """The document of the newest message."""
    (made,) = actor.last.reply.files
    await house.fetches()
    async with house.database.unit() as unit:
        return (await unit.media.get_many([made]))[0]


async def registered(house: TestHouse, actor: Actor, words: str = "") -> Rows:
    await actor.says(f"/register {words}".strip())
    kept = await paper(house, actor)
    assert kept.status == "stored"
    return table(house.files.get(kept.media.sha))


async def files(
    house: TestHouse, privacy: Privacy = Privacy.OPEN, area: str = "G01"
) -> str:
    """A case in the coordinator's charge, answered in words and with two stars. Returns its
    number.
    """
    number = await house.files_hazard(words=WORDS, area=area)
    async with house.database.unit() as unit:
        same = cases_table.c.number == number
        values = {"privacy": privacy.value, "assignee_id": house.coordinator.person.id}
        await unit.query(
            update(cases_table)
            .where(same)
            .values(**values, answer="换好了Zz9", rating=2)
        )
    return number


async def page(house: TestHouse, actor: Actor, number: str) -> dict[str, Any] | None:
    async with house.database.unit() as unit:
        case = await unit.cases.by_number(number)
        assert case is not None
        spec = {
            "case": case.id,
            "person": actor.person.id,
            "language": "zh-CN",
            "zone": "Asia/Shanghai",
            "team": "",
            "map_link": "geo:{lat},{lon}",
        }
        return await slip.page(unit, spec)


# --- the register ---


async def test_a_lead_gets_a_row_per_case_of_their_own_areas(house: TestHouse) -> None:
    number = await files(house)
    await files(house, area="G08")
    await house.coordinator.says(f"/accept {number}")
    (row,) = await registered(house, house.lead)
    assert (row["编号"], row["内容"], row["负责人"], row["状态"]) == (
        number,
        WORDS,
        "李敏",
        "处理中",
    )
    assert (row["类型"], row["超时"], row["评分"]) == ("隐患", "否", "2")
    assert len(await registered(house, house.admin)) == 2
    assert len(await registered(house, house.admin, "G08")) == 1


async def test_it_comes_as_one_named_workbook_with_one_line_of_words(
    house: TestHouse,
) -> None:
    await files(house)
    await house.admin.says("/register 2026-11")
    kept = await paper(house, house.admin)
    assert "\n" not in house.admin.last.text and "1 行" in house.admin.last.text
    assert kept.media.kind is MediaKind.DOCUMENT and kept.media.name.endswith(
        "2026-11-01_2026-11-23.xlsx"
    )
    assert kept.media.mime.endswith("spreadsheetml.sheet")


async def test_a_period_without_cases_makes_no_file(house: TestHouse) -> None:
    await files(house)
    await house.admin.says("/register 2026-10")
    assert not house.admin.last.reply.files and "没收到" in house.admin.last.text


async def test_words_that_nobody_can_make_out_are_answered_with_how_to_ask(
    house: TestHouse,
) -> None:
    await house.admin.says("/register 胡言乱语")
    assert "/register 上月" in house.admin.last.text


@pytest.mark.parametrize("who", ["rider", "coordinator", "stranger"])
async def test_who_leads_nothing_gets_no_register(house: TestHouse, who: str) -> None:
    await files(house)
    await getattr(house, who).says("/register")
    last = getattr(house, who).last
    assert not last.reply.files and "没有这个命令" in last.text


async def test_a_lead_gets_no_register_of_an_area_that_is_not_theirs(
    house: TestHouse,
) -> None:
    await files(house, area="G08")
    await house.lead.says("/register G08")
    assert not house.lead.last.reply.files


@pytest.mark.parametrize("privacy", Privacy)
async def test_no_register_names_who_filed_a_case(
    house: TestHouse, privacy: Privacy
) -> None:
    await files(house, privacy)
    await house.admin.says("/register")
    kept = await paper(house, house.admin)
    data = house.files.get(kept.media.sha)
    everything = str([cells(data), cells(data, 2)])
    assert FILER not in everything and "rider" not in everything
    assert FILER not in kept.media.ref and WORDS not in kept.media.ref


async def test_a_confidential_row_has_number_category_area_state_and_dates_only(
    house: TestHouse,
) -> None:
    number = await files(house, Privacy.CONFIDENTIAL)
    (row,) = await registered(house, house.admin)
    assert (
        row["编号"] == number
        and row["分类"]
        and row["区域"]
        and row["状态"]
        and row["报事时间"]
        and row["答复期限"]
    )
    assert [row[name] for name in ("内容", "地点", "答复", "评分")] == [""] * 4


def row_of(privacy: Privacy) -> dict[str, Any]:
    names = (
        "number",
        "kind",
        "category",
        "area",
        "urgency",
        "state",
        "reopened",
        "raised",
        "joined",
        "parts",
        *SAID,
        "filed_at",
        "accept_due",
        "accepted_at",
        "resolve_due",
        "resolved_at",
        "closed_at",
        "carer",
        "whole",
        "merged",
        "office",
        "post",
        "lat",
        "lon",
    )
    times = {
        "filed_at": 0,
        "accept_due": 10,
        "accepted_at": 5,
        "resolve_due": 20,
        "resolved_at": None,
    }
    return (
        dict.fromkeys(names, "x")
        | times
        | {"privacy": privacy.value, "state": "in_progress", "lat": None}
    )


@pytest.mark.parametrize("privacy", Privacy)
def test_every_field_of_a_row_follows_the_table_of_who_sees_what(
    privacy: Privacy,
) -> None:
    shown = fit_to_leave(row_of(privacy), 0)
    assert (shown is not None) == shows(privacy, Viewer.EXPORT, Aspect.EXISTS)
    assert shown is not None and all(
        (name in shown) == (Aspect.WORDS in allowed(privacy)) for name in SAID
    )
    by_day = privacy is Privacy.CONFIDENTIAL
    assert shown["filed_at"] == ({"day": 0} if by_day else 0)


@pytest.mark.parametrize(
    ("changed", "now", "is_late"),
    [
        ({}, 15, False),
        ({}, 25, True),
        ({"accepted_at": 11}, 15, True),
        ({"accepted_at": None}, 9, False),
        ({"accepted_at": None}, 11, True),
        ({"resolved_at": 19, "state": "closed"}, 90, False),
        ({"resolved_at": 21, "state": "closed"}, 90, True),
        ({"state": "held"}, 90, False),
        ({"state": "rejected"}, 90, False),
        ({"state": "merged"}, 90, False),
    ],
)
def test_late_is_what_was_taken_or_done_after_its_deadline_or_is_still_undone(
    changed: dict[str, Any], now: int, is_late: bool
) -> None:
    assert late(row_of(Privacy.OPEN) | changed, now) is is_late


async def test_a_register_that_is_cut_says_so(
    house: TestHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(papers, "MOST", 1)
    first = await files(house)
    await files(house)
    assert [row["编号"] for row in await registered(house, house.admin)] == [first]
    assert "共 2 行" in house.admin.last.text and "最早的 1 行" in house.admin.last.text


async def test_a_long_register_is_announced_and_comes_when_it_is_likely_to_be_ready(
    house: TestHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(papers, "LONG", 0)
    await files(house)
    await house.admin.says("/register")
    assert "正在做表" in house.admin.last.text and not house.admin.last.reply.files
    await house.passes(seconds=1)
    assert house.admin.last.reply.files


async def test_the_register_speaks_the_language_of_who_asks(house: TestHouse) -> None:
    await files(house)
    await house.admin.says("/lang en")
    (row,) = await registered(house, house.admin, "last 7 days")
    assert (row["Kind"], row["Late"], row["Words"]) == ("Hazard", "no", WORDS)


async def test_a_register_of_an_area_with_a_slash_in_its_name_has_a_plain_file_name(
    house: TestHouse,
) -> None:
    async with house.database.unit() as unit:
        made = unit.media.draw(
            {"draw": "sheet"}, MediaKind.DOCUMENT, "../../表/格\\a:b\u202e?.xlsx"
        )
    async with house.database.unit() as unit:
        (kept,) = await unit.media.get_many([made])
    assert kept.media.name == "_.._表_格_a_b__.xlsx"


# --- the slip ---


async def test_a_coordinator_gets_a_page_to_print(house: TestHouse) -> None:
    number = await files(house)
    await house.coordinator.says(f"/slip {number}")
    kept = await paper(house, house.coordinator)
    assert (kept.status, kept.media.mime) == ("stored", "application/pdf")
    assert kept.media.name == f"派发单 {number}.pdf" and WORDS not in kept.media.ref
    data = house.files.get(kept.media.sha)
    assert (
        data.startswith(b"%PDF")
        and data.count(b"/Type /Page\n") == 1
        and len(data) < 150_000
    )


async def test_it_holds_words_place_deadlines_history_and_photos_but_not_the_filer(
    house: TestHouse,
) -> None:
    number = await files(house)
    await house.fetches()
    await house.coordinator.says(f"/note {number} 带梯子")
    made = await page(house, house.coordinator, number)
    assert made is not None and made["words"] == WORDS and len(made["photos"]) == 1
    labels = {label for label, _ in made["fields"]}
    assert {"状态", "负责人", "区域", "接单期限", "答复期限", "地点"} <= labels
    middle = house.database.directory.middle("G01")
    assert middle is not None
    assert made["map"] == f"geo:{middle.lat:.6f},{middle.lon:.6f}"
    told = [what for _, what in made["history"]]
    assert told[0] == "报事人报了这件事" and "带梯子" in told[-1]
    assert FILER not in str(made)


async def test_a_confidential_slip_has_no_words_photos_place_or_history_words_for_who_may_not_read(
    house: TestHouse,
) -> None:
    number = await files(house, Privacy.CONFIDENTIAL)
    await house.fetches()
    await house.coordinator.says(f"/note {number} 带梯子")
    made = await page(house, house.admin, number)
    assert made is not None and made["photos"] == [] and made["number"] == number
    assert made["map"] == ""
    assert not {"地点", "答复"} & {label for label, _ in made["fields"]}
    assert not any(said in str(made) for said in (WORDS, "带梯子", "Zz9", FILER))
    whole = await page(house, house.lead, number)
    assert (
        whole is not None
        and WORDS in str(whole)
        and "带梯子" in str(whole)
        and len(whole["photos"]) == 1
    )
    for paper in (made, whole):
        dated = str(paper["fields"] + paper["history"])
        assert "11-23" in dated and not re.search(r"\d\d:\d\d", dated)


async def test_who_may_not_know_of_a_case_gets_no_slip(house: TestHouse) -> None:
    number = await files(house, Privacy.CONFIDENTIAL)
    for actor in (house.second_coordinator, house.far_coordinator):
        await actor.says(f"/slip {number}")
        assert not actor.last.reply.files and "没找到" in actor.last.text
    await house.second_rider.says(f"/slip {number}")
    assert "没有这个命令" in house.second_rider.last.text
    await house.coordinator.says("/slip")
    assert "/slip YH26-0001" in house.coordinator.last.text


async def test_a_slip_that_is_drawn_after_the_role_is_gone_is_not_drawn(
    house: TestHouse,
) -> None:
    number = await files(house)
    await house.coordinator.says(f"/slip {number}")
    async with house.database.unit() as unit:
        await unit.staff.revoke(
            house.coordinator.person.id, Grant(Role.COORDINATOR, "G01")
        )
    kept = await paper(house, house.coordinator)
    assert kept.status == "failed"


async def test_an_anonymous_filer_has_no_name_even_where_they_work_here(
    house: TestHouse,
) -> None:
    number = await house.files_hazard(house.coordinator, WORDS)
    await house.lead.says(f"/pass {number} 张强")
    made = await page(house, house.lead, number)
    assert made is not None and made["history"][0][1] == "报事人报了这件事"
    assert not any("李敏报" in what for _, what in made["history"])


async def test_both_papers_are_in_the_audit_log(house: TestHouse) -> None:
    number = await files(house)
    await house.admin.says("/register")
    await house.coordinator.says(f"/slip {number}")
    async with house.database.unit() as unit:
        acts = [row.act for row in await unit.staff.audit_lines(5)]
    assert {"register", "slip"} <= set(acts)


async def test_only_four_photos_are_printed_and_the_page_says_how_many_there_are(
    house: TestHouse,
) -> None:
    await house.rider.sends_photo(WORDS)
    for shade in range(5):
        await house.rider.sends_photo(data=jpeg(colour=(shade * 40, 90, 90)))
    await house.rider.sends_place("G01")
    await house.rider.presses("✅ 提交")
    await house.fetches()
    made = await page(house, house.coordinator, "YH26-0001")
    assert made is not None and len(made["photos"]) == 4
    assert made["photos_label"] == "照片（共 6 张，印出 4 张）"

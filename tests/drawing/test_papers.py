"""The register as a workbook and the slip as a page: text stays text, one page stays one page."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
from fpdf import FPDF

from bot.drawing import sheet, slip
from bot.drawing.slips.page import Page
from domain.messages import MediaKind
from storage.media.described import safe_name
from storage.memory.media import Kept
from tests.house import TestHouse, jpeg

ROOT = Path(__file__).parents[2]
COLUMNS = (
    ("number", "编号", "text", None),
    ("filed_at", "报事时间", "at", None),
    ("words", "内容", "words", None),
    ("state", "状态", "text", {"closed": "已办结"}),
    ("late", "超时", "flag", {"yes": "是", "no": "否"}),
    ("joined", "同样遇到", "count", None),
)
NOON = 1795406400000  # 2026-11-23 04:00 UTC


def book(*rows: list[Any]) -> dict[str, str]:
    """The parts of the workbook with these rows, by name."""
    columns = [
        {"field": field, "title": title, "wide": 12, "form": form}
        | ({"names": names} if names else {})
        for field, title, form, names in COLUMNS
    ]
    spec = {
        "title": "记录表 A&B",
        "name": "记录表",
        "about_name": "说明",
        "about": ["一行"],
        "zone": "Asia/Shanghai",
        "columns": columns,
        "rows": list(rows),
    }
    with zipfile.ZipFile(io.BytesIO(sheet.render(spec))) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def cell(parts: dict[str, str], name: str) -> str:
    hit = re.search(
        rf'<c r="{name}"[^>]*?(?:/>|>(.*?)</c>)',
        parts["xl/worksheets/sheet1.xml"],
        re.DOTALL,
    )
    return hit[1] if hit and hit[1] else ""


# --- the workbook ---


@pytest.mark.parametrize(
    "words",
    ["=1+1", '=HYPERLINK("http://x","y")', "+86 1", "-1", "@a", "http://x.cn", "0012"],
)
def test_what_people_wrote_is_text_and_nothing_else(words: str) -> None:
    parts = book([words, None, words, words, "no", 0])
    everything = "".join(parts.values())
    assert (
        "<f>" not in everything
        and "<hyperlink" not in everything
        and "relationships/hyperlink" not in everything
    )
    for name in ("A2", "C2", "D2"):
        assert cell(parts, name).startswith("<is>")


def test_codes_have_names_times_are_local_and_what_is_missing_is_empty() -> None:
    parts = book(
        ["YH26-0001", NOON, "井盖", "closed", "yes", 3],
        ["YH26-0002", None, None, "gone", "no", None],
        ["YH26-0003", {"day": NOON}, "鼠", "closed", "no", 0],
    )
    assert cell(parts, "B4") == "<v>46349</v>"
    assert "已办结" in cell(parts, "D2") and "gone" in cell(parts, "D3")
    assert cell(parts, "B2") == "<v>46349.5</v>" and cell(parts, "F2") == "<v>3</v>"
    assert [cell(parts, name) for name in ("B3", "C3", "F3")] == ["", "", ""]


def test_the_head_is_frozen_filtered_and_on_every_page() -> None:
    parts = book(["1", NOON, "a", "closed", "no", 0])
    first = parts["xl/worksheets/sheet1.xml"]
    assert (
        'ySplit="1"' in first
        and 'state="frozen"' in first
        and '<autoFilter ref="A1:F2"' in first
    )
    assert (
        "Print_Titles" in parts["xl/workbook.xml"]
        and 'fitToHeight="0"' in first
        and "A&amp;&amp;B" in first
    )


def test_very_long_words_are_cut_and_an_empty_register_is_still_a_workbook() -> None:
    long = cell(book(["1", NOON, "长" * 40_000, "closed", "no", 0]), "C2")
    assert long.count("长") == sheet.LONGEST - 1 and "…" in long
    assert "编号" in book()["xl/worksheets/sheet1.xml"]


# --- the page ---


def paper(**changed: Any) -> dict[str, Any]:
    return {
        "made_at": "2026-11-23T10:00:00+08:00",
        "number": "YH26-0001",
        "code": "YH26-0001",
        "title": "网格事项派发单",
        "subject": "隐患 · 道路井盖",
        "fields": [["状态", "处理中"], ["负责人", "李敏"]],
        "words_label": "报事人说",
        "words": "地砖坏了",
        "photos": [],
        "photos_label": "照片",
        "history_label": "经过",
        "history": [],
        "remarks_label": "备注",
        "sign": ["处理人", "核实人", "日期"],
        "foot": "网格蜂",
    } | changed


def pages(data: bytes) -> int:
    return data.count(b"/Type /Page\n")


@pytest.fixture
def photo(tmp_path: Path) -> str:
    path = tmp_path / "photo"
    path.write_bytes(jpeg((2400, 1800)))
    return str(path)


def test_a_page_is_small_and_its_fonts_are_in_it() -> None:
    data = slip.render(paper())
    assert pages(data) == 1 and data.count(b"/FontFile2") == 2
    assert len(data) < 60_000


def test_however_much_there_is_it_stays_one_page(photo: str) -> None:
    fields = [[f"标签{n}", "很长的一个地方" * 12] for n in range(8)]
    history = [["11-23 10:00", "李敏备注" * 60]] * 40
    data = slip.render(
        paper(
            words="字" * 5000,
            fields=fields,
            history=history,
            photos=[photo] * 9,
            title="题" * 90,
        )
    )
    assert pages(data) == 1 and len(data) < 200_000


@pytest.mark.parametrize(
    "words",
    ["", "🙂🙂", "\u202e倒着\x07", "a" * 500, "W" * 90, "<b>&\\(", "👨‍👩‍👧 一家"],
)
def test_whatever_people_write_can_be_printed(words: str) -> None:
    assert (
        pages(
            slip.render(
                paper(
                    words=words,
                    fields=[["地点", words]],
                    history=[["11-23 10:00", words]],
                )
            )
        )
        == 1
    )


def test_a_page_has_the_codes_of_number_and_map() -> None:
    link = "https://uri.amap.com/marker?position=118.093017,24.443868&name=YH26-0001"
    assert slip.render(paper()).count(b"/Subtype /Image") == 1
    data = slip.render(paper(map=link, map_label="扫码看地图", title="题" * 90))
    assert pages(data) == 1 and data.count(b"/Subtype /Image") == 2


def test_what_no_font_can_draw_is_a_square_and_named() -> None:
    with Page("2026-11-23T10:00:00+08:00") as page:
        drawn = page.lacking.drawable("井盖🦺 A1\u202e “坏”\n了\ue000")
        assert drawn == "井盖□ A1 “坏” 了□"
        assert page.lacking.note == "□ = U+1F9BA, U+E000"


def test_rare_characters_of_places_are_drawn() -> None:
    with Page("2026-11-23T10:00:00+08:00") as page:
        for place in ("𠳐村", "𥻗子崖", "大𬒈路", "𰻝𰻝面馆", "\U00020c3a"):
            assert page.lacking.drawable(place) == place
        assert page.lacking.note == ""


@pytest.mark.parametrize("words", ("𰻝面馆", "地砖坏了"))
def test_a_page_with_all_it_needs_has_no_footnote(
    words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "□" not in drawn_on(monkeypatch, paper(words=words))


def test_a_page_names_what_it_lacks_below_the_signatures(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    history = [["11-23 10:00", "报事人说：路滑🧊"]]
    shown = drawn_on(monkeypatch, paper(words="井盖🦺坏了🦺", history=history))
    assert "井盖□坏了□" in shown and "路滑□" in shown
    assert shown.splitlines()[-1] == "□ = U+1F9BA, U+1F9CA"


def test_what_was_cut_off_is_not_named(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = drawn_on(monkeypatch, paper(words="坏" * 2000 + "🦺"))
    assert "□" not in shown


def drawn_on(monkeypatch: pytest.MonkeyPatch, spec: dict[str, Any]) -> str:
    """Every line of the page in the order in which it is drawn."""
    lines: list[str] = []
    cell = FPDF.cell

    def drawn(self: FPDF, *args: Any, **more: Any) -> Any:
        lines.append(str(args[2]))
        return cell(self, *args, **more)

    monkeypatch.setattr(FPDF, "cell", drawn)
    assert pages(slip.render(spec)) == 1
    return "\n".join(lines)


def test_a_photo_that_is_none_is_left_out(photo: str, tmp_path: Path) -> None:
    (tmp_path / "broken").write_bytes(b"no picture")
    without = slip.render(paper())
    with_broken = slip.render(
        paper(photos=[str(tmp_path / "broken"), str(tmp_path / "gone")])
    )
    assert len(with_broken) == len(without)
    assert (
        slip.render(paper(photos=[photo])).count(b"/Subtype /Image")
        == without.count(b"/Subtype /Image") + 1
    )


# --- in the house ---


@pytest.mark.parametrize("module", ["sheet", "slip"])
def test_a_paper_starts_without_the_house(module: str) -> None:
    names = "sorted(m.partition('.')[0] for m in sys.modules)"
    asked = f"import sys, bot.drawing.{module}; print({names})"
    run = subprocess.run(
        [sys.executable, "-c", asked],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=True,
    )
    assert not {"sqlalchemy", "handlers", "storage", "matplotlib"} & set(
        json.loads(run.stdout.replace("'", '"'))
    )


async def drawn(house: TestHouse, spec: dict[str, Any]) -> Kept:
    async with house.database.unit() as unit:
        made = unit.media.draw(spec, MediaKind.DOCUMENT, "x.pdf")
    await house.fetches()
    async with house.database.unit() as unit:
        return (await unit.media.get_many([made]))[0]


@pytest.mark.parametrize(
    "spec",
    [
        {"draw": "sheet"},
        {"draw": "slip"},
        {"draw": "slip", "case": 99, "person": 1},
        {
            "draw": "sheet",
            "query": {"scope": {"areas": [], "units": []}, "since": 0, "until": 1},
            "columns": [],
        },
    ],
)
async def test_an_order_that_makes_no_paper_is_given_up_at_once(
    house: TestHouse, spec: dict[str, Any]
) -> None:
    assert (await drawn(house, spec)).status == "failed"


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("a/b\\c.pdf", "a_b_c.pdf"),
        ("..", ""),
        ("\x00x\n.pdf", "_x_.pdf"),
        ("长" * 200 + ".xlsx", "长" * 75 + ".xlsx"),
    ],
)
def test_a_file_name_has_no_path_in_it(name: str, safe: str) -> None:
    assert safe_name(name) == safe

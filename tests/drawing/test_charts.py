"""Charts: every word is drawn, whatever the figures are, and the process that draws them cannot
hurt the bot.
"""

from __future__ import annotations

import asyncio
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import psutil
import pytest
from PIL import Image

from bot.channels.channel import FetchError
from bot.drawing import chart, renderer
from bot.drawing.charts.spec import read
from bot.loops.became import MOST_DRAWN
from bot.workshop import worker
from handlers.texts.sentences import HERE
from storage.memory.media import Kept
from tests.house import TestHouse

ROOT = Path(__file__).resolve().parents[2]
WEEKS = ["10/26", "11/2", "11/9", "11/16"]


def spec(**over: Any) -> dict[str, Any]:
    series = [
        {"name": "收到", "kind": "bar", "values": [12, 18, 9, 22], "axis": "left"},
        {"name": "办结", "kind": "bar", "values": [10, 15, 11, 17], "axis": "left"},
        {
            "name": "办结率",
            "kind": "line",
            "values": [83.3, 83.3, None, 77.3],
            "axis": "right",
        },
    ]
    words = {"title": "近四周", "note": "还没有收到", "left": "件", "right": "办结率 %"}
    return {"draw": "chart", "labels": WEEKS, "series": series} | words | over


def opened(png: bytes) -> Image.Image:
    picture = Image.open(io.BytesIO(png))
    assert (
        picture.format == "PNG" and picture.size == (1200, 750) and len(png) < 150_000
    )
    return picture.convert("RGB")


async def wanted(house: TestHouse, what: dict[str, Any]) -> Kept:
    async with house.database.unit() as unit:
        made = unit.media.draw(what)
    return await now(house, made)


async def now(house: TestHouse, made: int) -> Kept:
    async with house.database.unit() as unit:
        return (await unit.media.get_many([made]))[0]


# --- words ---


def test_every_chinese_character_of_our_texts_can_be_drawn() -> None:
    texts = "".join(
        path.read_text(encoding="utf-8") for path in (HERE / "zh-CN").glob("*.ftl")
    )
    chinese = "".join(
        sorted(
            {c for c in texts if "\u3001" <= c <= "\u9fff" or "\uff01" <= c <= "\uff5e"}
        )
    )
    assert len(chinese) > 400
    shown = read(spec(title=chinese))
    assert shown.title == chinese and shown.foot == ""


def test_different_characters_are_different_pictures_and_none_is_a_box() -> None:
    titles = ("隐患", "心愿", "求助", "A1", "")
    assert len(
        {
            opened(chart.render(spec(title=title, series=[]))).tobytes()
            for title in titles
        }
    ) == len(titles)


def test_what_no_font_has_is_a_square_and_named_below() -> None:
    shown = read(
        spec(title="井盖🚨 破损\n\t第 1 处", labels=["𠳐村", "🦺\ufe0f", "🚨"])
    )
    assert shown.title == "井盖□ 破损 第 1 处"
    assert shown.labels == ["𠳐村", "□", "□"]
    assert shown.foot == "□ = U+1F9BA, U+1F6A8"


def test_the_line_about_what_is_lacking_stands_below_all_else() -> None:
    lacking, plain = (
        opened(chart.render(spec(title=title))) for title in ("网格🦺", "网格□")
    )
    strip = (0, 715, 1200, 750)
    blank = Image.new("RGB", (1200, 35), "white").tobytes()
    assert lacking.crop(strip).tobytes() != blank
    assert lacking.crop((0, 715, 900, 750)).tobytes() == blank[: 900 * 35 * 3]
    assert lacking.size == plain.size


def test_signs_of_formulas_are_only_signs() -> None:
    opened(
        chart.render(
            spec(title="$x_1$ 50% \\frac{", left="$", labels=["$a", "b$", "_", "^"])
        )
    )


def test_a_chart_without_figures_says_its_note() -> None:
    gaps = [{"name": "收到", "kind": "bar", "values": [None, None]}]
    said = [
        opened(chart.render(spec(series=series))).tobytes() for series in ([], gaps)
    ]
    assert said[0] == said[1]
    assert opened(chart.render(spec(series=[], note="别的话"))).tobytes() != said[0]


# --- figures ---


def test_bars_and_line_have_colours_that_are_told_apart() -> None:
    counted = opened(chart.render(spec())).getcolors(1 << 20) or []
    shown = {colour for count, colour in counted if count > 300}
    assert {(0x56, 0xB4, 0xE9), (0x00, 0x72, 0xB2), (0xD5, 0x5E, 0x00)} <= shown


@pytest.mark.parametrize("count", [1, 18, 60])
def test_many_labels_and_long_ones_still_fit(count: int) -> None:
    labels = [f"南湖街道第{n}社区第一网格" for n in range(count)]
    values = [None if n % 7 == 3 else n * 1000.5 for n in range(count)]
    names = ["一个特别特别特别特别长的名字", "b", "c", "d", "e", "f", "g"]
    series = [
        {"name": name, "kind": "bl"[n % 2] + ("ar", "ine")[n % 2], "values": values}
        for n, name in enumerate(names)
    ]
    opened(chart.render(spec(labels=labels, series=series, title="很长的标题" * 20)))


@pytest.mark.parametrize(
    "values",
    [[0, 0, 0, 0], [-3, 2, None, 1], [1e9], [1, 2, 3, 4, 5, 6], [float("nan"), 1.5]],
)
def test_odd_figures_are_drawn_too(values: list[float | None]) -> None:
    for kind, axis in (("bar", "left"), ("line", "right")):
        opened(
            chart.render(
                spec(
                    series=[{"name": "", "kind": kind, "values": values, "axis": axis}]
                )
            )
        )


# --- the process ---


def test_the_bots_own_process_never_loads_matplotlib() -> None:
    code = "import sys, bot.house; print('matplotlib' in sys.modules, 'numpy' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split()[0] == "False"


async def test_a_chart_that_a_handler_wants_is_drawn_and_stored(
    house: TestHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    # a missing glyph would end the child
    monkeypatch.setenv("PYTHONWARNINGS", "error")
    kept = await wanted(house, spec())
    assert json.loads(kept.media.ref) == spec()
    await house.fetches()
    stored = await now(house, kept.id)
    assert (stored.status, stored.media.mime) == ("stored", "image/png")
    assert (
        opened(house.files.get(stored.media.sha)).tobytes()
        == opened(chart.render(spec())).tobytes()
    )


@pytest.mark.parametrize(
    "broken",
    [{"draw": "chart"}, spec(series=[{"name": "x", "kind": "pie", "values": []}]), {}],
)
async def test_a_spec_that_nobody_can_draw_fails_for_good_and_nobody_is_told(
    house: TestHouse, broken: dict[str, Any]
) -> None:
    kept = await wanted(house, broken)
    await house.fetches()
    assert (await now(house, kept.id)).status == "failed"
    assert house.channel.said == {}


async def test_a_child_that_hangs_is_killed_and_the_chart_tried_again(
    house: TestHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    hurried(monkeypatch, 0.02)
    kept = await wanted(house, spec())
    await house.fetching.round()
    after = await now(house, kept.id)
    assert (after.status, after.tries) == ("wanted", 1)
    assert not drawing_children()


async def test_a_chart_is_given_up_after_some_deaths(
    house: TestHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    hurried(monkeypatch, 0.0)
    kept = await wanted(house, spec())
    for _ in range(MOST_DRAWN + 1):
        await house.fetching.round()
        await house.passes(days=1)
    assert (await now(house, kept.id)).status == "failed"


async def test_no_child_outlives_a_bot_that_stops(house: TestHouse) -> None:
    kept = await wanted(house, spec())
    drawing = asyncio.create_task(studio(house).draw(kept))
    await until(lambda: bool(drawing_children()))
    drawing.cancel()
    with pytest.raises(asyncio.CancelledError):
        await drawing
    # a child whose start was under way is ended by the thread that started it
    await until(lambda: not drawing_children())


async def test_the_child_knows_no_secrets_and_its_words_are_not_logged(
    house: TestHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GRIDBEE_TELEGRAM__TOKEN", "4711:secret")
    assert "4711:secret" not in worker.few().values()
    kept = await wanted(
        house, spec(series=[{"name": "x", "kind": "bar", "values": ["小王的电话"]}])
    )
    with pytest.raises(FetchError) as caught:
        await studio(house).draw(kept)
    assert caught.value.permanent and str(caught.value) == "not drawn: ValueError"


def studio(house: TestHouse) -> renderer.Studio:
    return renderer.Studio(house.database, house.files, house.workshop)


def hurried(monkeypatch: pytest.MonkeyPatch, seconds: float) -> None:
    """Gives a chart no more time than that."""
    trade = replace(renderer.CHART, seconds=seconds)
    monkeypatch.setattr(renderer, "CHART", trade)


async def until(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(10):
        while not condition():
            await asyncio.sleep(0.005)


def drawing_children() -> list[psutil.Process]:
    return [one for one in psutil.Process(os.getpid()).children() if draws(one)]


def draws(child: psutil.Process) -> bool:
    """Whether it is one of ours; one that has just ended tells nothing any more."""
    try:
        return "bot.drawing.chart" in " ".join(child.cmdline())
    except psutil.NoSuchProcess:
        return False

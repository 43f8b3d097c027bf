"""The page that checks a proof slip: what it says, and how often one may guess."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from sqlalchemy import func, select

from storage.tables.casework import history
from storage.tables.media import media
from storage.tables.messages import outbox
from tests.house import jpeg
from tests.web.site import Site, open_site

pytestmark = pytest.mark.asyncio(loop_scope="session")
WORDS = "路口地砖坏了"


async def shown(site: Site, code: str, language: str = "zh-CN") -> tuple[int, str]:
    headers = {"accept-language": language}
    async with site.http.get(f"{site.url}/proof/{code}", headers=headers) as answer:
        assert answer.headers["cache-control"] == "no-store"
        assert "set-cookie" not in answer.headers
        return answer.status, await answer.text()


async def rows(site: Site) -> tuple[int, int]:
    async with site.house.database.reader() as reader:
        counts = [
            await reader.scalar(select(func.count()).select_from(table))
            for table in (history, outbox)
        ]
    return int(counts[0] or 0), int(counts[1] or 0)


async def code_of(site: Site) -> str:
    """The code on the slip of a report that was accepted."""
    rider, coordinator = site.person("rider"), site.person("coordinator")
    number = await rider.files_hazard(jpeg(), WORDS)
    await coordinator.presses("接单")
    await rider.hears("接")
    await rider.says(f"/proof {number}")
    said = await rider.hears("核对码：")
    async with rider.asks(said["photos"][0]["url"]) as answer:
        assert (answer.status, answer.content_type) == (200, "image/png")
    async with site.house.database.reader() as reader:
        orders = [
            one for one in await reader.scalars(select(media.c.ref)) if number in one
        ]
    assert len(orders) == 1 and "2026-11-23 10:" in orders[0]
    assert not any(word in orders[0] for word in (WORDS, "骑手", "李敏"))
    return str(said["html"].partition("核对码：<b>")[2].partition("</b>")[0])


async def test_the_page_tells_a_slip_from_what_is_none(
    template: Path, tmp_path: Path
) -> None:
    limits = {"wrong_codes_an_hour": 5}
    async with open_site(template, tmp_path / "data", proofs={}, limits=limits) as site:
        code = await code_of(site)
        before = await rows(site)
        status, page = await shown(site, code)
        assert status == 200 and 'data-standing="genuine"' in page
        for word in (code[:9], "2026-11-23 10:", "网格</dt>", "已受理"):
            assert word in page
        assert WORDS not in page and "骑手" not in page
        status, page = await shown(site, code.lower(), "en-GB,en")
        assert status == 200 and "This slip is genuine" in page
        other = "0" if code[-1] != "0" else "1"
        wrong = [code[:-1] + other, "YH26-9999-00000-00000", "%3Cscript%3E"]
        unknown = [await shown(site, one) for one in wrong]
        assert {status for status, _ in unknown} == {404}
        assert len({page for _, page in unknown}) == 1 and "没有这个核对码" in page_of(
            unknown
        )
        assert "<script" not in page_of(unknown)
        assert await rows(site) == before
        guesses = await asyncio.gather(*(shown(site, wrong[0]) for _ in range(9)))
        assert [status for status, _ in guesses].count(404) == 2
        assert {status for status, _ in guesses} == {404, 429}
        assert (await shown(site, code))[0] == 429


def page_of(answers: list[tuple[int, str]]) -> str:
    return answers[0][1]


async def test_without_the_section_there_is_no_such_page(site: Site) -> None:
    async with site.http.get(f"{site.url}/proof/YH26-0001-K7QM3-XDP9T") as answer:
        assert answer.status == 404 and await answer.text() == "Not Found"

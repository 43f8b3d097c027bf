"""An invitation is joined in WeCom by its number or by its QR code: scanned, shown, taken by a
press for whoever WeCom says it is, and for nobody else.
"""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import aiohttp
import pytest
from playwright.async_api import Page, Route, expect
from sqlalchemy import select

from bot.commands import invite
from bot.config.reading import read
from bot.config.settings import Config
from bot.drawing import code as qr
from domain.messages import Address
from domain.people import Grant, Role
from storage.tables.media import media
from tests.chromium import chromium_runs
from tests.fakes.oauth_browser import JSON, brought
from tests.fakes.telegram.server import FakeTelegram
from tests.fakes.wecom.directory import outside_code
from tests.fakes.wecom.people import Person
from tests.wecom.office import Office

HERE = (Grant(Role.COORDINATOR, "G01"),)


@pytest.fixture
async def office(telegram: FakeTelegram, data: Path) -> AsyncIterator[Office]:
    made = Office(telegram, data)
    made.over_wecom = {"oauth_url": url(made)}
    async with made as running:
        yield running


def url(office: Office) -> str:
    return f"http://127.0.0.1:{office.port}"


async def scanned(office: Office) -> str:
    """What the QR code says that an admin got for a new coordinator."""
    office.admin.says("/invite 网格员 G01")
    await office.sees(office.admin, "扫这个码也行")
    found = await office.rows(select(media.c.ref, media.c.sha))
    words = [(json.loads(row.ref)["words"], row.sha) for row in found if row.sha]
    address, sha = words[-1]
    assert office.house.files.get(sha) == qr.png(address)
    return str(address)


def start_of(address: str) -> str:
    assert parse_qs(urlsplit(address).query)["in"] == ["wecom"]
    return parse_qs(urlsplit(address).query)["start"][0]


async def presses(
    office: Office, browser: aiohttp.ClientSession, start: str
) -> dict[str, str]:
    """To where WeCom says who it is."""
    async with browser.post(
        f"{url(office)}/api/wecom/begin", json={"start": start}
    ) as told:
        assert told.status == 200
        return dict(await told.json())


async def returns(
    office: Office, browser: aiohttp.ClientSession, address: str
) -> tuple[int, dict[str, Any]]:
    """What the page posts of what WeCom brought."""
    async with browser.post(f"{url(office)}/api/wecom", json=brought(address)) as told:
        return told.status, await told.json()


async def grants(office: Office, who: Person) -> tuple[Grant, ...]:
    address = Address("wecom", who.userid.lower())
    async with office.house.database.unit() as unit:
        await unit.people.load([address])
        person = unit.people.at(address)
    return person.grants if person else ()


async def test_a_scan_and_a_press_join_whoever_wecom_says_it_is(
    office: Office, browser: aiohttp.ClientSession
) -> None:
    address = await scanned(office)
    start = start_of(address)
    async with browser.get(address) as page:
        assert page.status == 200 and "enter.js" in await page.text()
    async with browser.post(f"{url(office)}/api/offer", json={"start": start}) as asked:
        offer = (await asked.json())["offer"]
    assert offer["role"] == "网格员" and "幸福路口网格" in offer["area"]
    link = (await presses(office, browser, start))["to"]
    assert await grants(office, office.zhang) == ()
    status, told = await returns(office, browser, office.zhang.follows(link))
    assert status == 200 and "请回到企业微信" in told["said"]
    await office.reads(office.zhang, "欢迎！你现在是 幸福街道 · 幸福路口网格 的网格员")
    assert await grants(office, office.zhang) == HERE
    # it counts once
    link = (await presses(office, browser, start))["to"]
    status, told = await returns(office, browser, office.li.follows(link))
    assert status == 200
    await office.reads(office.li, "这个邀请用过了")
    assert await grants(office, office.li) == ()


async def test_the_number_of_an_invitation_joins_too(office: Office) -> None:
    start = start_of(await scanned(office))
    await office.zhang.says(f"/start {start}").over()
    await office.reads(office.zhang, "欢迎！你现在是 幸福街道 · 幸福路口网格 的网格员")
    assert await grants(office, office.zhang) == HERE


async def test_what_another_browser_began_or_nobody_of_the_corp_takes_nothing(
    office: Office, browser: aiohttp.ClientSession
) -> None:
    start = start_of(await scanned(office))
    link = (await presses(office, browser, start))["to"]
    async with aiohttp.ClientSession(headers=JSON) as other:
        status, told = await returns(office, other, office.zhang.follows(link))
    assert status == 403 and "请再扫一次码" in told["said"]
    used = office.zhang.follows(link)
    code = brought(used)["code"]
    outside = outside_code(office.wecom.state)
    status, told = await returns(office, browser, used.replace(code, outside))
    assert status == 403 and "只有企业成员" in told["said"]
    office.wecom.passes(400)
    status, told = await returns(office, browser, used)
    assert status == 403 and told["to"] == f"/?start={start}&in=wecom"
    office.zhang.member.sees = False
    link = (await presses(office, browser, start))["to"]
    status, told = await returns(office, browser, office.zhang.follows(link))
    assert status == 403 and "看不到这个应用" in told["said"]
    assert await grants(office, office.zhang) == ()
    office.wecom.fail("auth/getuserinfo", -1)
    assert (await returns(office, browser, office.li.follows(link)))[0] == 503
    for start in ("", "g_G01", "i_" + "x" * 70, "i_a.b"):
        path, body = f"{url(office)}/api/wecom/begin", {"start": start}
        async with browser.post(path, json=body) as answer:
            assert answer.status == 400, start
    foreign = {"Sec-Fetch-Site": "cross-site"}
    for path in ("/api/wecom", "/api/wecom/begin"):
        async with browser.post(url(office) + path, json={}, headers=foreign) as no:
            assert no.status == 403


async def test_the_page_in_a_browser_leads_to_wecom_and_back(office: Office) -> None:
    address = await scanned(office)

    async def wecom_says(route: Route) -> None:
        back = office.zhang.follows(route.request.url + "#wechat_redirect")
        await route.fulfill(status=302, headers={"location": back})

    async with chromium_runs() as chromium:
        page: Page = await chromium.new_page(
            viewport={"width": 360, "height": 640}, locale="zh-CN"
        )
        await page.route("https://open.weixin.qq.com/**", wecom_says)
        await page.goto(address)
        await expect(page.get_by_test_id("offer-role")).to_have_text("网格员")
        await page.reload()
        assert start_of(address) not in page.url
        await page.get_by_test_id("take").click()
        title = page.get_by_test_id("offer-title")
        await expect(title).to_contain_text("请回到企业微信")
        await expect(page.get_by_test_id("take")).to_be_hidden()
        await page.reload()
        await expect(title).to_contain_text("请回到企业微信")
        await page.goto(address)
        await expect(title).to_contain_text("用过了")
    assert await grants(office, office.zhang) == HERE


async def test_the_command_line_draws_it(
    office: Office, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    args = Namespace(role="coordinator", area="G01", to=tmp_path)
    await invite.run(args, office.config())
    printed = capsys.readouterr().out
    start = f"invitation-wecom.png  {url(office)}/?start=i_"
    assert start in printed and "&in=wecom" in printed
    assert (tmp_path / "invitation-wecom.png").read_bytes().startswith(b"\x89PNG")


def test_the_address_is_one_without_a_path() -> None:
    with pytest.raises(ValueError, match="oauth_url"):
        read({"wecom": {"corp_id": "ww1", "oauth_url": "https://grid.example.org/x"}})
    assert Config().wecom.oauth_url == ""


async def test_without_an_address_there_is_no_code(
    telegram: FakeTelegram, data: Path
) -> None:
    async with Office(telegram, data) as plain:
        plain.admin.says("/invite 网格员 G01")
        told = await plain.sees(plain.admin, "/start i_")
        assert "扫这个码" not in told.words

        async def drawn() -> list[Any]:
            return await plain.rows(select(media.c.id))

        assert not await drawn()

"""The rider's own page behind OAuth: WeChat says who opens it, and nobody else gets in."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from sqlalchemy import func, select

from bot.channels.wechat.authorizing import Signed
from bot.config.reading import read
from storage.tables.people import people
from storage.tables.web import web_links, web_logins, web_messages
from tests.fakes.oauth_browser import JSON, brought
from tests.fakes.telegram.server import FakeTelegram
from tests.house import MORNING
from tests.telegram.town import eventually
from tests.wechat.test_wechat_riders import files
from tests.wechat.village import OPENID, Village


@pytest.fixture
async def village(telegram: FakeTelegram, data: Path) -> AsyncIterator[Village]:
    made = Village(telegram, data)
    made.over_wechat = {"oauth_url": f"http://127.0.0.1:{made.port}"}
    async with made as running:
        yield running


async def link_of(village: Village) -> str:
    """That of the last message that may go."""
    await files(village)
    for number in range(4):
        await village.writes_wechat(f"消息{number}")
        await village.shows(f"消息{number}")
    await village.writes_wechat("消息五")
    shown = await village.shows("还有 1 条")
    return str(shown.links[0].id)


async def enters(
    village: Village, browser: aiohttp.ClientSession, back: dict[str, str]
) -> tuple[int, dict[str, Any]]:
    """What the page does with what WeChat brought; then it takes what it got."""
    url = f"http://127.0.0.1:{village.port}"
    async with browser.post(f"{url}/api/wechat", json=back) as answer:
        told = await answer.json()
        if answer.status != 200:
            return answer.status, told
    wanted = {"start": told["start"]}
    async with browser.post(f"{url}/api/offer", json=wanted) as answer:
        offer = (await answer.json())["offer"]
        assert offer is None or not offer["closes"]
    async with browser.post(f"{url}/api/enter", json=wanted) as answer:
        assert answer.status == 200
    async with browser.get(f"{url}/api/chat/me/log") as answer:
        return answer.status, await answer.json()


async def counts(village: Village) -> list[int]:
    tables = (people, web_links, web_logins, web_messages)
    many = [select(func.count()).select_from(table) for table in tables]
    return [(await village.rows(one))[0][0] for one in many]


async def test_a_link_opens_the_riders_own_page_and_looking_changes_nothing(
    village: Village, browser: aiohttp.ClientSession
) -> None:
    link = await link_of(village)
    address = village.wechat.rider(OPENID).opens(link)
    before = await counts(village)
    for _ in range(2):
        async with browser.get(address) as page:
            assert page.status == 200 and "enter.js" in await page.text()
    assert await counts(village) == before
    assert not village.wechat.counts.get("sns/oauth2/access_token")
    status, log = await enters(village, browser, brought(address))
    assert status == 200 and "消息五" in str(log["messages"])
    # the same rider opens the same link once more
    again = brought(village.wechat.rider(OPENID).opens(link))
    assert (await enters(village, browser, again))[0] == 200


async def test_a_used_code_and_a_strange_one_open_nothing(
    village: Village, browser: aiohttp.ClientSession
) -> None:
    back = brought(village.wechat.rider(OPENID).opens(await link_of(village)))
    assert (await enters(village, browser, back))[0] == 200
    browser.cookie_jar.clear()
    before = await counts(village)
    for code in (back["code"], "made-up"):
        status, told = await enters(village, browser, back | {"code": code})
        assert status == 403 and told["to"] == "/open/wechat"
        assert "过期了" in told["said"]
    assert await counts(village) == before


async def test_nobody_gets_in_by_a_link_to_somebody_else(
    village: Village, browser: aiohttp.ClientSession
) -> None:
    link = await link_of(village)
    other = village.wechat.rider("oOther0002")
    await other.says("/lang en").over()
    before = await counts(village)
    status, told = await enters(village, browser, brought(other.opens(link)))
    assert status == 403
    assert told["said"].startswith("That link is somebody else's. Go back")
    assert told["language"] == "en" and told["again"] == "Open my page"
    fresh = brought(other.opens(link))
    for state in ("", "m" + "0" * 40, fresh["state"][:-1] + "x", "é"):
        assert (await enters(village, browser, fresh | {"state": state}))[0] >= 400
    village.clock.ahead = timedelta(hours=25)
    mine = brought(village.wechat.rider(OPENID).opens(link))
    assert (await enters(village, browser, mine))[0] == 403
    assert await counts(village) == before


async def test_the_menu_opens_ones_own_page_in_the_browser_that_began(
    village: Village, browser: aiohttp.ClientSession
) -> None:
    await files(village)
    rider = village.wechat.rider(OPENID)
    await village.wechat.until(lambda: village.wechat.state.menu)
    await rider.clicks("我的事项").over()
    url = village.wechat.state.menu["button"][1]["url"]  # type: ignore[index]
    async with browser.get(url, allow_redirects=False) as begun:
        back = brought(rider.opens(begun.headers["location"]))
    async with aiohttp.ClientSession(headers=JSON) as stranger:
        assert (await enters(village, stranger, back))[0] == 403
    assert (await enters(village, browser, back))[0] == 200

    async def listed() -> bool:
        rows = await village.rows(select(web_messages.c.body))
        return "YH26-0001" in str([row.body for row in rows])

    await eventually(listed)
    strange = village.wechat.rider("oNever")
    async with browser.get(url, allow_redirects=False) as begun:
        back = brought(strange.opens(begun.headers["location"]))
    status, told = await enters(village, browser, back)
    assert status == 403 and "先在公众号里说句话" in told["said"]


async def test_where_wechat_does_not_answer_it_is_tried_again(
    village: Village, browser: aiohttp.ClientSession
) -> None:
    back = brought(village.wechat.rider(OPENID).opens(await link_of(village)))
    for code in (-1, 40164):
        village.wechat.fail("sns/oauth2/access_token", code)
        assert (await enters(village, browser, back))[0] == 503
    assert (await enters(village, browser, back))[0] == 200
    for body in (
        "[]",
        "{",
        '{"code": "x"}',
        '{"code": "", "state": "m"}',
        "x" * 2000,
        "[" * 1000,
    ):
        url = f"http://127.0.0.1:{village.port}/api/wechat"
        async with browser.post(url, data=body) as answer:
            assert answer.status == 400


def test_a_state_is_letters_and_digits_and_signed_for_a_day() -> None:
    now = [MORNING]
    states = Signed(b"k" * 32, lambda: now[0])
    state = states.made(OPENID)
    assert state.isalnum() and state.isascii() and len(state) <= 128
    strange = Signed(b"x" * 32, lambda: now[0])
    assert states.wanted(state) and not strange.wanted(state)
    now[0] += timedelta(hours=25)
    assert not states.wanted(state)


def test_a_state_is_signed_for_one_case_too() -> None:
    states = Signed(b"k" * 32, lambda: MORNING)
    longest = states.made(OPENID, 10**18 - 1)
    assert longest.isalnum() and len(longest) <= 128
    state = states.made(OPENID, 12)
    wanted = states.wanted(state)
    assert wanted is not None and wanted.case == 12
    assert states.wanted(states.made(OPENID)) == replace(wanted, case=None)
    for other in ("n13", "n1", "n", ""):
        assert states.wanted(state.replace("n12", other)) is None


async def test_a_link_opens_the_case_of_its_letter(
    village: Village, browser: aiohttp.ClientSession
) -> None:
    link = await link_of(village)
    rider = village.wechat.rider(OPENID)
    assert (await enters(village, browser, brought(rider.opens(link))))[0] == 200

    async def shown() -> bool:
        rows = await village.rows(select(web_messages.c.body))
        return any("YH26-0001" in row.body["html"] for row in rows)

    await eventually(shown)


@pytest.mark.parametrize("url", ["grid.example.org", "https://grid.example.org/wechat"])
def test_the_address_is_one_without_a_path(url: str) -> None:
    with pytest.raises(ValueError, match="oauth_url"):
        read({"wechat": {"app_id": "wx1", "oauth_url": url}})

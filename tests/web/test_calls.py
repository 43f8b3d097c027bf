"""An emergency's numbers stay in sight while it is open, and no longer: in every tab, after every
reload.
"""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from playwright.async_api import Browser, expect

from tests.web.phone import Phone
from tests.web.site import SOON, Person, Site
from tests.web.test_browser import LYING, SMALL, opened

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def numbers(person: Person) -> list[dict[str, Any]]:
    return [one for one in await person.messages() if one["calls"]]


async def not_needed(person: Person) -> None:
    until = asyncio.get_running_loop().time() + SOON
    while not all(one.get("calls_over") for one in await numbers(person)):
        assert asyncio.get_running_loop().time() < until
        await asyncio.sleep(0.03)


async def tells_of_two(rider: Person) -> None:
    place = rider.site.house.database.directory.middle("G01")
    assert place is not None
    await rider.says("有人晕倒了")
    await rider.hears("已经叫人了")
    await rider.says(place={"lat": place.lat, "lon": place.lon})
    await rider.hears("转过去了")
    await rider.says("滨河公园也有人晕倒了")
    await rider.hears("滨河公园网格")


async def test_numbers_are_over_with_the_last_emergency_and_not_before(
    site: Site,
) -> None:
    rider = site.person("rider")
    await tells_of_two(rider)
    await rider.says("没事了")
    await rider.hears("哪一件没事了")
    await rider.presses("没事了")
    await rider.hears("撤了")
    assert not any(one.get("calls_over") for one in await numbers(rider))
    await rider.says("没事了")
    await not_needed(rider)
    assert len(await numbers(rider)) == 2
    await rider.says("着火了")
    await rider.hears("已经叫人了，编号 YH")
    assert [bool(one.get("calls_over")) for one in await numbers(rider)][-1:] == [False]


async def test_numbers_are_over_too_where_the_other_side_ends_it(site: Site) -> None:
    rider, admin = site.person("rider"), site.person("admin")
    await rider.says("G01有人晕倒了")
    await rider.hears("已经叫人了")
    assert not any(one.get("calls_over") for one in await numbers(rider))
    await admin.says("/reject QZ26-0001 误报")
    await not_needed(rider)


async def test_the_bar_goes_in_every_tab_and_comes_back_in_none(
    alone: Site, browser: Browser
) -> None:
    async with opened(browser, alone.url, **LYING) as page:
        rider = Phone(page)
        await rider.says("有人晕倒了")
        await rider.hears("在哪儿")
        other = Phone(await page.context.new_page())
        await other.page.goto(alone.url)
        for tab in (rider, other):
            await expect(tab.chat.get_by_test_id("calls-bar")).to_be_visible()
            await expect(tab.chat.get_by_test_id("keyboard")).to_be_visible()
        await rider.presses("没事了")
        await rider.hears("没事就好")
        await other.hears("没事就好")
        for tab in (rider, other):
            await expect(tab.chat.get_by_test_id("calls-bar")).to_be_hidden()
            await expect(tab.chat.get_by_test_id("keyboard")).to_be_hidden()
        await other.page.reload()
        await other.hears("没事就好")
        await expect(other.chat.get_by_test_id("calls-bar")).to_be_hidden()


@pytest.mark.parametrize("locale", ("zh-CN", "en-US"))
async def test_letters_of_twice_the_size_cut_off_no_number(
    alone: Site, browser: Browser, locale: str
) -> None:
    look = SMALL | {"locale": locale}
    async with opened(browser, alone.url, **look) as page:
        rider = Phone(page)
        # before that the page may still be on its way to the chat
        await expect(rider.messages).not_to_have_count(0)
        await page.evaluate("document.documentElement.style.fontSize = '200%'")
        await rider.says("有人晕倒了")
        again = rider.chat.get_by_test_id("call-again")
        await expect(again).to_have_count(3)
        for number in await again.all():
            await expect(number).to_be_in_viewport(ratio=0.9)
        close = rider.chat.get_by_test_id("calls-close")
        await expect(close).to_be_in_viewport(ratio=1)
        assert await rider.overflow() == []


async def test_no_word_of_ours_lies_over_the_numbers(
    alone: Site, browser: Browser
) -> None:
    async with opened(browser, alone.url, **SMALL | {"locale": "zh-CN"}) as page:
        rider = Phone(page)
        await rider.says("有人晕倒了")
        await rider.hears("在哪儿")
        bar = rider.chat.get_by_test_id("calls-bar")
        await expect(bar).to_be_visible()
        await rider.chat.evaluate(
            "chat => chat.toasts.show({ text: '好', alert: true })"
        )
        toast = await rider.chat.get_by_test_id("toast").bounding_box()
        numbers = await bar.bounding_box()
        assert toast is not None and numbers is not None
        assert toast["y"] >= numbers["y"] + numbers["height"]

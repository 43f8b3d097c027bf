"""A phone's back button closes what lies over the chat; what is typed stays."""

from __future__ import annotations

import asyncio

import pytest
from playwright.async_api import Browser, Locator, Page, expect

from tests.web.phone import Phone
from tests.web.site import Site
from tests.web.test_browser import PHONE, opened

pytestmark = pytest.mark.asyncio(loop_scope="session")

TYPED = "井盖松了，在"


async def opens_menu(phone: Phone) -> Locator:
    await phone.chat.get_by_test_id("menu-button").click()
    return phone.chat.get_by_test_id("menu")


async def opens_map(phone: Phone) -> Locator:
    await phone.chat.get_by_test_id("place-button").click()
    return phone.chat.get_by_test_id("picker")


async def opens_photo(phone: Phone) -> Locator:
    await phone.chat.get_by_test_id("photo").first.click()
    return phone.page.get_by_test_id("lightbox")


async def opens_devices(phone: Phone) -> Locator:
    """The menu goes, and what was chosen in it lies in its place."""
    await (await opens_menu(phone)).get_by_test_id("menu-devices").click()
    return phone.chat.get_by_test_id("devices")


async def depth(page: Page) -> int:
    steps = await page.evaluate("history.state?.over ?? 0")
    assert isinstance(steps, int)
    return steps


async def nothing_over(page: Page) -> None:
    """Waits for it. Asked anew each time, since the page lets nobody evaluate by itself."""
    async with asyncio.timeout(20):
        while await depth(page):
            await asyncio.sleep(0.01)


async def test_back_closes_what_lies_over_the_chat_and_leaves_what_is_typed(
    alone: Site, browser: Browser
) -> None:
    async with opened(browser, alone.url, **PHONE) as page:
        phone = Phone(page)
        await phone.sends_photos("路口地砖坏了")
        await phone.hears("在哪儿")
        await phone.words_here.fill(TYPED)
        here = page.url
        for opens in (opens_menu, opens_map, opens_photo, opens_devices):
            for _ in range(2):
                over = await opens(phone)
                await expect(over).to_be_visible()
                await page.evaluate("history.back()")
                await expect(over).not_to_be_visible()
                assert (await depth(page), page.url) == (0, here)
        await expect(phone.words_here).to_have_value(TYPED)
        await page.reload()
        await expect(phone.words_here).to_have_value(TYPED)


async def test_what_is_closed_by_hand_leaves_no_step_in_the_history(
    alone: Site, browser: Browser
) -> None:
    async with opened(browser, alone.url, **PHONE) as page:
        phone = Phone(page)
        await phone.says("钱包丢了")
        await phone.hears("提交")
        over = await opens_menu(phone)
        assert await depth(page) == 1
        await phone.chat.get_by_test_id("menu-button").click()
        await expect(over).not_to_be_visible()
        over = await opens_devices(phone)
        await expect(over).to_be_visible()
        assert await depth(page) == 1
        await over.get_by_test_id("devices-close").click()
        await expect(over).not_to_be_visible()
        await nothing_over(page)
        await expect(await opens_map(phone)).to_be_visible()

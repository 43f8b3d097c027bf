"""A network that takes everything and answers nothing, uploads that take long, and phones that are
slow with a picture.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from playwright.async_api import Browser, Route, expect

from tests.web.phone import PHOTO, Phone
from tests.web.site import Site
from tests.web.test_browser import PHONE

pytestmark = pytest.mark.asyncio(loop_scope="session")

SLOW_TO_OPEN = """
const opens = window.createImageBitmap;
let open = 0;
window.mostOpen = 0;
window.createImageBitmap = async (...what) => {
  window.mostOpen = Math.max(window.mostOpen, ++open);
  await new Promise((resolve) => { setTimeout(resolve, 400); });
  open--;
  return opens(...what);
};
"""
HEAVY = PHOTO | {"buffer": PHOTO["buffer"] + bytes(3_000_000)}
PICKS = """chat => {
  const some = (n) => Array.from({ length: n }, () => new File(['x'], 'a.png'));
  chat.composer.pictures.add(some(6));
  chat.composer.pictures.add(some(6));
}"""


@asynccontextmanager
async def newcomer(
    browser: Browser, site: Site, script: str = ""
) -> AsyncIterator[Phone]:
    context = await browser.new_context(**PHONE)
    page = await context.new_page()
    await page.clock.install()
    await page.add_init_script(script)
    await page.goto(site.url)
    phone = Phone(page)
    await phone.hears("我是网格蜂")
    yield phone
    await context.close()


class Stuck:
    """Takes a request and gives no answer until it is let go."""

    def __init__(self) -> None:
        self.asked = asyncio.Event()
        self.free = asyncio.Event()

    async def __call__(self, route: Route) -> None:
        self.asked.set()
        await self.free.wait()
        await route.continue_()


async def test_words_overtake_an_upload_that_takes_long(
    alone: Site, browser: Browser
) -> None:
    async with newcomer(browser, alone) as rider:
        stuck = Stuck()
        await rider.page.route(re.compile("/files$"), stuck)
        await rider.sends_photos("路口的井盖松了")
        await rider.says("着火了")
        await stuck.asked.wait()
        await rider.page.clock.fast_forward(8_500)
        await rider.hears("先打电话")
        await expect(rider.messages.last).to_have_attribute("data-side", "theirs")
        await expect(rider.messages.last).to_be_in_viewport()
        mine = rider.messages.and_(rider.page.locator("[data-side=mine]"))
        await expect(mine).to_have_count(2)
        stuck.free.set()
        await expect(rider.chat.locator(".sending")).to_have_count(0)
        await expect(mine).to_have_count(2)


async def test_what_gets_no_answer_is_said_again_and_stands_once(
    alone: Site, browser: Browser
) -> None:
    async with newcomer(browser, alone) as rider:
        stuck = Stuck()
        await rider.page.route(re.compile("/say$"), stuck, times=1)
        await rider.says("钱包丢了，帮忙找找")
        await stuck.asked.wait()
        await rider.page.clock.fast_forward(46_000)
        await rider.page.clock.fast_forward(2_000)
        await rider.hears("提交")
        stuck.free.set()
        mine = rider.messages.and_(rider.page.locator("[data-side=mine]"))
        await expect(mine).to_have_count(1)


async def test_photos_that_a_phone_is_slow_to_open_go_with_their_words(
    alone: Site, browser: Browser
) -> None:
    async with newcomer(browser, alone, SLOW_TO_OPEN) as rider:
        await rider.sends_photos("路口的井盖松了", [HEAVY, HEAVY, HEAVY])
        await rider.hears("在哪儿")
        mine: Any = rider.messages.and_(rider.page.locator("[data-side=mine]"))
        await expect(mine.get_by_test_id("photo")).to_have_count(3)
        strip = rider.chat.get_by_test_id("photo-strip")
        await expect(strip.locator("li")).to_have_count(0)
        assert await rider.page.evaluate("mostOpen") == 1


async def test_nine_are_nine_however_they_are_picked(
    alone: Site, browser: Browser
) -> None:
    async with newcomer(browser, alone) as rider:
        await rider.chat.evaluate(PICKS)
        strip = rider.chat.get_by_test_id("photo-strip")
        await expect(strip.locator("li")).to_have_count(9)
        await expect(rider.chat.get_by_test_id("toast")).to_contain_text("9 张")

"""What a screen reader says of a message: who speaks, which others see by side and colour. And
whoever is not signed in any more still has the numbers to call.
"""

from __future__ import annotations

import re

import pytest
from playwright.async_api import Browser, expect

from tests.web.phone import Phone
from tests.web.site import Site
from tests.web.test_browser import PHONE, opened

pytestmark = pytest.mark.asyncio(loop_scope="session")

SPEAKERS = {"zh-CN": ("我说：", "网格蜂说："), "en-US": ("You:", "Gridbee:")}
SPEAKS = """rows => rows.map(row => {
    const named = row.querySelectorAll("[data-testid=speaker]");
    return named.length === 1 ? named[0].textContent : named.length;
})"""
PURSE = {"zh-CN": "钱包丢了，帮忙找找", "en-US": "I lost my purse, please help"}


@pytest.mark.parametrize("locale", sorted(SPEAKERS))
async def test_each_message_says_who_speaks_to_whoever_does_not_see_it(
    alone: Site, browser: Browser, locale: str
) -> None:
    mine, theirs = SPEAKERS[locale]
    async with opened(browser, alone.url, **PHONE | {"locale": locale}) as page:
        rider = Phone(page)
        await rider.says(PURSE[locale])
        head = page.locator(".chat-head")
        await expect(head).to_contain_text(theirs.rstrip("说：:"))
        await expect(head).not_to_contain_text("#")
        own = page.locator("[data-side=mine]").filter(has_text=PURSE[locale])
        await expect(own.get_by_test_id("speaker")).to_have_text(mine)
        for side, speaker in (("mine", mine), ("theirs", theirs)):
            rows = page.locator(f"[data-side={side}]")
            await expect(rows).not_to_have_count(0)
            # all at once, since another may come meanwhile
            assert set(await rows.evaluate_all(SPEAKS)) == {speaker}
        # a screen reader has them, before the words; a row is drawn anew when it was stored
        await expect(own).to_have_text(re.compile(f"{mine}.*{PURSE[locale]}"))
        hidden = own.locator("[aria-hidden=true]").get_by_test_id("speaker")
        await expect(hidden).to_have_count(0)
        # nobody sees them
        for size in ("offsetWidth", "offsetHeight"):
            await expect(own.get_by_test_id("speaker")).to_have_js_property(size, 1)


async def test_who_is_signed_out_has_the_numbers_to_call_in_sight(
    alone: Site, browser: Browser
) -> None:
    context = await browser.new_context(**PHONE)
    page = await context.new_page()
    await page.goto(alone.url)
    rider = Phone(page)
    await rider.says("钱包丢了，帮忙找找")
    await rider.hears("提交")
    await context.clear_cookies()
    await page.goto(f"{alone.url}/chat")
    await expect(page.get_by_role("alert")).to_contain_text("没有登录")
    numbers = page.get_by_test_id("call")
    await expect(numbers).to_have_count(3)
    called = [await one.get_attribute("href") for one in await numbers.all()]
    assert called == ["tel:119", "tel:110", "tel:120"]
    for number in await numbers.all():
        await expect(number).to_be_in_viewport(ratio=1)
    await context.close()

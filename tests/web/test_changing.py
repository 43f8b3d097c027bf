"""What is being changed or answered on the page is still so after it was loaded again."""

from __future__ import annotations

import pytest
from playwright.async_api import Browser, Page, expect

from tests.web.phone import Phone
from tests.web.site import Site
from tests.web.test_browser import WIDE, opened

pytestmark = pytest.mark.asyncio(loop_scope="session")

FIRST = "路口地砖坏了"
BETTER = "路口地砖坏了，绊倒过人"
OTHER = "还有"


async def loaded_again(page: Page) -> Phone:
    await page.reload()
    await expect(page.locator("grid-chat[ready]")).to_be_visible()
    return Phone(page)


async def edits(phone: Phone, said: str, into: str) -> None:
    await phone.words_here.fill(OTHER)
    await phone.messages.filter(has_text=said).hover()
    await phone.chat.get_by_test_id("edit").click()
    await expect(phone.words_here).to_have_value(said)
    await phone.words_here.fill(into)


async def test_a_change_goes_on_after_a_reload_and_what_was_typed_before_comes_back(
    alone: Site, browser: Browser
) -> None:
    async with opened(browser, alone.url, **WIDE) as page:
        phone = Phone(page)
        await phone.says(FIRST)
        await phone.hears("在哪儿")
        await edits(phone, FIRST, BETTER)
        phone = await loaded_again(page)
        await expect(phone.chat.get_by_test_id("about")).to_contain_text(FIRST)
        await expect(phone.words_here).to_have_value(BETTER)
        await phone.chat.get_by_test_id("send").click()
        await expect(phone.messages.filter(has_text=BETTER)).to_have_count(1)
        await expect(phone.chat.get_by_test_id("about")).to_be_hidden()
        await expect(phone.words_here).to_have_value(OTHER)
        phone = await loaded_again(page)
        await expect(phone.chat.get_by_test_id("about")).to_be_hidden()
        await expect(phone.words_here).to_have_value(OTHER)


async def test_new_words_of_a_message_that_may_not_be_changed_any_more_can_be_sent(
    alone: Site, browser: Browser
) -> None:
    async with opened(browser, alone.url, **WIDE) as page:
        phone = Phone(page)
        await phone.says(FIRST)
        await phone.hears("在哪儿")
        await edits(phone, FIRST, BETTER)
        other = await page.context.new_page()
        await other.goto(page.url)
        await Phone(other).chat.get_by_test_id("about-cancel").click()
        await Phone(other).says("文昌路")
        await expect(phone.messages.filter(has_text="文昌路")).not_to_have_count(0)
        await phone.words_here.fill(BETTER)
        phone = await loaded_again(page)
        await expect(phone.chat.get_by_test_id("about")).to_be_hidden()
        await expect(phone.words_here).to_have_value(BETTER)


async def test_an_answer_to_a_message_is_one_after_a_reload_too(
    alone: Site, browser: Browser
) -> None:
    async with opened(browser, alone.url, **WIDE) as page:
        phone = Phone(page)
        await phone.says(FIRST)
        await phone.hears("在哪儿")
        asked = phone.messages.filter(has_text="在哪儿").last
        await asked.hover()
        await asked.get_by_test_id("reply").click()
        await phone.words_here.fill("文昌路12号")
        phone = await loaded_again(page)
        await expect(phone.chat.get_by_test_id("about")).to_be_visible()
        await expect(phone.words_here).to_have_value("文昌路12号")
        await phone.chat.get_by_test_id("about-cancel").click()
        phone = await loaded_again(page)
        await expect(phone.chat.get_by_test_id("about")).to_be_hidden()
        await expect(phone.words_here).to_have_value("文昌路12号")

"""Who goes from button to button gets to where they write without passing all that was said."""

from __future__ import annotations

import pytest
from playwright.async_api import Browser, Locator, expect

from tests.web.phone import Phone
from tests.web.site import Site
from tests.web.test_browser import SMALL, opened

pytestmark = pytest.mark.asyncio(loop_scope="session")


TOP = "one => one.getBoundingClientRect().top"


async def _end(shown: Locator) -> float:
    return float(await shown.evaluate("one => one.getBoundingClientRect().bottom"))


@pytest.mark.parametrize(
    ("locale", "words"), [("zh-CN", "直接写"), ("en-US", "Go straight to writing")]
)
async def test_the_first_step_leads_to_writing(
    alone: Site, browser: Browser, locale: str, words: str
) -> None:
    async with opened(browser, alone.url, **SMALL | {"locale": locale}) as page:
        rider = Phone(page)
        skip = rider.chat.get_by_test_id("skip")
        await expect(skip).to_have_text(words)
        await expect(skip).not_to_be_in_viewport()
        await skip.focus()
        await expect(skip).to_be_in_viewport()
        head = rider.chat.locator(".chat-head")
        assert await _end(skip) <= await head.evaluate(TOP)
        await page.keyboard.press("Enter")
        await page.keyboard.type("hello")
        await expect(rider.words_here).to_have_value("hello")
        await expect(skip).not_to_be_in_viewport()

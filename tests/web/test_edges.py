"""Where a phone ends: its camera, its round corners, its home bar, and the keyboard over the
page.
"""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.async_api import Browser, Locator, Page, expect

from tests.web.phone import Phone
from tests.web.site import Site
from tests.web.test_browser import LYING, PHONE, opened

pytestmark = pytest.mark.asyncio(loop_scope="session")

INSETS = {"top": 47, "bottom": 34, "left": 44, "right": 44}
KEYBOARD = """height => {
  Object.defineProperty(visualViewport, 'height', { get: () => height, configurable: true });
  visualViewport.dispatchEvent(new Event('resize'));
}"""
PRESSED = "button, textarea, a, .chat-name"


async def rounded(page: Page) -> None:
    """A screen with a camera above and beside it, and a bar below."""
    cdp = await page.context.new_cdp_session(page)
    await cdp.send("Emulation.setSafeAreaInsetsOverride", {"insets": INSETS})


async def moved_in(over: Locator) -> None:
    await over.evaluate(
        "one => Promise.all(one.getAnimations().map((a) => a.finished))"
    )


async def covered(area: Locator, size: dict[str, int]) -> list[Any]:
    """What could be pressed and lies beyond the safe area."""
    found = []
    for one in await area.locator(PRESSED).all():
        box = await one.bounding_box()
        if box is None:
            continue
        inside = (
            box["x"] >= INSETS["left"],
            box["x"] + box["width"] <= size["width"] - INSETS["right"],
            box["y"] + box["height"] <= size["height"] - INSETS["bottom"],
        )
        if not all(inside):
            found.append((await one.evaluate("one => one.outerHTML"), box))
    return found


@pytest.mark.parametrize("look", (PHONE, LYING), ids=("upright", "lying"))
async def test_nothing_that_can_be_pressed_is_below_a_camera_or_the_home_bar(
    alone: Site, browser: Browser, look: dict[str, Any]
) -> None:
    async with opened(browser, alone.url, **look) as page:
        await rounded(page)
        phone = Phone(page)
        await phone.sends_photos("路口地砖坏了")
        await phone.hears("在哪儿")
        size = look["viewport"]
        head = await phone.chat.locator(".chat-head").bounding_box()
        assert head is not None and head["y"] >= INSETS["top"]
        assert await covered(phone.chat.locator(".chat-foot"), size) == []
        await phone.chat.get_by_test_id("place-button").click()
        await moved_in(phone.chat.get_by_test_id("picker"))
        assert await covered(phone.chat.get_by_test_id("picker"), size) == []
        await phone.chat.get_by_test_id("picker-close").click()
        await phone.chat.get_by_test_id("photo").first.click()
        assert await covered(page.get_by_test_id("lightbox"), size) == []


@pytest.mark.parametrize("look", (PHONE, LYING), ids=("upright", "lying"))
async def test_a_keyboard_that_lies_over_the_page_hides_no_field(
    alone: Site, browser: Browser, look: dict[str, Any]
) -> None:
    async with opened(browser, alone.url, **look) as page:
        await rounded(page)
        phone = Phone(page)
        await phone.words_here.click()
        left = look["viewport"]["height"] // 2
        await page.evaluate(KEYBOARD, left)
        send = phone.chat.get_by_test_id("send")
        for one in (phone.words_here, send):
            box = await one.bounding_box()
            assert box is not None and box["y"] + box["height"] <= left
        await phone.words_here.blur()
        await page.evaluate(KEYBOARD, look["viewport"]["height"])
        foot = phone.chat.locator(".chat-foot")
        bottom = "one => one.getBoundingClientRect().bottom"
        assert await foot.evaluate(bottom) == look["viewport"]["height"]
        await expect(send).to_be_in_viewport(ratio=1)


async def test_the_number_of_a_case_stands_in_one_line(
    alone: Site, browser: Browser
) -> None:
    async with opened(browser, alone.url, **PHONE) as page:
        phone = Phone(page)
        await phone.says("钱包丢了，帮忙找找")
        await phone.presses("提交")
        heard = await phone.hears("收到，编号")
        number = heard.locator(".number").first
        await expect(number).to_have_text(re.compile(r"^[A-Z]{2}\d\d-\d{4}$"))
        lines = "one => one.getClientRects().length"
        for width in range(200, 320, 12):
            await page.set_viewport_size({"width": width, "height": 600})
            assert await number.evaluate(lines) == 1

"""Letters of twice the size: what can be pressed shows all its words, none of them broken."""

from __future__ import annotations

import pytest
from playwright.async_api import Browser, Locator, expect

from tests.web.phone import Phone
from tests.web.site import Site
from tests.web.test_browser import SMALL, opened
from tests.web.test_entrance import invited

pytestmark = pytest.mark.asyncio(loop_scope="session")

TWICE = "document.documentElement.style.fontSize = '200%'"
BROKEN = """(button) => {
  const found = [];
  const walk = document.createTreeWalker(button, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    for (const word of node.data.matchAll(/[A-Za-z]+/g)) {
      const range = document.createRange();
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      const tops = [...range.getClientRects()].map((box) => Math.round(box.top));
      if (new Set(tops).size > 1) found.push(word[0]);
    }
  }
  return found;
}"""
OUTSIDE = "(one) => one.scrollHeight > one.clientHeight + 1"


async def whole(buttons: Locator) -> None:
    for button in await buttons.all():
        assert await button.evaluate(BROKEN) == []
        assert not await button.evaluate(OUTSIDE)


async def test_no_button_breaks_a_word_or_lets_it_stick_out(
    alone: Site, browser: Browser
) -> None:
    async with opened(browser, alone.url, **SMALL | {"locale": "en-US"}) as page:
        rider = Phone(page)
        await rider.says("Loose manhole cover in G01, I nearly fell")
        await rider.presses("Submit")
        await rider.hears("Got it")
        await rider.says("/my")
        await rider.presses("YH26-0001")
        await expect(rider.button("Withdraw")).to_be_visible()
        await page.evaluate(TWICE)
        await whole(rider.chat.get_by_test_id("choice"))
        assert await rider.overflow() == []


async def test_who_is_signed_out_reads_the_way_back_and_three_numbers(
    alone: Site, browser: Browser
) -> None:
    context = await browser.new_context(**SMALL)
    page = await context.new_page()
    await page.goto(f"{alone.url}/chat")
    await expect(page.get_by_role("alert")).to_be_visible()
    await page.evaluate(TWICE)
    await whole(page.locator(".dead a"))
    for number in await page.get_by_test_id("call").all():
        await expect(number).to_be_in_viewport(ratio=0.9)
    await context.close()


async def test_an_invitation_says_role_and_area_in_whole_words(
    alone: Site, browser: Browser
) -> None:
    look = SMALL | {"locale": "en-US"}
    code = await invited(alone)
    async with opened(browser, f"{alone.url}/?start={code}", **look) as page:
        offered = page.get_by_test_id("offer-role")
        await expect(offered).to_be_visible()
        await page.evaluate(TWICE)
        await whole(page.locator(".door-offer dd"))
        assert await Phone(page).overflow() == []

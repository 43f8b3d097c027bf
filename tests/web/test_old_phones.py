"""Phones whose browser is some years old, and pages of which a part did not come."""

from __future__ import annotations

import re

import pytest
from playwright.async_api import Browser, Request, Route, expect

from bot.channels.web.app import PAGE
from tests.web.phone import Phone
from tests.web.site import Site
from tests.web.test_browser import PHONE, SMALL

pytestmark = pytest.mark.asyncio(loop_scope="session")

TOO_YOUNG = {
    "look-behind, one is enough to stop every script": r"\(\?<[=!]",
    "Array.at": r"\.at\(-?\d",
    "findLast": r"\.findLast",
    "sorted copies": r"\.to(Sorted|Reversed|Spliced)\(|\.with\(",
    "Object.hasOwn, groupBy": r"\.(hasOwn|groupBy)\(",
    "structuredClone": r"\bstructuredClone\(",
    "AbortSignal.timeout": r"AbortSignal\.(timeout|any)",
    "a screen's own height, without saying what else": r"^(?!@supports).*\ddvh",
}
WITHOUT = """
for (const name of ['at', 'findLast', 'findLastIndex']) delete Array.prototype[name];
delete Object.hasOwn;
delete HTMLElement.prototype.inert;
"""


@pytest.mark.parametrize("what", TOO_YOUNG)
async def test_the_page_uses_nothing_that_a_phone_of_some_years_lacks(
    what: str,
) -> None:
    wanted = re.compile(TOO_YOUNG[what], re.MULTILINE)
    sources = [*PAGE.glob("*.js"), *PAGE.glob("*.css")]
    assert len(sources) > 20
    assert [one.name for one in sources if wanted.search(one.read_text())] == []


async def without_new_units(route: Route) -> None:
    answer = await route.fetch()
    text = await answer.text()
    await route.fulfill(response=answer, body=text.replace("dvh", "no-unit"))


async def test_a_phone_of_some_years_shows_the_newest_message_and_where_to_write(
    alone: Site, browser: Browser
) -> None:
    context = await browser.new_context(**SMALL | {"locale": "zh-CN"})
    await context.add_init_script(WITHOUT)
    page = await context.new_page()
    await page.route(re.compile(r"\.css$"), without_new_units)
    await page.goto(alone.url)
    phone = Phone(page)
    await phone.hears("我是网格蜂")
    for number in range(4):
        await phone.says(f"{number} 号楼的路灯不亮了，怎么办")
    await phone.sends_photos("幸福路口的井盖松了")
    await phone.hears("3 号楼")
    await expect(phone.chat.get_by_test_id("send")).to_be_in_viewport(ratio=1)
    await expect(phone.messages.last).to_be_in_viewport()
    await phone.chat.get_by_test_id("menu-button").click()
    await expect(phone.chat.get_by_test_id("menu-command").first).to_be_in_viewport(
        ratio=1
    )
    await context.close()


@pytest.mark.parametrize("file", ("outbox.js", "enter.js"))
async def test_a_page_of_which_a_part_did_not_come_says_so_and_whom_to_call(
    alone: Site, browser: Browser, file: str
) -> None:
    context = await browser.new_context(**PHONE)
    page = await context.new_page()
    lost = re.compile(re.escape(file))

    def is_lost(request: Request) -> bool:
        return lost.search(request.url) is not None

    await page.route(lost, lambda route: route.abort())
    # the entrance says so too while its own part is on its way
    async with page.expect_event("requestfailed", is_lost):
        await page.goto(alone.url)
    said = page.get_by_test_id("not-yet")
    await expect(said).to_be_visible(timeout=15_000)
    await expect(said.locator("[href='tel:119']")).to_be_visible()
    await page.unroute(lost)
    await said.get_by_role("link", name="再试一次").click()
    await expect(Phone(page).chat).to_be_visible()
    await expect(said).to_have_count(0)
    await context.close()
